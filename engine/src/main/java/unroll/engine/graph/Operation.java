package unroll.engine.graph;

import java.util.stream.Stream;

/**
 * A step of the computation: it reads signals and parameters and writes one signal, in three sweeps over ranges of time steps
 * (thesis sec. 2.3). What no backend can compute is a {@link HostOperation}.
 */
public abstract class Operation {
    /**
     * A signal of which each step reads the values some steps before.
     *
     * @param lag steps, at least 1
     * @param state whether it may follow from values of earlier steps itself; what is given does not
     */
    record DelayedRead(Signal signal, int lag, boolean state) {}

    /** The signals that it reads at earlier steps. */
    Stream<DelayedRead> delayedReads() {
        return Stream.empty();
    }

    /** Time steps at which it works: from its first to one past its last. */
    abstract int begin();

    abstract int end();

    /** The signal that it writes, or one of them. */
    abstract Signal out();

    /** Gets ready what depends on parameters alone, before the values of the first step. */
    void prepare() {}

    /** Gets ready what depends on the parameters' directions alone. */
    void prepareTangents() {}

    /** Computes the values of time steps {@code from} to {@code to - 1}, of those among them at which it works. */
    final void forward(int from, int to) {
        int first = Math.max(from, begin());
        int last = Math.min(to, end());
        if (first < last) {
            values(first, last);
            written(first, last);
        }
    }

    /** Computes the directional values of those steps: the R-forward sweep. */
    final void push(int from, int to) {
        int first = Math.max(from, begin());
        int last = Math.min(to, end());
        if (first < last) {
            tangents(first, last);
        }
    }

    /**
     * Adds what the adjoint at those steps contributes to the adjoints of the signals that were read: the backward sweep.
     *
     * @param structural weight of the structural damping term at hidden units (thesis eq. 4.7), 0 for a gradient
     */
    final void pull(int from, int to, double structural) {
        int first = Math.max(from, begin());
        int last = Math.min(to, end());
        if (first < last) {
            adjoints(first, last, structural);
        }
    }

    /** Adds what the adjoint at those steps, all known by now, contributes to the gradients of parameters. */
    final void collect(int from, int to) {
        int first = Math.max(from, begin());
        int last = Math.min(to, end());
        if (first < last) {
            gradients(first, last);
        }
    }

    /** {@link #forward} at steps at which it works, as in the methods below. */
    abstract void values(int from, int to);

    /** Reports that the values have been written, if they are those of one signal. */
    void written(int from, int to) {}

    /** {@link #push}. */
    abstract void tangents(int from, int to);

    /** {@link #pull}. */
    abstract void adjoints(int from, int to, double structural);

    /** {@link #collect}. */
    void gradients(int from, int to) {}
}
