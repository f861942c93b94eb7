package unroll.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Activation;
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
    private final List<Aside> asides = new ArrayList<>();
    private List<Operation> adding = operations;
    private @Nullable GraphState state; // found when first needed
    private final List<Signal> masks = new ArrayList<>();
    private final double dropout;

    /** An empty graph over T steps of B sequences, in which nothing is dropped. */
    public Graph(Backend backend, int steps, int sequences) {
        this(backend, steps, sequences, 0);
    }

    /** One in which that share of every signal that may be {@link #dropped} is. */
    public Graph(Backend backend, int steps, int sequences, double dropout) {
        this.backend = backend;
        this.steps = steps;
        this.sequences = sequences;
        this.dropout = dropout;
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

    /** Numbers that are given at every step; {@code differentiable} if the derivative of the loss with respect to them is wanted. */
    public Signal given(int width, boolean differentiable) {
        return register(Signal.given(backend, 0, steps, sequences, width, differentiable));
    }

    /** Symbols that are given at every step by their codes, 0 to {@code width - 1}. */
    public Signal symbols(int width) {
        return register(Signal.symbols(backend, steps, sequences, width));
    }

    /** Numbers that are given once for each sequence, for a {@link Delay} to start with; {@code differentiable} as for {@link #given}. */
    public Signal start(int width, boolean differentiable) {
        return register(Signal.given(backend, 0, 1, sequences, width, differentiable));
    }

    /** A signal at every step, for an operation to compute. */
    public Signal signal(int width) {
        return signal(width, 0, steps);
    }

    /** A signal at steps {@code from} to {@code to - 1}, for an operation to compute. */
    public Signal signal(int width, int from, int to) {
        return register(Signal.computed(backend, from, to - from, sequences, width));
    }

    /**
     * The signal with a share of its numbers silenced and the others scaled so that their mean is the same; the signal itself
     * where nothing is dropped, and symbols, of which there is nothing to drop.
     */
    public Signal dropped(Signal x) {
        return dropped(x, this::add);
    }

    /** The same where the signal is computed in a loop, of whose body the operation is part. */
    public Signal dropped(Signal x, Consumer<Operation> body) {
        if (dropout == 0 || x.symbolic()) {
            return x;
        }
        Signal mask = register(Signal.given(backend, x.begin(), x.steps(), sequences, x.width(), false));
        backend.fill(1, mask.value());
        masks.add(mask);
        Signal out = signal(x.width(), x.begin(), x.end());
        body.accept(new Combine(out, Combine.product(x, mask)));
        return out;
    }

    /** Chooses anew what is dropped, by numbers that are uniform in [0, 1). */
    public void drop(DoubleSupplier uniform) {
        for (int m = 0; m < masks.size(); m++) {
            Signal mask = masks.get(m);
            double[] kept = new double[mask.value().size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = uniform.getAsDouble() < dropout ? 0 : 1 / (1 - dropout);
            }
            backend.write(kept, 0, mask.value());
        }
    }

    /** Numbers that a sweep writes: the values of all signals at all steps of all sequences. */
    public long numbers() {
        return signals.stream().mapToLong(signal -> signal.value().size()).sum();
    }

    private Signal register(Signal signal) {
        signals.add(signal);
        return signal;
    }

    /** Adds an operation that reads only what operations before it compute. */
    public void add(Operation operation) {
        adding.add(operation);
        state = null;
    }

    /** An empty {@link Aside}: for operations that only a criterion reads. */
    public Aside aside() {
        Aside aside = new Aside();
        asides.add(aside);
        return aside;
    }

    /**
     * Makes one {@link Loop} of all operations that {@code body} adds, with those of the loops among them in their place. Each does its
     * step in turn, so that a {@link Delay} may feed what a later one computes back to an earlier one: a whole model can be wired here,
     * as it is, followed by the plant that its outputs control.
     *
     * @param body adds operations in an order in which each comes after those it reads
     * @return what {@code body} returns, such as the outputs of the loop
     */
    public <T> T loop(Supplier<T> body) {
        List<Operation> outer = adding;
        List<Operation> inner = new ArrayList<>();
        adding = inner;
        T made;
        try {
            made = body.get();
        } finally {
            adding = outer;
        }
        add(new Loop(inner));
        return made;
    }

    /**
     * Lets an intervention change the values of a signal in every forward sweep from now on, in place of any earlier one. The values of
     * a given signal change when {@link Signal#written} is called.
     *
     * @throws IllegalArgumentException where the signal is computed in several pieces, of which none is the whole
     */
    public void intervene(Signal x, Intervention change) {
        long makers = operations()
                .filter(operation -> operation instanceof SingleOutput single && single.out() == x)
                .count();
        if (makers > 1) {
            throw new IllegalArgumentException(
                    "the signal is the sum of " + makers + " operations; choose a signal that is computed from it");
        }
        x.intervene(change);
    }

    /** Removes the intervention of a signal, if it has one. */
    public void clearIntervention(Signal x) {
        x.intervene(null);
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

    /** The operations that compute a signal, in their order, also those inside loops; none if it is given. */
    public List<Operation> makers(Signal out) {
        return operations().filter(operation -> operation.out() == out).toList();
    }

    /** The affine operation that computes all of a signal and is in no loop; empty if the signal is computed otherwise. */
    public Optional<Affine> affine(Signal out) {
        List<Operation> makers = operations()
                .filter(operation -> operation instanceof SingleOutput single && single.out() == out)
                .toList();
        return makers.size() == 1
                        && operations.contains(makers.getFirst())
                        && makers.getFirst() instanceof Affine affine
                        && affine.whole()
                ? Optional.of(affine)
                : Optional.empty();
    }

    /** The non-linearity that computes all of a signal; empty if the signal is computed otherwise. */
    public Optional<Activation> activation(Signal out) {
        return units().stream().filter(unit -> unit.units() == out).findFirst().map(Activate::activation);
    }

    /** The value of every signal at every step. */
    public void forward() {
        forward(0, steps);
    }

    /** Gets ready what depends on parameters alone; a sweep from the first step on does so itself. */
    public void prepare() {
        for (int i = 0; i < operations.size(); i++) {
            operations.get(i).prepare();
        }
    }

    /** The values at steps {@code from} to {@code to - 1}, where those before are known: what a free run needs. */
    public void forward(int from, int to) {
        if (from == 0) {
            prepare();
        }
        for (int i = 0; i < operations.size(); i++) {
            operations.get(i).forward(from, to);
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
            operation.push(from, to);
        }
    }

    /**
     * Propagates adjoints from signals, whose adjoints the caller has written, to the parameters.
     *
     * @param seeded the signals; what they contribute to each other is added to what was written
     * @param structural weight of the structural damping at hidden units, 0 for a gradient
     */
    public void pull(List<Signal> seeded, double structural) {
        pull(seeded, 0, steps, structural);
    }

    /** The same through steps {@code to - 1} down to {@code from} only, as if what came before were given. */
    public void pull(List<Signal> seeded, int from, int to, double structural) {
        for (int i = 0; i < signals.size(); i++) {
            signals.get(i).release();
        }
        for (int i = 0; i < seeded.size(); i++) {
            Signal signal = seeded.get(i);
            signal.claim(Math.max(from, signal.begin()), Math.min(to, signal.end()));
        }
        for (int i = asides.size() - 1; i >= 0; i--) {
            asides.get(i).pull(from, to, structural);
        }
        pullThrough(operations, from, to, structural);
    }

    static void pullThrough(List<Operation> some, int from, int to, double structural) {
        for (int i = some.size() - 1; i >= 0; i--) {
            Operation operation = some.get(i);
            operation.pull(from, to, structural);
            operation.collect(from, to);
        }
    }

    /** Whether every operation works at every step, so that each step does the same, or at the first alone, for what it begins with. */
    public boolean stationary() {
        return operations()
                .allMatch(operation -> operation.begin() == 0 && (operation.end() == steps || operation.end() == 1));
    }

    /** What the operations that were added carry from step to step. */
    public GraphState state() {
        GraphState found = state;
        if (found == null) {
            found = new GraphState(
                    backend,
                    sequences,
                    operations.stream().flatMap(Operation::delayedReads).toList());
            state = found;
        }
        return found;
    }

    /** The signals that are remembered from one step to the next: the recurrent state. */
    public List<Signal> states() {
        return state().states();
    }

    /** How many steps back the longest memory of the {@link #states} reaches. */
    public int lags() {
        return state().lags();
    }

    /**
     * Propagates adjoints through step {@code t} alone, from signals whose adjoints at that step the caller has written, to the
     * parameters and to the {@link #states} of the {@link #lags} steps before, whose adjoints are overwritten.
     */
    public void pullStep(int t, List<Signal> seeded) {
        pull(seeded, t, t + 1, 0);
        for (Signal carried : states()) {
            carried.settle(Math.max(carried.begin(), t - lags()), Math.clamp(t, carried.begin(), carried.end()));
        }
    }

    /**
     * What counts as {@link #state carried} into the first step: what the delays begin with. Computes that step with the inputs that are
     * there.
     *
     * @return {@code [B][size]}
     */
    public double[] starts() {
        double[] starts = new double[sequences * state().size()];
        state().readStarts(this, starts);
        return starts;
    }
}
