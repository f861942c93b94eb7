package unroll.engine.task;

import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;

/** Where the movements of a {@link ControlTask} begin and end, and what acts on them. */
interface Trials {
    /** For {@link #count} where there is no end. */
    int ENDLESS = Integer.MAX_VALUE;

    /** How many different movements there are; those of equal numbers, but for multiples of it, are the same. */
    int count();

    /**
     * Writes one movement into the inputs of column {@code b}, which hold zeros: the first state and the goal into the first step, what acts
     * into every step; allocates nothing.
     */
    void draw(Philox random, Batch batch, int b);
}
