package unroll.app.view.flow;

import unroll.engine.gradient.GradientFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks how large error signals are at each time step, and not for the Jacobians, which are expensive.
 *
 * @param sequence number of the test sequence, from 1
 */
record SizesQuestion(int sequence) implements Probe<FlowLook> {
    @Override
    public FlowLook answer(Replica replica) {
        GradientFlow sizes = new FlowProbe(sequence - 1, false).answer(replica);
        return new FlowLook(replica.update(), sequence, sizes, replica.update(), sizes);
    }
}
