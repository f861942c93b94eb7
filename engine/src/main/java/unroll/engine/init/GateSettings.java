package unroll.engine.init;

import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;
import unroll.engine.setting.Setting;

/**
 * How gates begin, whatever the initialisation.
 *
 * @param forgetBias added to the biases of forget gates: 5 in thesis sec. 2.8.3, 3 in sec. 4.5.1, 1 in common practice
 */
public record GateSettings(
        @Setting(
                label = "Forget bias",
                help = "Added to the first biases of forget gates, in a network that has them: large, the memory keeps "
                        + "what it holds. 1 is common; the thesis takes 3 and 5.",
                initial = "1",
                min = -20,
                max = 20)
        double forgetBias) {

    /** Changes a drawn flat parameter vector {@code theta} where it holds biases of forget gates. */
    public void open(Layout layout, double[] theta) {
        for (Slot slot : layout.parts()) {
            for (int i = 0; slot.role() == Role.FORGET_BIAS && i < slot.size(); i++) {
                theta[slot.offset() + i] += forgetBias;
            }
        }
    }
}
