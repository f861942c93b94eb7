package unroll.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.baseline.Baseline;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.init.VariancePreserving;
import unroll.engine.loss.Loss;
import unroll.engine.model.Model;
import unroll.engine.model.StandardRnn;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.task.Appearance;
import unroll.engine.task.Batch;
import unroll.engine.task.Metric;
import unroll.engine.task.Split;
import unroll.engine.task.Task;

/** Our gradient of the standard RNN on a drawn batch, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UnrollGradient {
    @Param({"ADDITION", "MUSIC", "VIDEO", "LARGE_BATCH"})
    Shape shape = Shape.ADDITION;

    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final Backend backend = CpuBackend.of(Precision.SINGLE);
    private Buffer theta = backend.allocate(1, 1);
    private Buffer gradient = backend.allocate(1, 1);
    private ShardedObjective objective = objective(shape);

    /** Draws parameters and the batch. */
    @Setup
    public void prepare() {
        Model model = model(shape);
        objective = objective(shape);
        theta = backend.allocate(1, model.layout().size());
        gradient = backend.allocate(1, model.layout().size());
        double[] first = new VariancePreserving(1).draw(model.layout(), new Philox(1, Purpose.INITIALISATION));
        backend.write(first, 0, theta);
        objective.draw(0);
    }

    private ShardedObjective objective(Shape shape) {
        return new ShardedObjective(
                backend, new Noise(shape), model(shape), new ThroughTime(), shape.batch, 1, workers);
    }

    private static Model model(Shape shape) {
        return new StandardRnn(shape.hidden, Activation.TANH).model(shape.inputs, shape.outputs);
    }

    /** One gradient. */
    @Benchmark
    public double gradient() {
        return objective.gradient(theta, gradient);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** Random numbers in and out, for speed does not depend on them. */
    private record Noise(Shape shape) implements Task {
        @Override
        public int inputs() {
            return shape.inputs;
        }

        @Override
        public int outputs() {
            return shape.outputs;
        }

        @Override
        public int steps() {
            return shape.steps;
        }

        @Override
        public Loss loss() {
            return shape.loss;
        }

        @Override
        public void draw(Split split, Philox random, Batch batch, int b) {
            for (int t = 0; t < shape.steps; t++) {
                for (int i = 0; i < shape.inputs; i++) {
                    batch.input()[batch.inputAt(t, b) + i] = random.nextDouble();
                }
                for (int o = 0; o < shape.outputs; o++) {
                    batch.target()[batch.targetAt(t, b) + o] = random.integer(0, 1);
                }
                batch.weight()[batch.weightAt(t, b)] = 1;
            }
        }

        @Override
        public List<Metric> metrics() {
            return List.of();
        }

        @Override
        public double floor(Batch batch) {
            return 0;
        }

        @Override
        public List<Baseline> baselines() {
            return List.of();
        }

        @Override
        public Appearance appearance() {
            return new Appearance.Series(List.of(), List.of());
        }
    }
}
