package unroll.engine.init;

import unroll.engine.model.Layout.Factors;
import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The initialisation of thesis sec. 7.4.1, after echo-state networks: sparse recurrent weights rescaled so that the
 * largest eigenvalue has the modulus {@code radius}; sparse input weights of deviation {@code inputScale}; output weights
 * of variance 1/H; biases and h_0 are 0.
 *
 * @param radius 1.2 in the thesis
 * @param inputScale 0.02 in the thesis for addition and multiplication, 0.3 for memorisation
 * @param incoming connections of each hidden unit, 15 in the thesis
 * @param outputScale what the deviation of output weights is multiplied by
 */
@Kind(
        name = "spectral-radius",
        label = "Spectral radius",
        help = "Sparse recurrent weights scaled to a chosen largest eigenvalue (thesis sec. 7.4.1): just above 1 the "
                + "hidden state keeps oscillating and remembers.",
        source = "thesis sec. 7.4.1")
public record SpectralRadius(
        @Setting(
                label = "Spectral radius",
                help = "Modulus of the largest eigenvalue of the recurrent weights (each gate's; of a multiplicative"
                    + " net those that an input blends, on average): below 1 the net forgets, above it oscillates, far"
                    + " above it is chaotic.",
                initial = "1.2",
                min = 0,
                max = 10,
                from = 0.1,
                to = 5)
        double radius,

        @InputScale(initial = "0.3") double inputScale,

        @Incoming int incoming,

        @Setting(
                label = "Output scale",
                help = "Deviation of the weights that lead to the output units and from layer to layer, times the"
                        + " root of their number for each unit; 0 lets the outputs begin at 0.",
                initial = "1",
                min = 0,
                max = 100)
        double outputScale)
        implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT -> drawing.sparse(slot, incoming, inputScale);
            case RECURRENT_WEIGHT -> {
                drawing.sparse(slot, incoming, 1);
                drawing.scaleToRadius(slot, radius);
            }
            case OUTPUT_WEIGHT -> drawing.normal(slot, outputScale * Math.sqrt(1.0 / slot.columns()));
            case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS, FIRST_STATE -> {} // 0
        }
    }

    @Override
    public void fill(Factors factors, Drawing drawing) {
        drawing.scaleToRadius(factors, radius);
    }
}
