package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Random orthogonal weights (Saxe, McClelland and Ganguli 2013): {@code W'W = gain^2 I}, or {@code W W' = gain^2 I} where
 * W has more columns than rows; biases and h_0 are 0.
 *
 * @param gain factor on all weights; 1 keeps every length
 */
@Kind(
        name = "orthogonal",
        label = "Orthogonal",
        help = "Random rotations (Saxe et al. 2013): all singular values are the same, so that linearly nothing fades"
                + " or explodes in any direction.",
        formula = "W'W = gain² I",
        source = "Saxe, McClelland and Ganguli 2013")
public record Orthogonal(
        @Setting(
                label = "Gain",
                help = "Factor on all weights: 1 keeps lengths; a little more makes up for tanh units, which shrink.",
                initial = "1",
                min = 0,
                max = 100)
        double gain)
        implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT, RECURRENT_WEIGHT, OUTPUT_WEIGHT -> drawing.orthogonal(slot, gain);
            case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS, FIRST_STATE -> {} // 0
        }
    }
}
