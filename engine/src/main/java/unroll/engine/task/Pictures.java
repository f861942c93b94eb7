package unroll.engine.task;

import unroll.engine.random.Philox;
import unroll.engine.sequence.Split;

/** A source of pictures, brightnesses in 0..1 row by row, each a pure function of the random stream. */
interface Pictures {
    /** Paints one into the zeros from {@code at} on; allocates nothing. */
    void paint(Split split, Philox random, double[] to, int at);
}
