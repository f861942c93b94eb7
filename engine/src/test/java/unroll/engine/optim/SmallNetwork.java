package unroll.engine.optim;

import java.util.Arrays;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.GradientSettings;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.model.Model;
import unroll.engine.model.StandardRnn;
import unroll.engine.objective.NoiseTask;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** The loss of a recurrent network with three hidden units on noise: an objective with all that an optimiser can ask for. */
final class SmallNetwork implements AutoCloseable {
    /** Two shards. */
    private static final int BATCH = 30;

    private final Workers workers = new Workers(1);
    private final Backend backend;
    private final Objective objective;

    SmallNetwork(Precision precision) {
        this(precision, new ThroughTime(), Regularisation.NONE);
    }

    SmallNetwork(Precision precision, GradientSettings method, Regularisation regularisation) {
        backend = CpuBackend.of(precision);
        Model model = new StandardRnn(3, Activation.TANH).model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);
        objective = new ShardedObjective(
                backend, new Problem(new NoiseTask(), model), method, regularisation, BATCH, 4, workers);
    }

    Objective objective() {
        return objective;
    }

    /** Random parameters, the same each time. */
    Buffer start() {
        Philox random = new Philox(7, Purpose.SAMPLING);
        double[] numbers = new double[objective.dimension()];
        Arrays.setAll(numbers, i -> 0.4 * random.gaussian());
        return buffer(numbers);
    }

    Buffer buffer(double[] numbers) {
        Buffer theta = backend.allocate(1, numbers.length);
        backend.write(numbers, 0, theta);
        return theta;
    }

    double[] read(Buffer buffer) {
        return backend.read(buffer);
    }

    @Override
    public void close() {
        workers.close();
    }
}
