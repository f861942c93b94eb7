package unroll.engine.model;

import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.setting.Kind;

/**
 * A restricted Boltzmann machine of the targets, every step by itself: {@code P(v, h) ~ exp(h'W v + b_v'v + b_h'h)} (thesis eq. 2.24).
 *
 * @param hidden hidden units, H
 * @param visible what the visible units are
 * @param noise standard deviation of Gaussian visible units
 * @param second hidden units of a second machine, which models those of the first; 0 for none
 * @param alone updates in which the first layer learns alone
 * @param divergence how it is trained
 * @param prediction how its mean is found
 */
@Kind(
        name = "rbm",
        label = "Restricted Boltzmann machine",
        help = "Learns how likely each frame is, without regard to what came before: binary hidden units that explain"
                + " it.",
        formula = "P(v, h) ∝ exp(hᵀW v + b_vᵀv + b_hᵀh)",
        source = "thesis sec. 2.7")
public record Rbm(
        @HiddenUnits int hidden,
        @Visible VisibleUnits visible,
        @VisibleNoise double noise,
        @SecondLayer int second,
        @Alone int alone,
        @Divergence ContrastiveDivergence divergence,
        @Predicting PredictionSettings prediction)
        implements BoltzmannSettings {

    @Override
    public Model model(int inputs, int outputs) {
        return TemporalMachine.of(
                "A restricted Boltzmann machine",
                hidden,
                inputs,
                outputs,
                TemporalMachine.Connections.NONE,
                new TemporalMachine.Second(second, alone),
                ConditionalMachine.Settings.of(this));
    }
}
