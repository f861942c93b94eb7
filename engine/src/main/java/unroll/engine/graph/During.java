package unroll.engine.graph;

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

    @Override
    int begin() {
        return from;
    }

    @Override
    int end() {
        return to;
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
    void forward(int first, int last) {
        if (overlaps(first, last)) {
            operation.forward(Math.max(first, from), Math.min(last, to));
        }
    }

    @Override
    void push(int first, int last) {
        if (overlaps(first, last)) {
            operation.push(Math.max(first, from), Math.min(last, to));
        }
    }

    @Override
    void pull(int first, int last, double structural) {
        if (overlaps(first, last)) {
            operation.pull(Math.max(first, from), Math.min(last, to), structural);
        }
    }

    @Override
    void collect(int first, int last) {
        if (overlaps(first, last)) {
            operation.collect(Math.max(first, from), Math.min(last, to));
        }
    }

    private boolean overlaps(int first, int last) {
        return first < to && last > from;
    }
}
