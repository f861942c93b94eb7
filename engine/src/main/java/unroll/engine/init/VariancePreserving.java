package unroll.engine.init;

import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Dense weights from {@code gain sqrt(6 / (n1 + n2)) U[-1, 1]} for n1 senders and n2 receivers, which keeps the variance
 * from layer to layer (Glorot and Bengio 2010; thesis sec. 7.3.1); biases and h_0 are 0.
 *
 * @param gain 1 in the paper
 */
@Kind(
        name = "variance-preserving",
        label = "Variance-preserving",
        help = "Dense uniform weights whose scale keeps the variance of signals (Glorot and Bengio 2010).",
        formula = "W ~ gain √(6 / (n₁ + n₂)) U[−1, 1]",
        source = "Glorot and Bengio 2010; thesis sec. 7.3.1")
public record VariancePreserving(
        @Setting(label = "Gain", help = "Factor on all weights.", initial = "1", min = 0, max = 100)
        double gain) implements InitialisationSettings {

    @Override
    public void fill(Slot slot, Drawing drawing) {
        switch (slot.role()) {
            case INPUT_WEIGHT, RECURRENT_WEIGHT, OUTPUT_WEIGHT ->
                drawing.uniform(slot, gain * Math.sqrt(6.0 / (slot.rows() + slot.columns())));
            case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS, FIRST_STATE -> {} // 0
        }
    }
}
