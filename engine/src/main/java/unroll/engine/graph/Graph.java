package unroll.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.backend.Backend;

/**
 * Signals over the T time steps of B sequences, the operations between them in an order in which each comes after those it
 * reads, and the three sweeps over them (thesis sec. 2.3). The sweeps count instead of iterating, so that no iterator is
 * allocated.
 */
public final class Graph {
    private final Backend backend;
    private final int steps;
    private final int sequences;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    /** An empty graph over T steps of B sequences. */
    public Graph(Backend backend, int steps, int sequences) {
        this.backend = backend;
        this.steps = steps;
        this.sequences = sequences;
    }

    public Backend backend() {
        return backend;
    }

    /** Time steps, T. */
    public int steps() {
        return steps;
    }

    /** Sequences, B. */
    public int sequences() {
        return sequences;
    }

    /** Numbers that are given at every step; {@code asked} says whether the loss' derivative by them is wanted. */
    public Signal given(int width, boolean asked) {
        return register(Signal.given(backend, steps, sequences, width, asked));
    }

    /** Symbols that are given at every step by their codes, 0 to {@code width - 1}. */
    public Signal symbols(int width) {
        return register(Signal.symbols(backend, steps, sequences, width));
    }

    /** A signal at every step, for an operation to compute. */
    public Signal signal(int width) {
        return signal(width, 0, steps);
    }

    /** A signal at steps {@code from} to {@code to - 1}, for an operation to compute. */
    public Signal signal(int width, int from, int to) {
        return register(Signal.computed(backend, from, to - from, sequences, width));
    }

    private Signal register(Signal signal) {
        signals.add(signal);
        return signal;
    }

    /** Adds an operation that reads only what operations before it compute. */
    public void add(Operation operation) {
        operations.add(operation);
    }

    /** The hidden units: every non-linearity, also those inside loops. */
    public List<Activate> units() {
        return operations()
                .filter(Activate.class::isInstance)
                .map(Activate.class::cast)
                .toList();
    }

    /** Every operation, those inside loops in their place. */
    private Stream<Operation> operations() {
        return operations.stream()
                .flatMap(operation -> operation instanceof Loop loop ? loop.body() : Stream.of(operation));
    }

    /** The affine operation that computes all of a signal and is in no loop; empty if the signal comes about otherwise. */
    public Optional<Affine> affine(Signal out) {
        List<Operation> makers = operations()
                .filter(operation -> operation instanceof Unit unit && unit.out() == out)
                .toList();
        return makers.size() == 1
                        && operations.contains(makers.getFirst())
                        && makers.getFirst() instanceof Affine affine
                        && affine.whole()
                ? Optional.of(affine)
                : Optional.empty();
    }

    /** The value of every signal at every step. */
    public void forward() {
        forward(0, steps);
    }

    /** The values at steps {@code from} to {@code to - 1}, where those before are known: what a free run needs. */
    public void forward(int from, int to) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (from == 0) {
                operation.prepare();
            }
            int first = Math.max(from, operation.begin());
            int last = Math.min(to, operation.end());
            if (first < last) {
                operation.forward(first, last);
            }
        }
    }

    /** The directional value of every signal, in the direction that the parameters' tangents hold: the R operator. */
    public void push() {
        push(0, steps);
    }

    /** The directional values at some steps, where those before are known. */
    public void push(int from, int to) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (from == 0) {
                operation.prepareTangents();
            }
            int first = Math.max(from, operation.begin());
            int last = Math.min(to, operation.end());
            if (first < last) {
                operation.push(first, last);
            }
        }
    }

    /**
     * Propagates adjoints from {@code output}, whose adjoint the caller has written, to the parameters.
     *
     * @param structural weight of the structural damping at hidden units, 0 for a gradient
     */
    public void pull(Signal output, double structural) {
        pull(output, 0, steps, structural);
    }

    /** The same through steps {@code to - 1} down to {@code from} only, as if what came before were given. */
    public void pull(Signal output, int from, int to, double structural) {
        for (int i = 0; i < signals.size(); i++) {
            signals.get(i).release();
        }
        output.claim(Math.max(from, output.begin()), Math.min(to, output.end()));
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            int first = Math.max(from, operation.begin());
            int last = Math.min(to, operation.end());
            if (first < last) {
                operation.pull(first, last, structural);
                operation.collect(first, last);
            }
        }
    }
}
