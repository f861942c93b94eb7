package unroll.app.view;

/**
 * Where the time step is while it moves on by itself: a function of the clock alone, so that whatever follows it agrees.
 *
 * @param since when it was at the beginning of step {@code from}, in nanoseconds of the clock
 * @param from that step, from 0; below 0 while steps are counted in before the first
 * @param nanos how long a step lasts, at least 1
 * @param end one past the last step, at least 1
 * @param loops whether the first step follows the last
 */
public record Playhead(long since, int from, long nanos, int end, boolean loops) {
    public Playhead {
        if (nanos < 1 || end < 1 || from >= end) {
            throw new IllegalArgumentException("no steps of " + nanos + " ns lead from " + from + " to " + end);
        }
    }

    /** How many steps it has come to, those of every round counted: the one it is in, {@code from} at first. */
    public long count(long now) {
        return from + Math.floorDiv(now - since, nanos);
    }

    /** The same between the steps: 2.5 in the middle of the third. */
    public double place(long now) {
        return from + (now - since) / (double) nanos;
    }

    /** When a count begins. */
    public long begins(long count) {
        return since + (count - from) * nanos;
    }

    /** The step of a count, below 0 while they are counted in. */
    public int step(long count) {
        return (int) (loops && count >= 0 ? count % end : count);
    }

    /** Which round a count belongs to, from 0. */
    public long round(long count) {
        return loops ? Math.max(0, count) / end : 0;
    }

    /** Whether it is behind the last step. */
    public boolean over(long now) {
        return !loops && count(now) >= end;
    }
}
