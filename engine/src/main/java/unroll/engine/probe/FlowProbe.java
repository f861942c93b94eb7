package unroll.engine.probe;

import unroll.engine.gradient.GradientFlow;

/**
 * How error signals fare on their way back through a test sequence.
 *
 * @param sequence number of the test sequence, from 0
 * @param jacobians whether those of the state are wanted too, which takes up to some tenths of a second
 */
public record FlowProbe(int sequence, boolean jacobians) implements Probe<GradientFlow> {
    /** With the Jacobians. */
    public FlowProbe(int sequence) {
        this(sequence, true);
    }

    @Override
    public GradientFlow answer(Replica replica) {
        return replica.flow(sequence, jacobians);
    }
}
