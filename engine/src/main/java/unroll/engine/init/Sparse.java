package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;

/**
 * The sparse initialisation of thesis sec. 4.4: each unit receives input from {@code incoming} others; recurrent and output weights and
 * biases have variance 1/incoming, input weights the deviation {@code inputScale}; h_0 is 0.
 *
 * @param incoming connections of each unit, 15 in the thesis
 * @param inputScale deviation of the input weights that are not zero, 1 in the thesis
 */
@Kind(
        name = "sparse",
        label = "Sparse",
        help = "Each unit receives input from a few others, by strong weights (Martens 2010; thesis sec. 4.4): units"
                + " stay different and the spectral radius comes out near 1.",
        source = "thesis sec. 4.4; Martens 2010")
public record Sparse(
        @Incoming int incoming, @InputScale(initial = "1") double inputScale) implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        double deviation = Math.sqrt(1.0 / incoming);
        switch (slot.role()) {
            case INPUT_WEIGHT -> drawing.sparse(slot, incoming, inputScale);
            case RECURRENT_WEIGHT, OUTPUT_WEIGHT -> drawing.sparse(slot, incoming, deviation);
            case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS -> drawing.normal(slot, deviation);
            case FIRST_STATE -> {} // 0
        }
    }
}
