package unroll.bench;

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
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.init.VariancePreserving;
import unroll.engine.model.Model;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Our gradient and our Gauss-Newton product on a drawn batch, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UnrollGradient {
    @Param({"ADDITION", "MUSIC", "VIDEO", "LARGE_BATCH"})
    Shape shape = Shape.ADDITION;

    @Param({"RNN", "LSTM", "GRU"})
    PeerCell cell = PeerCell.RNN;

    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final Backend backend = CpuBackend.of(Precision.SINGLE);
    private Buffer theta = backend.allocate(1, 1);
    private Buffer gradient = backend.allocate(1, 1);
    private Buffer direction = backend.allocate(1, 1);
    private ShardedObjective objective = objective();
    private GaussNewton curvature = curved(objective);

    /** Draws parameters and the batch. */
    @Setup
    public void prepare() {
        Model model = model();
        objective = objective();
        curvature = curved(objective);
        theta = backend.allocate(1, model.layout().size());
        gradient = backend.allocate(1, model.layout().size());
        double[] first = new VariancePreserving(1).draw(model.layout(), new Philox(1, Purpose.INITIALISATION));
        backend.write(first, 0, theta);
        direction = backend.allocate(1, model.layout().size());
        backend.copy(theta, direction);
        objective.draw(0);
        objective.whole().gradient(theta, gradient);
    }

    private ShardedObjective objective() {
        return new ShardedObjective(
                backend,
                new Problem(Noise.of(shape), model()),
                new ThroughTime(),
                Regularisation.NONE,
                shape.batch,
                1,
                workers);
    }

    private static GaussNewton curved(ShardedObjective objective) {
        return objective.whole().curvature().require("This benchmark");
    }

    private Model model() {
        return cell.model(shape.hidden).model(shape.inputs, shape.outputs);
    }

    /** One gradient. */
    @Benchmark
    public double gradient() {
        return objective.whole().gradient(theta, gradient);
    }

    /** One Gauss-Newton product with structural damping. */
    @Benchmark
    public void curvature() {
        curvature.product(direction, 0.01, gradient);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }
}
