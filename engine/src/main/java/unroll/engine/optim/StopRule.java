package unroll.engine.optim;

/** Says when the iterations that minimise a quadratic have come far enough; each run begins with iteration 1. */
interface StopRule {
    /**
     * Whether to stop after iteration {@code i}.
     *
     * @param kept whether this iterate is one of those kept to look back at
     * @param quadratic the value at {@code x}
     */
    boolean enough(int i, boolean kept, double quadratic, double[] x);

    /** Why it stopped: some words for people. */
    String words();
}
