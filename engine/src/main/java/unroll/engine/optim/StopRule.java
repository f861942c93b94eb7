package unroll.engine.optim;

/** Decides when the iterations that minimise a quadratic may stop; each run begins with iteration 1. */
interface StopRule {
    /**
     * Whether to stop after iteration {@code i}.
     *
     * @param kept whether this iterate is one of those that are kept
     * @param quadratic the value at {@code x}
     */
    boolean enough(int i, boolean kept, double quadratic, double[] x);

    /** Why it stopped: some words for people. */
    String words();
}
