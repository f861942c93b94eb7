package unroll.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How fast updates are made, over the last seconds; over the last few updates where each takes long. They can be held back,
 * that people can follow them.
 */
final class Pace {
    /** Seconds over which the speed is averaged. */
    private static final double WINDOW = 2;

    /** Updates over which it is averaged at least: those of one method may take now more, now less. */
    private static final long LEAST = 4;

    private final LongSupplier clock;
    private boolean first = true;
    private long from;
    private long since;
    private double perSecond;
    private long apart;
    private long next;

    /** @param clock in nanoseconds */
    Pace(LongSupplier clock) {
        this.clock = clock;
        next = clock.getAsLong();
    }

    /** From now on at most so many updates a second; infinity for as many as can be made. */
    void limit(double updatesPerSecond) {
        apart = (long) (1e9 / updatesPerSecond);
        long now = clock.getAsLong();
        next = next - now > apart ? now + apart : next;
    }

    /** Milliseconds until the next update may be made, rounded up; 0 where it may. */
    long patience() {
        long left = next - clock.getAsLong();
        return apart == 0 || left <= 0 ? 0 : (left + 999_999) / 1_000_000;
    }

    /** Begins anew at an update. */
    void restart(long update) {
        from = update;
        since = clock.getAsLong();
        next = since;
        perSecond = 0;
        first = true;
    }

    /** Takes note of the updates made so far. */
    void count(long update) {
        long now = clock.getAsLong();
        next = next + apart - now > 0 ? next + apart : now; // none makes up for one that was late
        double seconds = (now - since) * 1e-9;
        boolean enough = seconds >= WINDOW && update - from >= LEAST;
        if (enough || first) { // the first window is told as it grows, for its first update is the slowest
            perSecond = (update - from) / Math.max(seconds, 1e-9);
        }
        if (enough) {
            from = update;
            since = now;
            first = false;
        }
    }

    /** Updates a second; 0 before the first. */
    double perSecond() {
        return perSecond;
    }

    /**
     * How long so many updates will take; empty before the first.
     *
     * @param underWay seconds for which the first of them has been under way
     */
    Optional<Duration> left(long updates, double underWay) {
        if (perSecond == 0) {
            return Optional.empty();
        }
        double seconds = Math.max(0, updates) / perSecond - underWay;
        return Optional.of(Duration.ofMillis((long) (1000 * Math.max(0, seconds))));
    }
}
