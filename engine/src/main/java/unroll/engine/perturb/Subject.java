package unroll.engine.perturb;

import java.util.List;
import java.util.Optional;
import unroll.engine.model.Layout.Slot;
import unroll.engine.rollout.Rollout;

/**
 * What there is of a network that could be perturbed.
 *
 * @param steps time steps that it hears, T
 * @param inputs input channels, or symbols of which it hears one at each step, I
 * @param symbols whether it hears symbols
 * @param units hidden units that are shown, H; 0 where it has none and its outputs are shown instead
 * @param outputs output channels, O
 * @param recurrent whether it carries a state from step to step
 * @param parts its matrices and biases
 */
public record Subject(
        int steps, int inputs, boolean symbols, int units, int outputs, boolean recurrent, List<Slot> parts) {
    /** Nothing at all. */
    public static final Subject NONE = new Subject(0, 0, false, 0, 0, false, List.of());

    public Subject {
        parts = List.copyOf(parts);
    }

    /** Of a network that is rollout. */
    public static Subject of(Rollout net) {
        boolean hidden = net.hidden() != net.output();
        return new Subject(
                net.graph().steps(),
                net.input().width(),
                net.input().symbolic(),
                hidden ? net.hidden().width() : 0,
                net.output().width(),
                !net.graph().states().isEmpty(),
                net.parameters().layout().parts());
    }

    /** The matrix or bias of that name. */
    public Optional<Slot> part(String name) {
        return parts.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }
}
