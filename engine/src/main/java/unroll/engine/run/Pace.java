package unroll.engine.run;

import java.time.Duration;
import java.util.Optional;

/** How fast updates are made, over the last seconds; over the last few updates where each takes long. */
final class Pace {
    /** Seconds over which the speed is averaged. */
    private static final double WINDOW = 2;

    /** Updates over which it is averaged at least: those of one method may take now more, now less. */
    private static final long LEAST = 4;

    private boolean first = true;
    private long from;
    private long since;
    private double perSecond;

    /** Begins anew at an update. */
    void restart(long update) {
        from = update;
        since = System.nanoTime();
        perSecond = 0;
        first = true;
    }

    /** Takes note of the updates made so far. */
    void count(long update) {
        double seconds = (System.nanoTime() - since) * 1e-9;
        boolean enough = seconds >= WINDOW && update - from >= LEAST;
        if (perSecond == 0 || enough || first && seconds >= WINDOW) {
            perSecond = (update - from) / Math.max(seconds, 1e-9);
        }
        if (enough) {
            from = update;
            since = System.nanoTime();
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
