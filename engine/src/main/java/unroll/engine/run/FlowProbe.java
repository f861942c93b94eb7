package unroll.engine.run;

import unroll.engine.gradient.GradientFlow;

/**
 * Asks how error signals fare on their way back through a test sequence.
 *
 * @param sequence number of the test sequence, from 0
 */
public record FlowProbe(int sequence) implements Probe<GradientFlow> {
    @Override
    public GradientFlow answer(Replica replica) {
        return replica.flow(sequence);
    }
}
