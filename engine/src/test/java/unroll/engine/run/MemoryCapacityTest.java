package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.init.FixedParameters;
import unroll.engine.loss.Loss;
import unroll.engine.model.EchoState;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.objective.NoiseTask;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.optim.Optimiser;
import unroll.engine.optim.Ridge;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Schedule;
import unroll.engine.task.Task;

/**
 * Short-term memory (Jaeger 2001): with r_k the correlation of the best read-out of an independent input k steps ago with that input,
 * the sum of r_k^2 over all k is at most the number of units, and a good linear reservoir comes near it.
 */
class MemoryCapacityTest {
    private static final int UNITS = 12;

    /** Delays that are asked for: at a radius of 0.9 what lies further back is 0.9^40 = 1 % of what comes in. */
    private static final int DELAYS = 40;

    private static final int STEPS = 2000;
    private static final int SEQUENCES = 4;

    /** Independent numbers, and at each step the numbers of the last steps for targets. */
    private static final class Recall extends NoiseTask {
        Recall() {
            super(1, DELAYS, MemoryCapacityTest.STEPS, 100);
        }

        @Override
        public void draw(Split split, Philox random, Batch batch, int b) {
            for (int t = 0; t < steps(); t++) {
                batch.input()[batch.inputAt(t, b)] = random.uniform(-1, 1);
                for (int k = 1; k <= Math.min(t, DELAYS); k++) {
                    batch.target()[batch.targetAt(t, b) + k - 1] = batch.input()[batch.inputAt(t - k, b)];
                }
                batch.weight()[batch.weightAt(t, b)] = t < 100 ? 0 : 1;
            }
        }
    }

    private static EchoState settings(Activation activation, double radius, double inputScale) {
        return new EchoState(UNITS, activation, radius, UNITS, 1, inputScale, 0, 0, 4, 4);
    }

    /** The sum of squared correlations on fresh sequences. */
    private static double capacity(EchoState settings, long seed) {
        Task task = new Recall();
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        Model model = settings.model(1, DELAYS);
        double[] first = new double[model.layout().size()];
        FixedParameters.draw(settings, model.layout(), seed, first);
        Parameters parameters = Parameters.of(model.layout(), backend);
        try (Workers workers = new Workers(1)) {
            var objective = new ShardedObjective(
                    backend,
                    new Problem(task, model),
                    new ThroughTime(),
                    Regularisation.NONE,
                    SEQUENCES,
                    seed,
                    workers);
            Buffer theta = backend.allocate(1, first.length);
            backend.write(first, 0, theta);
            Optimiser ridge = new Ridge(Schedule.constant(1e-12), 0).optimiser(objective);
            assertThat(ridge.step(theta, 0).finite()).isTrue();
            backend.copy(theta, parameters.value());
        }
        Batch fresh = task.draw(Split.TEST, seed, Purpose.TEST_DATA, 0, SEQUENCES);
        Rollout rollout = new Rollout(
                backend,
                model,
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(STEPS, SEQUENCES, 1, false));
        rollout.load(fresh.input(), fresh.target(), fresh.weight());
        rollout.graph().forward();
        double[] output = new double[rollout.output().value().size()];
        backend.read(rollout.output().value(), output, 0);
        double sum = 0;
        for (int k = 0; k < DELAYS; k++) {
            sum += squaredCorrelation(fresh, output, k);
        }
        return sum;
    }

    private static double squaredCorrelation(Batch batch, double[] output, int k) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int r = 100 * SEQUENCES; r < STEPS * SEQUENCES; r++) {
            double a = output[r * DELAYS + k];
            double b = batch.target()[r * DELAYS + k];
            n++;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        double covariance = xy - x * y / n;
        double variances = (xx - x * x / n) * (yy - y * y / n);
        return variances > 0 ? covariance * covariance / variances : 0;
    }

    /** Each of 40 squared correlations is off by a few 1 / sqrt(7600), independently: by 0.1 all together. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_linear_reservoir_remembers_nearly_as_many_inputs_as_it_has_units_and_never_more(long seed) {
        double linear = capacity(settings(Activation.LINEAR, 0.9, 0.3), seed);
        assertThat(linear).isBetween(0.9 * UNITS, UNITS + 0.3);
        assertThat(capacity(settings(Activation.LINEAR, 0.05, 0.3), seed))
                .as("what fades at once is not remembered, whatever the units")
                .isLessThan(linear - 1);
        assertThat(capacity(settings(Activation.TANH, 0.9, 3), seed))
                .as("a bent reservoir remembers less")
                .isLessThan(linear - 1);
    }
}
