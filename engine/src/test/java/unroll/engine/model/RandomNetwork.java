package unroll.engine.model;

import java.util.List;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Activate;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** A small network with random parameters and a random batch, some of whose steps do not count. */
public final class RandomNetwork {
    /**
     * What is built.
     *
     * @param symbols whether the inputs are symbols
     */
    public record NetworkSpec(
            ModelSettings model,
            Loss loss,
            int steps,
            int sequences,
            int inputs,
            int outputs,
            boolean symbols,
            long seed) {
        @Override
        public String toString() {
            return model + " " + loss + ", T " + steps + ", B " + sequences + ", I " + inputs
                    + (symbols ? " symbols" : "") + ", O " + outputs + ", seed " + seed;
        }
    }

    final NetworkSpec made;
    final Backend backend;
    final Layout layout;
    final Parameters parameters;
    final Rollout rollout;
    final double[] theta;
    final double[] weights;
    final double scale;

    /** The same numbers on every backend. */
    public RandomNetwork(Backend backend, NetworkSpec c) {
        made = c;
        this.backend = backend;
        Model model = c.model.model(c.inputs, c.outputs);
        layout = model.layout();
        parameters = Parameters.of(layout, backend);
        rollout = new Rollout(
                backend,
                model,
                StepCriterion.of(c.loss),
                parameters,
                new Rollout.Shape(c.steps, c.sequences, c.inputs, c.symbols));
        scale = 1.0 / c.sequences;
        Philox random = new Philox(c.seed, Purpose.SAMPLING);
        theta = gaussian(random, layout.size(), 0.7);
        weights = new double[c.steps * c.sequences];
        for (int i = 0; i < weights.length; i++) {
            double weight = (i - missing()) % 4 == 2 ? 0 : 0.5 + random.nextDouble();
            weights[i] = i < missing() ? 0 : weight;
        }
        int rows = c.steps * c.sequences;
        double[] targets = new double[rows * c.outputs];
        for (int r = 0; r < rows; r++) {
            target(random, c, targets, r * c.outputs);
        }
        rollout.load(
                c.symbols ? codes(random, rows, c.inputs) : gaussian(random, rows * c.inputs, 1), targets, weights);
        set(theta);
    }

    /** A target that its loss allows: any number, a probability, a choice. */
    private static void target(Philox random, NetworkSpec c, double[] targets, int at) {
        for (int o = 0; o < c.outputs; o++) {
            targets[at + o] = switch (c.loss) {
                case SQUARED -> random.gaussian();
                case LOGISTIC -> random.nextDouble();
                case SOFTMAX -> 0;
            };
        }
        if (c.loss == Loss.SOFTMAX) {
            targets[at + random.integer(0, c.outputs - 1)] = 1;
        }
    }

    private static double[] codes(Philox random, int n, int symbols) {
        double[] codes = new double[n];
        for (int i = 0; i < n; i++) {
            codes[i] = random.integer(0, symbols - 1);
        }
        return codes;
    }

    static double[] gaussian(Philox random, int n, double deviation) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = deviation * random.gaussian();
        }
        return numbers;
    }

    /** Random numbers that are not those of the net. */
    public double[] random(int n, long salt) {
        return gaussian(new Philox(made.seed + 1000 * (salt + 1), Purpose.SAMPLING), n, 1);
    }

    /** Rows of the batch before the first prediction. */
    int missing() {
        return rollout.output().begin() * made.sequences();
    }

    /** Numbers in all predictions. */
    int predictions() {
        return rollout.output().value().size();
    }

    void set(double[] numbers) {
        backend.write(numbers, 0, parameters.value());
    }

    /** The parameters. */
    public double[] theta() {
        return theta.clone();
    }

    /** theta plus a step along a direction; what is fixed does not move. */
    double[] at(double step, double[] direction) {
        return moved(theta, step, direction);
    }

    /** Other parameters plus such a step. */
    double[] moved(double[] from, double step, double[] direction) {
        double[] moved = from.clone();
        for (Layout.Slot slot : layout.slots()) {
            for (int i = slot.offset(); i < slot.offset() + slot.size() && !slot.fixed(); i++) {
                moved[i] += step * direction[i];
            }
        }
        return moved;
    }

    /** The loss at other parameters. */
    public double value(double[] numbers) {
        set(numbers);
        return rollout.value(scale);
    }

    /** The gradient by the engine. */
    public double[] gradient() {
        set(theta);
        rollout.gradient(scale);
        return read(parameters.gradient());
    }

    /** Whether number {@code i} of the values of non-linearity {@code k} belongs to a step after the last that counts in its sequence. */
    boolean padding(int k, int i) {
        Signal signal = rollout.graph().units().get(k).units();
        int row = i / signal.width();
        int sequence = row % signal.sequences();
        for (int t = signal.begin() + row / signal.sequences();
                t < rollout.graph().steps();
                t++) {
            if (weights[t * signal.sequences() + sequence] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The values of all hidden units, layer by layer and gate by gate, at other parameters. */
    List<double[]> units(double[] numbers) {
        set(numbers);
        rollout.graph().forward();
        return rollout.graph().units().stream()
                .map(units -> read(units.units().value()))
                .toList();
    }

    /** The non-linearity of each of them. */
    List<Activation> activations() {
        return rollout.graph().units().stream().map(Activate::activation).toList();
    }

    /** Outputs' pre-activations at other parameters. */
    double[] output(double[] numbers) {
        set(numbers);
        rollout.graph().forward();
        return read(rollout.output().value());
    }

    /** J v by the engine. */
    double[] push(double[] v) {
        set(theta);
        rollout.graph().forward();
        backend.write(v, 0, parameters.direction());
        rollout.graph().push();
        return read(rollout.output().tangent());
    }

    /** J' w by the engine. */
    double[] pull(double[] w) {
        set(theta);
        rollout.graph().forward();
        backend.fill(0, parameters.gradient());
        backend.write(w, 0, rollout.output().adjoint());
        rollout.graph().pull(List.of(rollout.output()), 0);
        return read(parameters.gradient());
    }

    /** G v by the engine. */
    public double[] gaussNewton(double[] v, double structural) {
        set(theta);
        rollout.value(scale);
        backend.write(v, 0, parameters.direction());
        rollout.gaussNewton(scale, structural);
        return read(parameters.gradient());
    }

    double[] read(Buffer buffer) {
        return backend.read(buffer);
    }

    static double[] unit(int n, int i) {
        double[] unit = new double[n];
        unit[i] = 1;
        return unit;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double largest(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
