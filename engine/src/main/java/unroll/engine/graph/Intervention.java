package unroll.engine.graph;

import unroll.engine.backend.Buffer;

/** Changes the values of a signal as soon as they are there, before anything reads them. */
@FunctionalInterface
public interface Intervention {
    /**
     * Changes what it likes of one step.
     *
     * @param step the time step, from 0; the one before the signal's first for what a {@link Delay} of it starts with
     * @param rows the values, {@code [B][width]}
     */
    void change(int step, Buffer rows);
}
