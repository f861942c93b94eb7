package unroll.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.init.VariancePreserving;
import unroll.engine.loss.Loss;
import unroll.engine.model.Model;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** The gradient of the multiplicative RNN on symbols, as text has them: 350 units, 350 factors, 86 symbols, T 100, B 100. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MultiplicativeGradient {
    private static final int UNITS = 350;
    private static final int SYMBOLS = 86;
    private static final int STEPS = 100;
    private static final int BATCH = 100;

    private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
    private final Backend backend = CpuBackend.of(Precision.SINGLE);
    private final Model model = new MultiplicativeRnn(UNITS, UNITS, Activation.TANH).model(SYMBOLS, SYMBOLS);
    private final Buffer theta = backend.allocate(1, model.layout().size());
    private final Buffer gradient = backend.allocate(1, model.layout().size());
    private final ShardedObjective objective = new ShardedObjective(
            backend,
            new Problem(new Noise(SYMBOLS, true, STEPS, SYMBOLS, Loss.SOFTMAX), model),
            new ThroughTime(),
            Regularisation.NONE,
            BATCH,
            1,
            workers);

    /** Floating-point operations of the matrix products of one gradient; symbols cost none. */
    static double operations() {
        return 3 * 2.0 * BATCH * STEPS * UNITS * (2.0 * UNITS + SYMBOLS);
    }

    /** Draws parameters and the batch. */
    @Setup
    public void prepare() {
        double[] first = new VariancePreserving(1).draw(model.layout(), new Philox(1, Purpose.INITIALISATION));
        backend.write(first, 0, theta);
        objective.draw(0);
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
