package unroll.app.view;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.engine.run.Probe;
import unroll.engine.run.Replica;

/**
 * A dear question that is asked only now and then while the network trains; in between the last answer stands.
 *
 * @param <A> the answer, immutable
 */
public final class Sparing<A> implements Probe<A> {
    /** After an answer that took so long, so many times as long goes by without: a thirtieth of one core's time at most. */
    private static final long PAUSE = 29;

    private final Probe<A> dear;
    private final BooleanSupplier resting;
    private final LongSupplier nanoseconds;
    private @Nullable A last;
    private long due;
    private long asked;

    /**
     * Spares {@code dear}.
     *
     * @param resting whether nothing is trained that it could hold up
     * @param nanoseconds the time
     */
    public Sparing(Probe<A> dear, BooleanSupplier resting, LongSupplier nanoseconds) {
        this.dear = dear;
        this.resting = resting;
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
        due = now + PAUSE * (now - began);
        last = answer;
        return answer;
    }
}
