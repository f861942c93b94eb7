package unroll.engine.loss;

/**
 * How an alignment, one label or blank at each of T steps, becomes a label string of length {@code M <= T}.
 *
 * <p>Labels are numbered from 0; the blank is the class after the last label.
 */
public enum Collapse {
    /** Blanks are dropped and all labels stay (thesis eq. 2.46): "ll" takes two steps. */
    DROP_BLANKS,
    /** Equal neighbours become one, then blanks are dropped (Graves et al. 2006): "ll" takes a blank in between. */
    MERGE_REPEATS;

    /** Whether {@code label} at a step adds nothing after {@code previous} at the step before. */
    public boolean merges(int previous, int label) {
        return this == MERGE_REPEATS && previous == label;
    }

    /**
     * The label string of an alignment.
     *
     * @param path a class at each of the first {@code steps} places
     * @param blank the class of the blank
     * @param labels takes the string; may be {@code path} itself
     * @return M, the length of the string
     */
    public int spell(int[] path, int steps, int blank, int[] labels) {
        int count = 0;
        int previous = blank;
        for (int t = 0; t < steps; t++) {
            int now = path[t];
            if (now != blank && !merges(previous, now)) {
                labels[count++] = now;
            }
            previous = now;
        }
        return count;
    }
}
