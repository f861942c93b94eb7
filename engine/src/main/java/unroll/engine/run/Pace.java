package unroll.engine.run;

/** How fast updates are made, over the last seconds. */
final class Pace {
    /** Seconds over which the speed is averaged. */
    private static final double WINDOW = 2;

    private long from;
    private long since;
    private double perSecond;

    /** Begins anew at an update. */
    void restart(long update) {
        from = update;
        since = System.nanoTime();
        perSecond = 0;
    }

    /** Takes note of the updates made so far. */
    void count(long update) {
        double seconds = (System.nanoTime() - since) * 1e-9;
        if (perSecond == 0 || seconds >= WINDOW) {
            perSecond = (update - from) / Math.max(seconds, 1e-9);
        }
        if (seconds >= WINDOW) {
            from = update;
            since = System.nanoTime();
        }
    }

    /** Updates a second; 0 before the first. */
    double perSecond() {
        return perSecond;
    }
}
