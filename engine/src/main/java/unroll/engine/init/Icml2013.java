package unroll.engine.init;

import unroll.engine.model.Layout.Factors;
import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The initialisation of Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep
 * learning" (ICML 2013): sparse recurrent weights of spectral radius 1.1, dense input and output weights, hidden biases 0,
 * output biases at the mean of the targets. It differs from {@link SpectralRadius}, the thesis' later one, in each.
 *
 * @param radius 1.1 in the paper
 * @param inputScale 0.001 in the paper for addition and multiplication, 0.1 for memorisation
 * @param outputScale 0.1 in the paper
 * @param incoming connections of each hidden unit, 15 as in the thesis
 */
@Kind(
        name = "icml-2013",
        label = "ICML 2013",
        help = "The paper's variant of the spectral radius initialisation (Sutskever et al. 2013): dense small input "
                + "weights, radius 1.1, outputs that begin at the mean of the targets; inputs are not centred.",
        source = "Sutskever, Martens, Dahl and Hinton 2013")
public record Icml2013(
        @Setting(
                label = "Spectral radius",
                help = "Modulus of the largest eigenvalue of the recurrent weights (of a multiplicative net those that"
                        + " an input blends, on average); 1.1 in the paper.",
                initial = "1.1",
                min = 0,
                max = 10)
        double radius,

        @Setting(
                label = "Input scale",
                help = "Standard deviation of the input weights: 0.001 in the paper for addition and multiplication, "
                        + "0.1 for memorisation.",
                initial = "0.1",
                min = 0,
                max = 100)
        double inputScale,

        @Setting(
                label = "Output scale",
                help = "Standard deviation of the output weights; 0.1 in the paper.",
                initial = "0.1",
                min = 0,
                max = 100)
        double outputScale,

        @Incoming int incoming)
        implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT -> drawing.normal(slot, inputScale);
            case RECURRENT_WEIGHT -> {
                drawing.sparse(slot, incoming, 1);
                drawing.scaleToRadius(slot, radius);
            }
            case OUTPUT_WEIGHT -> drawing.normal(slot, outputScale);
            case OUTPUT_BIAS -> drawing.centre(slot);
            case HIDDEN_BIAS, FORGET_BIAS, FIRST_STATE -> {} // 0
        }
    }

    @Override
    public void fill(Factors factors, Drawing drawing) {
        drawing.scaleToRadius(factors, radius);
    }
}
