package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The sparse initialisation of thesis sec. 4.4: each unit receives input from {@code incoming} others; h_0 is 0.
 *
 * @param incoming connections of each unit, 15 in the thesis
 * @param inputScale deviation of the input weights that are not zero, 1 in the thesis, 0.1 for its LSTM
 * @param scale deviation of recurrent and output weights that are not zero and of biases; 0 for the root of 1/incoming, as the thesis has
 *     it but for its LSTM
 */
@Kind(
        name = "sparse",
        label = "Sparse",
        help = "Each unit receives input from a few others, by strong weights (Martens 2010; thesis sec. 4.4): units"
                + " stay different and the spectral radius comes out near 1.",
        source = "thesis sec. 4.4 and 4.5.1; Martens 2010")
public record Sparse(
        @Incoming int incoming,

        @InputScale(initial = "1") double inputScale,

        @Setting(
                label = "Scale",
                help = "Standard deviation of recurrent and output weights that are not zero and of biases; 0 stands"
                        + " for 1/\u221aincoming, as in the thesis. Its LSTM has 0.1 here and for input weights.",
                initial = "0",
                min = 0,
                max = 100)
        double scale)
        implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        double deviation = scale > 0 ? scale : Math.sqrt(1.0 / incoming);
        switch (slot.role()) {
            case INPUT_WEIGHT -> drawing.sparse(slot, incoming, inputScale);
            case RECURRENT_WEIGHT, OUTPUT_WEIGHT -> drawing.sparse(slot, incoming, deviation);
            case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS -> drawing.normal(slot, deviation);
            case FIRST_STATE -> {} // 0
        }
    }
}
