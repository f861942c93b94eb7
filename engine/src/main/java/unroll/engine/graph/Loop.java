package unroll.engine.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Operations that feed themselves through a {@link Delay}: swept one time step at a time, while the gradients of their
 * weights are one product over all steps.
 */
public final class Loop extends Operation {
    private final Operation[] body; // a loop over an array allocates no iterator

    /** The operations of one step in an order in which each comes after those it reads; all exist at the same steps. */
    public Loop(Operation... body) {
        this.body = body.clone();
    }

    /** The same from a list. */
    public Loop(List<Operation> body) {
        this.body = body.toArray(Operation[]::new);
    }

    Stream<Operation> body() {
        return Arrays.stream(body);
    }

    @Override
    Signal out() {
        return body[0].out();
    }

    @Override
    int begin() {
        return body[0].begin();
    }

    @Override
    int end() {
        return body[0].end();
    }

    @Override
    void prepare() {
        for (Operation operation : body) {
            operation.prepare();
        }
    }

    @Override
    void prepareTangents() {
        for (Operation operation : body) {
            operation.prepareTangents();
        }
    }

    @Override
    void values(int from, int to) {
        try (var _ = out().backend().loop(out().sequences())) {
            for (int t = from; t < to; t++) {
                for (Operation operation : body) {
                    operation.forward(t, t + 1);
                }
            }
        }
    }

    @Override
    void tangents(int from, int to) {
        try (var _ = out().backend().loop(out().sequences())) {
            for (int t = from; t < to; t++) {
                for (Operation operation : body) {
                    operation.push(t, t + 1);
                }
            }
        }
    }

    @Override
    void adjoints(int from, int to, double structural) {
        try (var _ = out().backend().loop(out().sequences())) {
            for (int t = to - 1; t >= from; t--) {
                for (int i = body.length - 1; i >= 0; i--) {
                    body[i].pull(t, t + 1, structural);
                }
            }
        }
    }

    @Override
    void gradients(int from, int to) {
        for (Operation operation : body) {
            operation.collect(from, to);
        }
    }
}
