package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The initialisation of Le, Jaitly and Hinton, "A simple way to initialize recurrent networks of rectified linear units"
 * (2015): {@code W_hh = scale I}, other weights small normal numbers, biases and h_0 are 0.
 *
 * @param scale 1 in the paper; 0.01 for its speech task, where a short memory suffices
 * @param deviation of input and output weights, 0.001 in the paper
 */
@Kind(
        name = "identity-relu",
        label = "Identity, for relu",
        help = "Recurrent weights begin as the identity (Le, Jaitly and Hinton 2015): without input each unit keeps"
                + " what it holds. Choose relu as the model's non-linearity.",
        formula = "W_hh = scale I",
        source = "Le, Jaitly and Hinton 2015")
public record IdentityRelu(
        @Setting(
                label = "Scale",
                help = "Weight of the connection from each unit to itself: 1 keeps, less forgets, more explodes.",
                initial = "1",
                min = 0,
                max = 10)
        double scale,

        @Setting(
                label = "Other weights",
                help = "Standard deviation of the input and output weights; 0.001 in the paper.",
                initial = "0.001",
                min = 0,
                max = 100)
        double deviation)
        implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT, OUTPUT_WEIGHT -> drawing.normal(slot, deviation);
            case RECURRENT_WEIGHT -> drawing.identity(slot, scale);
            case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS, FIRST_STATE -> {} // 0
        }
    }
}
