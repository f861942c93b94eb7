package unroll.engine.graph;

import java.util.stream.Stream;

/**
 * An affine operation at some steps only, where another with other parameters does its work before or after: also inside a
 * {@link Loop} over all steps.
 */
public final class During extends Operation {
    private final int from;
    private final int to;
    private final Affine operation;

    /** {@code operation} at steps {@code from} to {@code to - 1}. */
    public During(int from, int to, Affine operation) {
        if (from < operation.begin() || to > operation.end() || from >= to) {
            throw new IllegalArgumentException(
                    "steps " + from + " to " + to + " are no part of " + operation.begin() + " to " + operation.end());
        }
        this.from = from;
        this.to = to;
        this.operation = operation;
    }

    /** What it does at its steps. */
    public Affine operation() {
        return operation;
    }

    @Override
    Signal out() {
        return operation.out();
    }

    @Override
    public int begin() {
        return from;
    }

    @Override
    public int end() {
        return to;
    }

    @Override
    Stream<DelayedRead> delayedReads() {
        return operation.delayedReads();
    }

    @Override
    void prepare() {
        operation.prepare();
    }

    @Override
    void prepareTangents() {
        operation.prepareTangents();
    }

    @Override
    void values(int first, int last) {
        operation.forward(first, last);
    }

    @Override
    void tangents(int first, int last) {
        operation.tangents(first, last);
    }

    @Override
    void adjoints(int first, int last, double structural) {
        operation.adjoints(first, last, structural);
    }

    @Override
    void gradients(int first, int last) {
        operation.gradients(first, last);
    }
}
