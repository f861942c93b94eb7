package unroll.engine.run;

/** The seconds that were spent on a run: those of work that is done, and of what is under way. */
final class Stopwatch {
    private double seconds;
    private long began;
    private boolean underway;

    /** Goes on from what was spent before. */
    void restore(double spent) {
        seconds = spent;
    }

    /** Begins a piece of work. */
    void begin() {
        began = System.nanoTime();
        underway = true;
    }

    /** Counts the piece of work, which is done. */
    void end() {
        seconds += underWay();
        underway = false;
    }

    /** Forgets the piece of work, which was given up. */
    void giveUp() {
        underway = false;
    }

    boolean isUnderway() {
        return underway;
    }

    /** Seconds since the piece of work under way began; 0 if none is. */
    double underWay() {
        return underway ? (System.nanoTime() - began) * 1e-9 : 0;
    }

    /** Seconds of all that was done. */
    double seconds() {
        return seconds;
    }
}
