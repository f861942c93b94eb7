package unroll.app.training;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.run.FlowProbe;
import unroll.engine.run.Probe;
import unroll.engine.run.Replica;

/** Asks for error signals at every look, but for the dear Jacobians only now and then while the network trains. */
final class FlowAsking implements Probe<FlowLook> {
    /** After Jacobians that took so long, so many times as long goes by without: a thirtieth of one core's time at most. */
    private static final long PAUSE = 29;

    private final int sequence;
    private final BooleanSupplier resting;
    private final LongSupplier nanoseconds;
    private @Nullable GradientFlow followed;
    private long followedAt;
    private long due;

    /**
     * Asks about a test sequence, from 1.
     *
     * @param resting whether nothing is trained that Jacobians could hold up
     * @param nanoseconds the time
     */
    FlowAsking(int sequence, BooleanSupplier resting, LongSupplier nanoseconds) {
        this.sequence = sequence;
        this.resting = resting;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public FlowLook answer(Replica replica) {
        long began = nanoseconds.getAsLong();
        GradientFlow known = followed;
        if (known != null && !resting.getAsBoolean() && began - due < 0) {
            GradientFlow sizes = new FlowProbe(sequence - 1, false).answer(replica);
            return new FlowLook(replica.update(), sequence, sizes, followedAt, known);
        }
        GradientFlow whole = new FlowProbe(sequence - 1).answer(replica);
        long now = nanoseconds.getAsLong();
        due = now + PAUSE * (now - began);
        followedAt = replica.update();
        followed = whole;
        return new FlowLook(followedAt, sequence, whole, followedAt, whole);
    }
}
