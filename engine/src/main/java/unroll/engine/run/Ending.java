package unroll.engine.run;

import unroll.engine.optim.Step;

/** Decides whether a run has done enough before all its updates are made; called on the trainer's thread, it returns at once. */
public interface Ending {
    /** Only the experiment's own number of updates ends the run. */
    Ending NEVER = new Ending() {
        @Override
        public boolean spent(Step step, double seconds) {
            return false;
        }

        @Override
        public boolean reached(double[] scores) {
            return false;
        }
    };

    /**
     * After each update: whether no more may be made. Then there is a last test.
     *
     * @param seconds of training so far
     */
    boolean spent(Step step, double seconds);

    /** After each test: whether there is no need to go on. */
    boolean reached(double[] scores);
}
