package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The sparse initialisation SI of thesis sec. 7.3.1, after Martens (2010): {@code incoming} weights of each unit are normal
 * numbers of deviation {@code scale}, the others and all biases 0; for tanh units weights are rescaled by 0.25 and hidden
 * biases shifted by -0.5.
 *
 * @param incoming connections of each unit, 15 in the thesis
 * @param scale 1 in the thesis, where 2 worked, 3 was slower, and 1/2 and 5 failed
 * @param tanh whether hidden units are tanh and not logistic
 */
@Kind(
        name = "unit-sparse",
        label = "Sparse, unit scale (SI)",
        help = "Each unit receives input from a few others, by weights of deviation 1 (Martens 2010; thesis sec."
                + " 7.3.1): made for logistic units; tanh units want the rescaling.",
        source = "thesis sec. 7.3.1; Martens 2010")
public record UnitSparse(
        @Incoming int incoming,

        @Setting(
                label = "Scale",
                help = "Standard deviation of the weights that are not zero; in the thesis 2 worked as well as 1, 3"
                        + " was slower, 1/2 and 5 failed.",
                initial = "1",
                min = 0,
                max = 100)
        double scale,

        @Setting(
                label = "Tanh rescaling",
                help = "For tanh units: weights times 0.25 and hidden biases -0.5, so that units are not saturated.",
                initial = "true")
        boolean tanh)
        implements InitialisationSettings {

    /** Thesis sec. 7.3.1: a tanh unit is four times as steep as a logistic one. */
    private static final double TANH_SCALE = 0.25;

    /** Thesis sec. 7.3.1: brings the average output of a tanh unit closer to zero. */
    private static final double TANH_SHIFT = -0.5;

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT, RECURRENT_WEIGHT, OUTPUT_WEIGHT ->
                drawing.sparse(slot, incoming, tanh ? TANH_SCALE * scale : scale);
            case HIDDEN_BIAS -> drawing.shift(slot, tanh ? TANH_SHIFT : 0);
            case FORGET_BIAS, OUTPUT_BIAS, FIRST_STATE -> {} // 0: gates are logistic
        }
    }
}
