package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Regression;
import unroll.engine.objective.Surface;

/** The evaluations that a step reports are those that its objective made. */
class EvaluationsTest {
    /** Counts the evaluations of an objective, each as its share of the batch. */
    private static final class CountingObjective implements Objective {
        private final Objective objective;
        private double evaluations;

        CountingObjective(Objective objective) {
            this.objective = objective;
        }

        @Override
        public int dimension() {
            return objective.dimension();
        }

        @Override
        public Backend backend() {
            return objective.backend();
        }

        @Override
        public void draw(long update) {
            objective.draw(update);
        }

        @Override
        public Surface whole() {
            return new CountingSurface(objective.whole());
        }

        @Override
        public Surface part(int sequences) {
            return new CountingSurface(objective.part(sequences));
        }

        private final class CountingSurface implements Surface {
            private final Surface surface;

            CountingSurface(Surface surface) {
                this.surface = surface;
            }

            private void count() {
                evaluations += (double) surface.sequences() / objective.whole().sequences();
            }

            @Override
            public int sequences() {
                return surface.sequences();
            }

            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                count();
                return surface.gradient(theta, gradient);
            }

            @Override
            public Capability<LossFunction> loss() {
                return surface.loss().map(loss -> theta -> {
                    count();
                    return loss.at(theta);
                });
            }

            @Override
            public Capability<GaussNewton> curvature() {
                return surface.curvature().map(curvature -> new GaussNewton() {
                    @Override
                    public void product(Buffer direction, double structural, Buffer product) {
                        count();
                        curvature.product(direction, structural, product);
                    }

                    @Override
                    public void gradientSquares(Buffer gradient, Buffer squares) {
                        curvature.gradientSquares(gradient, squares);
                    }
                });
            }

            @Override
            public Capability<Regression> regression(int washOut) {
                return surface.regression(washOut);
            }
        }
    }

    static List<OptimiserSettings> methods() {
        return EveryOptimiser.SMALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_step_counts_every_loss_gradient_and_curvature_product(OptimiserSettings settings) {
        try (SmallNetwork network = new SmallNetwork(Precision.DOUBLE)) {
            CountingObjective objective = new CountingObjective(network.objective());
            Buffer theta = network.start();
            Optimiser optimiser = settings.optimiser(objective);
            double most = 0;
            for (int update = 0; update < 12; update++) {
                double before = objective.evaluations;
                Step step = optimiser.step(theta, update);
                assertThat(step.evaluations())
                        .as("update %d", update)
                        .isCloseTo(objective.evaluations - before, within(1e-9));
                most = Math.max(most, step.evaluations());
            }
            assertThat(most == 1).isEqualTo(optimiser instanceof FirstOrderMethod || settings instanceof Ridge);
        }
    }
}
