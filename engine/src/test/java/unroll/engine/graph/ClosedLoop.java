package unroll.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * A model that pushes a {@link PointMass}: at each step it receives a goal that is given and the state of the mass as it was some
 * steps ago. What varies is one vector: the parameters, then the first state of each sequence, then the goals.
 */
public final class ClosedLoop {
    static final int GOAL = 2;

    /** Weight of the forces in the loss. */
    private static final double EFFORT = 0.2;

    /**
     * What is built.
     *
     * @param delay steps after which the model sees the state, at least 1
     */
    public record LoopSpec(ModelSettings model, int steps, int sequences, int delay, long seed) {
        /** The first step at which the mass moves. */
        int begin() {
            return model.firstPrediction();
        }

        @Override
        public String toString() {
            return model + ", T " + steps + ", B " + sequences + ", delay " + delay + ", seed " + seed;
        }
    }

    final LoopSpec made;
    final Backend backend;
    final Graph graph;
    final Layout layout;
    final Parameters parameters;
    final Signal start;
    final Signal goal;
    final Signals signals;

    /** What is computed, of which the loss is made. */
    final List<Signal> outputs;

    final double[] z;

    private final boolean[] fixed;
    final double[] target;
    final double[] weight;

    /** What the loop computes. */
    record Signals(Signal seen, Signal state, Signal hidden, Signal force) {}

    /** The same numbers on every backend. */
    public ClosedLoop(Backend backend, LoopSpec c) {
        this(backend, c, new PointMass(PointMass.DRAG));
    }

    ClosedLoop(Backend backend, LoopSpec c, HostFunction plant) {
        made = c;
        this.backend = backend;
        Model model = c.model.model(GOAL + PointMass.STATE, PointMass.FORCE);
        layout = model.layout();
        parameters = Parameters.of(layout, backend);
        graph = new Graph(backend, c.steps, c.sequences);
        start = graph.start(PointMass.STATE, true);
        goal = graph.given(GOAL, true);
        signals = graph.loop(() -> wire(model, plant));
        outputs = List.of(signals.state, signals.force);
        Philox random = new Philox(c.seed, Purpose.SAMPLING);
        z = gaussian(random, layout.size() + start.value().size() + goal.value().size(), 0.6);
        fixed = new boolean[z.length];
        for (Layout.Slot slot : layout.slots()) {
            Arrays.fill(fixed, slot.offset(), slot.offset() + slot.size(), slot.fixed());
        }
        target = gaussian(random, numbers(signals.state), 1);
        weight = gaussian(random, numbers(signals.state), 1);
        Arrays.setAll(weight, i -> i % 5 == 3 ? 0 : Math.abs(weight[i])); // some do not count
        set(z);
    }

    private Signals wire(Model model, HostFunction plant) {
        Signal seen = graph.signal(PointMass.STATE);
        Signal before = graph.signal(PointMass.STATE, made.begin(), made.steps);
        Signal state = graph.signal(PointMass.STATE, made.begin(), made.steps);
        Signal v = graph.signal(GOAL + PointMass.STATE);
        graph.add(Delay.given(seen, state, made.delay, start));
        graph.add(Delay.given(before, state, 1, start));
        graph.add(Affine.join(v, goal, seen));
        Model.Wiring wiring = model.wire(graph, parameters, v);
        graph.add(new HostOperation(state, plant, before, wiring.output()));
        return new Signals(seen, state, wiring.hidden(), wiring.output());
    }

    static double[] gaussian(Philox random, int n, double deviation) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> deviation * random.gaussian());
        return numbers;
    }

    /** The vector at which derivatives are taken. */
    public double[] z() {
        return z.clone();
    }

    /** Random numbers that are not those of the case. */
    public double[] random(int n, long salt) {
        return gaussian(new Philox(made.seed + 1000 * (salt + 1), Purpose.SAMPLING), n, 1);
    }

    private static int numbers(Signal signal) {
        return signal.value().size();
    }

    void set(double[] numbers) {
        write(numbers, parameters.value(), start.value(), goal.value());
    }

    private void write(double[] numbers, Buffer... to) {
        int at = 0;
        for (Buffer buffer : to) {
            backend.write(numbers, at, buffer);
            at += buffer.size();
        }
    }

    double[] read(Buffer... from) {
        double[] numbers = new double[Arrays.stream(from).mapToInt(Buffer::size).sum()];
        int at = 0;
        for (Buffer buffer : from) {
            backend.read(buffer, numbers, at);
            at += buffer.size();
        }
        return numbers;
    }

    /** The vector plus a step along a direction; what is fixed does not move. */
    double[] at(double step, double[] direction) {
        double[] moved = z.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += fixed[i] ? 0 : step * direction[i];
        }
        return moved;
    }

    /** States and forces at another vector. */
    public double[] output(double[] numbers) {
        set(numbers);
        graph.forward();
        return read(signals.state.value(), signals.force.value());
    }

    /** The values of all hidden units after a sweep. */
    double[] units() {
        List<Buffer> all = new ArrayList<>();
        graph.units().forEach(unit -> all.add(unit.units().value()));
        return read(all.toArray(Buffer[]::new));
    }

    /** Half the weighted squared distance from the targets and the effort. */
    double value(double[] numbers) {
        double[] o = output(numbers);
        double sum = 0;
        for (int i = 0; i < o.length; i++) {
            double miss = i < target.length ? o[i] - target[i] : o[i];
            sum += curvature(i) * miss * miss / 2;
        }
        return sum;
    }

    /** The loss' second derivative by an element of the outputs. */
    double curvature(int i) {
        return i < weight.length ? weight[i] : EFFORT;
    }

    /** The derivative of the loss by each element of the outputs. */
    double[] seeds() {
        double[] o = output(z);
        double[] seeds = new double[o.length];
        for (int i = 0; i < o.length; i++) {
            seeds[i] = curvature(i) * (i < target.length ? o[i] - target[i] : o[i]);
        }
        return seeds;
    }

    /** The derivative of the loss by the vector. */
    public double[] gradient() {
        return pull(seeds(), 0);
    }

    /** J v. */
    double[] push(double[] v) {
        set(z);
        graph.forward();
        write(v, parameters.direction(), start.tangent(), goal.tangent());
        graph.push();
        return read(signals.state.tangent(), signals.force.tangent());
    }

    /** J' w, after a forward sweep. */
    double[] pull(double[] w, double structural) {
        backend.fill(0, parameters.gradient());
        backend.fill(Double.NaN, start.adjoint());
        backend.fill(Double.NaN, goal.adjoint());
        write(w, signals.state.adjoint(), signals.force.adjoint());
        graph.pull(outputs, structural);
        return gradients();
    }

    double[] gradients() {
        return read(parameters.gradient(), start.adjoint(), goal.adjoint());
    }

    /** The Gauss-Newton product, with structural damping of that weight. */
    public double[] gaussNewton(double[] v, double structural) {
        double[] hjv = push(v);
        for (int i = 0; i < hjv.length; i++) {
            hjv[i] *= curvature(i);
        }
        return pull(hjv, structural);
    }
}
