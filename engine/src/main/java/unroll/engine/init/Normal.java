package unroll.engine.init;

import java.util.List;
import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Dense small normal weights, as Boltzmann machines begin (Hinton 2010; thesis sec. 3.11): biases and first states are 0, but for the output
 * units', which begin at the mean of the targets if wanted.
 *
 * @param deviation of the weights
 * @param recurrent deviation of the recurrent weights
 * @param centre whether the output units begin at the mean of the targets
 * @param regressed whether taps begin at a linear autoregression
 */
@Kind(
        name = "normal",
        label = "Small normal",
        help = "Dense normal weights of a small scale, as Boltzmann machines begin.",
        formula = "W ~ N(0, s²)",
        source = "Hinton 2010; thesis sec. 3.11")
public record Normal(
        @Setting(
                label = "Deviation",
                help = "Standard deviation of the weights.",
                initial = "0.01",
                min = 0,
                max = 100,
                from = 1e-4,
                to = 1)
        double deviation,

        @Setting(
                label = "Recurrent deviation",
                help = "Standard deviation of the recurrent weights.",
                initial = "0.005",
                min = 0,
                max = 100,
                from = 1e-4,
                to = 1)
        double recurrent,

        @Setting(
                label = "Begin at the mean",
                help = "Let the biases of the output units begin where they predict the mean of the targets.",
                initial = "true")
        boolean centre,

        @Setting(
                label = "Taps by regression",
                help = "Let visible taps, and the biases beside them, begin where they predict numbers best without"
                        + " any hidden unit: at a linear autoregression. From small numbers they hardly get there.",
                initial = "false")
        boolean regressed)
        implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT, OUTPUT_WEIGHT -> drawing.normal(slot, deviation);
            case RECURRENT_WEIGHT -> drawing.normal(slot, recurrent);
            case OUTPUT_BIAS -> {
                if (centre) {
                    drawing.centre(slot);
                }
            }
            case HIDDEN_BIAS, FORGET_BIAS, FIRST_STATE -> {} // 0
        }
    }

    @Override
    public void fill(List<Slot> taps, Slot outputBias, Drawing drawing) {
        if (regressed) {
            drawing.regress(taps, outputBias);
        }
    }
}
