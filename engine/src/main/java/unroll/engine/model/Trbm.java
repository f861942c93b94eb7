package unroll.engine.model;

import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The temporal restricted Boltzmann machine (thesis sec. 3.2): a restricted Boltzmann machine for each frame, whose biases follow from the
 * frames before and from the hidden units at these. Where hidden units are unknown their chances by the approximate filter stand for
 * them (eq. 3.5), and no derivative flows through these (eq. 3.7-3.10).
 *
 * @param hidden hidden units, H
 * @param visible what the visible units are
 * @param noise standard deviation of Gaussian visible units
 * @param taps how many earlier frames are connected, m
 * @param hiddenToHidden whether their hidden units lead to the hidden units
 * @param visibleToVisible whether their visible units lead to the visible units
 * @param visibleToHidden whether their visible units lead to the hidden units
 * @param opening whether the first input is a frame to be learned
 * @param second hidden units of a second layer, which models those of the first (sec. 3.4); 0 for none
 * @param alone updates in which the first layer learns alone
 * @param divergence how it is trained
 * @param prediction how its mean is found
 */
@Kind(
        name = "trbm",
        label = "Temporal RBM",
        help = "A restricted Boltzmann machine for each frame, whose biases come from several frames before and their"
                + " hidden units, learned step by step: it predicts, and cleans films of noise.",
        formula = """
            p_t = σ(W v_t + b_h + Σ W_hhⁿ p_t-n + Σ W_hvⁿ v_t-n)
            b_v,t = b_v + Σ W_vvⁿ v_t-n\
            """,
        source = "Sutskever and Hinton 2007; thesis sec. 3.2")
public record Trbm(
        @HiddenUnits(initial = "200") int hidden,
        @Visible VisibleUnits visible,
        @VisibleNoise double noise,

        @Setting(
                label = "Earlier frames",
                help = "How many frames before are connected to each: m; 4 in the thesis.",
                initial = "4",
                unit = "frames",
                min = 1,
                max = 50)
        int taps,

        @Setting(
                label = "Hidden to hidden",
                help = "Connect hidden units with those of earlier frames; TRBM-HH is the one without.",
                initial = "true")
        boolean hiddenToHidden,

        @Setting(
                label = "Visible to visible",
                help = "Connect visible units with those of earlier frames; TRBM-VV is the one without.",
                initial = "true")
        boolean visibleToVisible,

        @Setting(
                label = "Visible to hidden",
                help = "Connect hidden units with the visible units of earlier frames; TRBM-VH is the one without.",
                initial = "true")
        boolean visibleToHidden,

        @OpeningFrame boolean opening,
        @SecondLayer int second,
        @Alone int alone,
        @Divergence ContrastiveDivergence divergence,
        @Predicting PredictionSettings prediction)
        implements BoltzmannSettings {

    @Override
    public Model model(int inputs, int outputs) {
        return TemporalMachine.of(
                "A temporal RBM",
                hidden,
                inputs,
                outputs,
                new TemporalMachine.Connections(
                        hiddenToHidden ? taps : 0,
                        visibleToVisible ? taps : 0,
                        visibleToHidden ? taps : 0,
                        false,
                        false,
                        opening),
                new TemporalMachine.Second(second, alone),
                ConditionalMachine.Settings.of(this));
    }
}
