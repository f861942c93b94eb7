package unroll.app.view;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * A dear question that is asked only now and then while the network trains; in between the last answer stands.
 *
 * @param <A> the answer, immutable
 */
public final class Throttled<A> implements Probe<A> {
    /**
     * After an answer that took so long, so many times as long goes by without, and so many times more for each other
     * question that is spared: all together take a sixtieth of one core's time at most.
     */
    private static final long PAUSE = 59;

    private final Probe<A> dear;
    private final BooleanSupplier resting;
    private final IntSupplier spared;
    private final LongSupplier nanoseconds;
    private @Nullable A last;
    private long due;
    private long asked;

    /**
     * Spares {@code dear}.
     *
     * @param resting whether nothing is trained that it could hold up
     * @param spared how many questions are spared at present, this one among them
     * @param nanoseconds the time
     */
    public Throttled(Probe<A> dear, BooleanSupplier resting, IntSupplier spared, LongSupplier nanoseconds) {
        this.dear = dear;
        this.resting = resting;
        this.spared = spared;
        this.nanoseconds = nanoseconds;
    }

    /** How often the question was asked in truth. */
    public long asked() {
        return asked;
    }

    @Override
    public A answer(Replica replica) {
        A known = last;
        long began = nanoseconds.getAsLong();
        if (known != null && !resting.getAsBoolean() && began - due < 0) {
            return known;
        }
        asked++;
        A answer = dear.answer(replica);
        long now = nanoseconds.getAsLong();
        due = now + PAUSE * spared.getAsInt() * (now - began);
        last = answer;
        return answer;
    }
}
