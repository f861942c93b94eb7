package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.SettingsJson;

/** What a step says that it asked of its objective is what the objective was asked. */
class EvaluationsTest {
    private static final double[] EIGENVALUES = {0.01, 0.3, 1, 2.5, 7, 0.07};
    private static final double[] REFLECTION = {1, -2, 0.5, 3, 1.5, 0.1};
    private static final double[] START = {3, -1, 2, 0.5, -4, 1.1};

    /** Counts what is asked of a quadratic. */
    private static final class Counting implements Objective {
        private final Quadratic asked = new Quadratic(CpuBackend.of(Precision.DOUBLE), EIGENVALUES, REFLECTION);
        private int questions;

        @Override
        public int dimension() {
            return asked.dimension();
        }

        @Override
        public Backend backend() {
            return asked.backend();
        }

        @Override
        public void draw(long update) {
            asked.draw(update);
        }

        @Override
        public double value(Buffer theta) {
            questions++;
            return asked.value(theta);
        }

        @Override
        public double gradient(Buffer theta, Buffer gradient) {
            questions++;
            return asked.gradient(theta, gradient);
        }

        @Override
        public void curvature(Buffer direction, double structural, Buffer product) {
            questions++;
            asked.curvature(direction, structural, product);
        }
    }

    static List<OptimiserSettings> methods() {
        return List.of(
                new Nesterov(Schedule.constant(0.05), Schedule.constant(0.9), Schedule.constant(2)),
                new RmsProp(Schedule.constant(0.03), Schedule.constant(0.9), 1e-8, Schedule.constant(0)),
                new OriginalNesterov(true, 3),
                new OriginalNesterov(false, 0),
                new Lbfgs(3, 5, 0.9, 20),
                new Lbfgs(2, 0, 0.1, 2),
                new ConjugateGradients(5, 0, 8, 0.1, 20),
                new ConjugateGradients(0, 2, 7, 0.1, 20),
                read("{\"kind\": \"hessian-free\", \"cgIterations\": 3}"),
                read("{\"kind\": \"hessian-free\", \"preconditioned\": true}"),
                read("{\"kind\": \"augmented-hessian-free\"}"),
                read("{\"kind\": \"krylov-descent\", \"dimensions\": 3}"));
    }

    private static OptimiserSettings read(String json) {
        return SettingsJson.read(OptimiserSettings.class, json, "test");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_step_counts_every_loss_gradient_and_curvature_product(OptimiserSettings settings) {
        Counting objective = new Counting();
        Buffer theta = objective.backend().allocate(1, START.length);
        objective.backend().write(START, 0, theta);
        Optimiser optimiser = settings.optimiser(objective);
        double most = 0;
        for (int update = 0; update < 12; update++) {
            int before = objective.questions;
            Step step = optimiser.step(objective, theta, update);
            assertThat(step.evaluations()).as("update %d", update).isEqualTo(objective.questions - before);
            most = Math.max(most, step.evaluations());
        }
        boolean alwaysOne = settings instanceof Nesterov || settings instanceof RmsProp;
        assertThat(most == 1).isEqualTo(alwaysOne);
    }
}
