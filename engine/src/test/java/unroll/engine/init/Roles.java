package unroll.engine.init;

import java.util.Arrays;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.model.Layout.Slot;

/** Layouts with a parameter of every role, among them matrices that are stacked and that are not square. */
final class Roles {
    private Roles() {}

    /** Inputs I, hidden units H, factors F, outputs O. */
    static Layout layout(int inputs, int hidden, int factors, int outputs) {
        return Layout.builder()
                .add("W_hv", Role.INPUT_WEIGHT, hidden, inputs)
                .add("W_hh", Role.RECURRENT_WEIGHT, hidden, hidden)
                .stackRows("W_g", hidden, hidden, Role.RECURRENT_WEIGHT, Role.RECURRENT_WEIGHT)
                .add("W_fh", Role.RECURRENT_WEIGHT, factors, hidden)
                .add("W_hf", Role.RECURRENT_WEIGHT, hidden, factors)
                .add("W_oh", Role.OUTPUT_WEIGHT, outputs, hidden)
                .add("b_h", Role.HIDDEN_BIAS, 1, hidden)
                .stackColumns("b_g", hidden, Role.HIDDEN_BIAS, Role.FORGET_BIAS)
                .add("b_o", Role.OUTPUT_BIAS, 1, outputs)
                .add("h_0", Role.FIRST_STATE, 1, hidden)
                .build();
    }

    static double[] numbers(double[] theta, Slot slot) {
        return Arrays.copyOfRange(theta, slot.offset(), slot.offset() + slot.size());
    }

    /** The part of that name, such as {@code W_g[1]}. */
    static Slot part(Layout layout, String name) {
        return layout.parts().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static double[] part(double[] theta, Layout layout, String name) {
        return numbers(theta, part(layout, name));
    }
}
