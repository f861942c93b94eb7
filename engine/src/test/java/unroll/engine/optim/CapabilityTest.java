package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.gradient.Truncated;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Regularisation;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;

/** An optimiser that needs what an objective lacks is refused before any work; one that does not need it trains. */
class CapabilityTest {
    private static final double[] START = {3, -1, 2};

    /** A gradient of no function, as that of contrastive divergence. */
    private static final class GradientWithoutLoss extends QuadraticForm {
        GradientWithoutLoss() {
            super(new ReferenceBackend(), new double[] {1, 2, 0.5}, new double[] {1, -2, 0.5});
        }

        @Override
        public Capability<LossFunction> loss() {
            return new Capability.Absent<>("the gradient is that of no function", "model");
        }

        @Override
        public Capability<GaussNewton> curvature() {
            return new Capability.Absent<>("a gradient of no function has no curvature", "model");
        }

        @Override
        double value(Buffer theta) {
            throw new AssertionError("there is none to ask for");
        }
    }

    static List<OptimiserSettings> methods() {
        return EveryOptimiser.SMALL;
    }

    /** Whether it goes by the gradient alone: the list is the claim that is tested. */
    private static boolean goesByTheGradientAlone(OptimiserSettings settings) {
        return List.of("gradient-descent", "momentum", "nesterov", "adam", "rmsprop")
                .contains(kind(settings).name());
    }

    private static Kind kind(OptimiserSettings settings) {
        return Schema.kind(settings.getClass());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_gradient_of_no_function_is_followed_by_first_order_methods_alone(OptimiserSettings settings) {
        GradientWithoutLoss f = new GradientWithoutLoss();
        if (!goesByTheGradientAlone(settings)) {
            assertThatThrownBy(() -> settings.optimiser(f))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageMatching(
                            "optimiser: [^:]+ cannot train this, for .*; choose another optimiser or model");
            assertThat(f.drawn).as("nothing was drawn").isEqualTo(-1);
            return;
        }
        Buffer theta = f.start(START);
        Optimiser optimiser = settings.optimiser(f);
        for (int t = 0; t < 60; t++) {
            assertThat(optimiser.step(theta, t).finite()).isTrue();
        }
        assertThat(Vectors.norm(f.read(theta))).isLessThan(0.7 * Vectors.norm(START));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void without_curvature_only_methods_that_multiply_by_it_are_refused(OptimiserSettings settings) {
        boolean needs = settings instanceof HessianFree
                || settings instanceof AugmentedHessianFree
                || settings instanceof KrylovDescent
                || settings instanceof ConjugateGradients conjugate && conjugate.probes() > 0;
        try (SmallNetwork network =
                new SmallNetwork(Precision.DOUBLE, new ThroughTime(), new Regularisation(0, 0, 0, 0.5))) {
            if (needs) {
                assertThatThrownBy(() -> settings.optimiser(network.objective()))
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining("for the penalty that keeps gradients has no curvature here; choose");
            } else {
                Buffer theta = network.start();
                assertThat(settings.optimiser(network.objective())
                                .step(theta, 0)
                                .finite())
                        .isTrue();
                assertThat(network.read(theta)).isNotEqualTo(network.read(network.start()));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void pieces_of_sequences_are_trained_on_by_first_order_methods_alone(OptimiserSettings settings) {
        try (SmallNetwork network =
                new SmallNetwork(Precision.DOUBLE, new Truncated(2, 4, true), Regularisation.NONE)) {
            if (goesByTheGradientAlone(settings)) {
                assertThat(settings.optimiser(network.objective())
                                .step(network.start(), 0)
                                .finite())
                        .isTrue();
            } else {
                assertThatThrownBy(() -> settings.optimiser(network.objective()))
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining("pieces of sequences")
                        .hasMessageContaining("choose another optimiser or gradient");
            }
        }
    }
}
