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
import unroll.engine.init.Normal;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** The gradient of a Boltzmann machine with memory by contrastive divergence, of one batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DivergenceGradient {
    /** Which machine. */
    @Param
    Machine machine = Machine.RTRBM_225_200;

    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final Backend backend = CpuBackend.of(Precision.SINGLE);
    private ShardedObjective objective = objective();
    private Buffer theta = backend.allocate(1, 1);
    private Buffer gradient = backend.allocate(1, 1);

    /** Draws parameters and the batch. */
    @Setup
    public void prepare() {
        objective = objective();
        Layout layout = model().layout();
        theta = backend.allocate(1, layout.size());
        gradient = backend.allocate(1, layout.size());
        backend.write(
                new Normal(0.01, 0.01, false, false).draw(layout, new Philox(1, Purpose.INITIALISATION)), 0, theta);
        objective.draw(0);
    }

    private ShardedObjective objective() {
        return new ShardedObjective(
                backend,
                new Problem(new Noise(machine.visible, false, machine.steps, machine.visible, Loss.LOGISTIC), model()),
                new ThroughTime(),
                Regularisation.NONE,
                machine.sequences,
                1,
                workers);
    }

    private Model model() {
        return machine.settings().model(machine.visible, machine.visible);
    }

    /** One gradient. */
    @Benchmark
    public double gradient() {
        return objective.whole().gradient(theta, gradient);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }
}
