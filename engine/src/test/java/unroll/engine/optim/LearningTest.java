package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.model.Model;
import unroll.engine.model.StandardRnn;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Surface;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.Schedule;
import unroll.engine.task.Addition;
import unroll.engine.task.Task;

/** Methods with a quadratic model learn the addition task in ten updates, and with a planted slip of a sign they do not. */
class LearningTest {
    /** An objective whose gradient and curvature may have the wrong sign. */
    private record Slipped(Objective truth, double gradientSign, double curvatureSign) implements Objective {
        @Override
        public int dimension() {
            return truth.dimension();
        }

        @Override
        public Backend backend() {
            return truth.backend();
        }

        @Override
        public void draw(long update) {
            truth.draw(update);
        }

        @Override
        public Surface whole() {
            return new SlippedSurface(backend(), truth.whole(), gradientSign, curvatureSign);
        }

        @Override
        public Surface part(int sequences) {
            return new SlippedSurface(backend(), truth.part(sequences), gradientSign, curvatureSign);
        }
    }

    private record SlippedSurface(Backend backend, Surface truth, double gradientSign, double curvatureSign)
            implements Surface {
        @Override
        public int sequences() {
            return truth.sequences();
        }

        @Override
        public double gradient(Buffer theta, Buffer gradient) {
            double value = truth.gradient(theta, gradient);
            backend.scale(gradientSign, gradient);
            return value;
        }

        @Override
        public Capability<LossFunction> loss() {
            return truth.loss();
        }

        @Override
        public Capability<GaussNewton> curvature() {
            return truth.curvature().map(right -> new GaussNewton() {
                @Override
                public void product(Buffer direction, double structural, Buffer product) {
                    right.product(direction, structural, product);
                    backend.scale(curvatureSign, product);
                }

                @Override
                public void gradientSquares(Buffer gradient, Buffer squares) {
                    right.gradientSquares(gradient, squares);
                }
            });
        }
    }

    private static OptimiserSettings settings(String method) {
        Schedule none = Schedule.constant(0);
        return switch (method) {
            case "augmented" ->
                new AugmentedHessianFree(
                        50, Schedule.constant(30), Schedule.constant(1e-4), none, Schedule.constant(5e-4));
            case "krylov" -> new KrylovDescent(50, 15, Schedule.constant(10), none);
            default ->
                new HessianFree(
                        50,
                        Schedule.constant(30),
                        0.1,
                        Schedule.constant(1 / 30.0),
                        Schedule.constant(0.95),
                        CgStop.EITHER,
                        Schedule.constant(5e-4),
                        method.equals("preconditioned"));
        };
    }

    /** The loss after ten updates over that before, on a batch that was not learned from. */
    private static double learned(String method, double gradientSign, double curvatureSign) {
        Backend backend = CpuBackend.of(Precision.SINGLE);
        Task task = new Addition(10).open();
        Model model = new StandardRnn(10, Activation.TANH).model(task.inputs(), task.outputs());
        try (Workers workers = new Workers(2)) {
            var sharded = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, 200, 3, workers);
            Objective objective = new Slipped(sharded, gradientSign, curvatureSign);
            Buffer theta = backend.allocate(1, objective.dimension());
            Philox random = new Philox(7, Purpose.SAMPLING);
            double[] numbers = new double[objective.dimension()];
            Arrays.setAll(numbers, i -> 0.3 * random.gaussian());
            backend.write(numbers, 0, theta);
            objective.draw(1000);
            LossFunction loss = objective.whole().loss().require("This test");
            double before = loss.at(theta);
            Optimiser optimiser = settings(method).optimiser(objective);
            for (int t = 0; t < 10; t++) {
                assertThat(optimiser.step(theta, t).finite()).isTrue();
            }
            objective.draw(1000);
            return loss.at(theta) / before;
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hessian-free", "preconditioned", "augmented", "krylov"})
    void ten_updates_learn_and_with_the_wrong_sign_of_the_gradient_they_do_not(String method) {
        assertThat(learned(method, 1, 1)).isLessThan(0.1);
        assertThat(learned(method, -1, 1)).isGreaterThan(0.4);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hessian-free", "augmented"})
    void with_the_wrong_sign_of_the_curvature_they_learn_far_less(String method) {
        assertThat(learned(method, 1, -1)).isGreaterThan(5 * learned(method, 1, 1));
    }
}
