package unroll.app.view.flow;

import unroll.app.view.Throttled;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Replica;

/**
 * Asks how error signals fare: for their sizes at every look, for the Jacobians, which are expensive, only where all is asked.
 *
 * @param sequence number of the test sequence, from 1
 */
record FlowQuestion(int sequence) implements Throttled.Partly<FlowLook> {
    @Override
    public FlowLook answer(Replica replica) {
        GradientFlow flow = new FlowProbe(sequence - 1).answer(replica);
        return new FlowLook(replica.update(), sequence, flow, replica.update(), flow);
    }

    @Override
    public FlowLook between(Replica replica, FlowLook lastWhole) {
        GradientFlow sizes = new SizesQuestion(sequence).answer(replica).flow();
        return new FlowLook(replica.update(), sequence, sizes, lastWhole.followedAt(), lastWhole.followed());
    }
}
