package unroll.engine.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Operations of which each does one time step after the other, all of them in turn, so that one may read through a {@link Delay}
 * what a later one computed; the gradients of their weights are one product over all steps.
 */
public final class Loop extends Operation {
    private final Operation[] body; // a loop over an array allocates no iterator
    private final int begin;
    private final int end;

    /**
     * The operations of one step in an order in which each comes after those it reads; a loop among them gives its own in its
     * place. Each works at its own steps.
     */
    public Loop(Operation... body) {
        this(List.of(body));
    }

    /** The same from a list. */
    public Loop(List<Operation> body) {
        this.body = body.stream()
                .flatMap(operation -> operation instanceof Loop loop ? loop.body() : Stream.of(operation))
                .toArray(Operation[]::new);
        if (this.body.length == 0) {
            throw new IllegalArgumentException("a loop of no operations does nothing at any step");
        }
        begin = body().mapToInt(Operation::begin).min().orElseThrow();
        end = body().mapToInt(Operation::end).max().orElseThrow();
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
        return begin;
    }

    @Override
    int end() {
        return end;
    }

    @Override
    Stream<DelayedRead> delayedReads() {
        return body().flatMap(Operation::delayedReads)
                .map(read -> new DelayedRead(read.signal(), read.lag(), read.state() || computes(read.signal())));
    }

    private boolean computes(Signal signal) {
        return body().anyMatch(operation -> operation.out() == signal);
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
