package unroll.app.view;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * An expensive question that is asked only now and then while the network trains; in between the last answer stands.
 *
 * @param <A> the answer, immutable
 */
public final class Throttled<A> implements Probe<A> {
    /**
     * After an answer that took so long, so many times as long goes by without, and so many times more for each other
     * question that is throttled: all together take a sixtieth of one core's time at most.
     */
    private static final long PAUSE = 59;

    /**
     * An expensive question of which a part is cheap.
     *
     * @param <A> the answer, immutable
     */
    public interface Partly<A> extends Probe<A> {
        /** Answers the cheap part anew. */
        A between(Replica replica, A lastWhole);
    }

    private final Probe<A> expensive;
    private final BooleanSupplier resting;
    private final IntSupplier throttled;
    private final LongSupplier nanoseconds;
    private @Nullable A last;
    private long due;

    /**
     * Has {@code expensive} asked now and then.
     *
     * @param resting whether nothing is trained that it could hold up
     * @param throttled how many questions are throttled at present, this one among them
     * @param nanoseconds the time
     */
    public Throttled(Probe<A> expensive, BooleanSupplier resting, IntSupplier throttled, LongSupplier nanoseconds) {
        this.expensive = expensive;
        this.resting = resting;
        this.throttled = throttled;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public A answer(Replica replica) {
        A known = last;
        long began = nanoseconds.getAsLong();
        if (known != null && !resting.getAsBoolean() && began - due < 0) {
            return expensive instanceof Partly<A> partly ? partly.between(replica, known) : known;
        }
        A answer = expensive.answer(replica);
        long now = nanoseconds.getAsLong();
        due = now + PAUSE * throttled.getAsInt() * (now - began);
        last = answer;
        return answer;
    }
}
