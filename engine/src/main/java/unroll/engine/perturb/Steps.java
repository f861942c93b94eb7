package unroll.engine.perturb;

/**
 * Time steps one after the other.
 *
 * @param from the first, from 0; -1 is what the network starts with
 * @param to one past the last
 */
public record Steps(int from, int to) {
    /** All there are, and what the network starts with. */
    static final Steps ALL = new Steps(-1, Integer.MAX_VALUE);

    public Steps {
        if (from < -1 || to <= from) {
            throw new IllegalArgumentException(
                    "steps " + (from + 1) + " to " + to + " are none: begin at 1 or later and last a step at least");
        }
    }

    /** One step alone. */
    public static Steps at(int step) {
        return new Steps(step, step + 1);
    }

    /** So many steps from {@code step} on; as many as there are numbers for. */
    public static Steps from(int step, int count) {
        return new Steps(step, (int) Math.min(Integer.MAX_VALUE, step + (long) count));
    }

    /** How many there are. */
    public int count() {
        return to - from;
    }

    /** For people, who count from 1: "t 8" or "t 8–12". */
    String words() {
        return count() == 1 ? "t " + (from + 1) : "t " + (from + 1) + "\u2013" + to;
    }

    boolean contains(int step) {
        return step >= from && step < to;
    }
}
