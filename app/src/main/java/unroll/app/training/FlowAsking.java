package unroll.app.training;

import java.util.function.Function;
import unroll.app.view.Throttled;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/** Asks for error signals at every look, but for the dear Jacobians only now and then while the network trains. */
final class FlowAsking implements Probe<FlowLook> {
    private final int sequence;
    private final Throttled<FlowLook> whole;

    /**
     * Asks about a test sequence, from 1.
     *
     * @param sparing has the Jacobians spared
     */
    FlowAsking(int sequence, Function<Probe<FlowLook>, Throttled<FlowLook>> sparing) {
        this.sequence = sequence;
        whole = sparing.apply(this::follow);
    }

    private FlowLook follow(Replica replica) {
        GradientFlow flow = new FlowProbe(sequence - 1).answer(replica);
        return new FlowLook(replica.update(), sequence, flow, replica.update(), flow);
    }

    @Override
    public FlowLook answer(Replica replica) {
        long before = whole.asked();
        FlowLook followed = whole.answer(replica);
        if (whole.asked() > before) {
            return followed;
        }
        GradientFlow sizes = new FlowProbe(sequence - 1, false).answer(replica);
        return new FlowLook(replica.update(), sequence, sizes, followed.update(), followed.flow());
    }
}
