package unroll.app.chart;

import unroll.app.control.Tabled;

/** Numbers over the time steps of a sequence, and a sentence about them. Immutable. */
public interface SteppedData extends Tabled {
    /** Time steps; 0 while there is nothing to see. */
    int steps();

    /** What is to be said of them; empty for nothing. */
    String words();
}
