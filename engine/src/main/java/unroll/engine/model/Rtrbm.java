package unroll.engine.model;

import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The recurrent temporal restricted Boltzmann machine (thesis sec. 3.5): a restricted Boltzmann machine for each frame, whose hidden biases
 * follow from the means r of the hidden units at the frame before: {@code r_t = sigmoid(W v_t + b_h + W_hh r_t-1)}.
 *
 * @param hidden hidden units, H
 * @param visible what the visible units are
 * @param noise standard deviation of Gaussian visible units
 * @param direct whether the visible biases, too, follow from r
 * @param taps earlier frames that the visible biases follow from
 * @param opening whether the first input is a frame to be learned
 * @param still updates in which it is trained as a restricted Boltzmann machine without memory
 * @param divergence how it is trained
 * @param prediction how its mean is found
 */
@Kind(
        name = "rtrbm",
        label = "Recurrent temporal RBM",
        help = "A restricted Boltzmann machine for each frame, whose hidden biases come from what the hidden units"
                + " were at the frame before: it predicts, and dreams films.",
        formula = """
            r_t = σ(W v_t + b_h + W_hh r_t-1)
            P(v_t, h_t) ∝ exp(h_tᵀW v_t + b_vᵀv_t + (b_h + W_hh r_t-1)ᵀh_t)\
            """,
        source = "Sutskever, Hinton and Taylor 2008; thesis sec. 3.5")
public record Rtrbm(
        @HiddenUnits(initial = "200") int hidden,
        @Visible VisibleUnits visible,
        @VisibleNoise double noise,

        @Setting(
                label = "Memory to visible units",
                help = "Let the biases of the visible units follow from the memory, too, and not only those of the"
                        + " hidden units. The thesis does not; it predicts better with it.",
                initial = "true")
        boolean direct,

        @VisibleTaps int taps,
        @OpeningFrame boolean opening,
        @Still int still,
        @Divergence ContrastiveDivergence divergence,
        @Predicting PredictionSettings prediction)
        implements BoltzmannSettings {

    @Override
    public Model model(int inputs, int outputs) {
        return TemporalMachine.of(
                "A recurrent temporal RBM",
                hidden,
                inputs,
                outputs,
                new TemporalMachine.Connections(1, taps, 0, direct, true, opening),
                TemporalMachine.Second.NONE,
                ConditionalMachine.Settings.of(this));
    }
}
