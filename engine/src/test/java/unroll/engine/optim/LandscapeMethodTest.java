package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.setting.Schedule;

/** What all methods with a quadratic model promise of their long updates: they can be stopped anywhere and resumed bit for bit. */
class LandscapeMethodTest {
    private static final double[] EIGENVALUES = {0.01, 0.3, 1, 2.5, 7};
    private static final double[] REFLECTION = {1, -2, 0.5, 3, 1.5};
    private static final double[] START = {3, -1, 2, 0.5, -4};

    private static Schedule always(double value) {
        return Schedule.constant(value);
    }

    private static HessianFree hessianFree(CgStop stopping, boolean preconditioned) {
        return new HessianFree(1, always(50), 0.9, always(0.1), always(0.95), stopping, always(0), preconditioned);
    }

    /** Stops an update when it is asked for the n-th time whether that is still wanted. */
    private static final class Impatient implements Watcher {
        private int left;

        Impatient(int n) {
            left = n;
        }

        @Override
        public boolean wanted() {
            return left-- > 0;
        }

        @Override
        public void iterated(int iteration, double value, double residual) {}
    }

    static List<OptimiserSettings> methods() {
        return List.of(
                hessianFree(CgStop.PROGRESS, false),
                hessianFree(CgStop.EITHER, true),
                new AugmentedHessianFree(1, always(2), always(0.1), always(0), always(0)),
                new KrylovDescent(1, 2, always(2), always(0)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Precision.class)
    void stopped_anywhere_nothing_has_changed_and_made_again_it_has_the_same_bits(Precision precision) {
        for (OptimiserSettings settings : methods()) {
            Backend backend = CpuBackend.of(precision);
            QuadraticForm f = new QuadraticForm(backend, EIGENVALUES, REFLECTION);
            Optimiser optimiser = settings.optimiser(f);
            Buffer theta = f.start(START);
            Optimiser undisturbed = settings.optimiser(f);
            Buffer other = f.start(START);
            int stopped = 0;
            for (int t = 0; t < 3; t++) {
                double[] before = f.read(theta);
                Map<String, double[]> carried = f.carried(optimiser);
                int evaluations = 0;
                while (optimiser.step(theta, t, new Impatient(evaluations)).stopped()) {
                    assertThat(f.read(theta)).containsExactly(before);
                    assertThat(f.carried(optimiser)).usingRecursiveComparison().isEqualTo(carried);
                    evaluations++;
                    stopped++;
                }
                assertThat(undisturbed.step(other, t).stopped()).isFalse();
                assertThat(f.read(theta)).containsExactly(f.read(other)).isNotEqualTo(before);
                assertThat(f.carried(optimiser)).usingRecursiveComparison().isEqualTo(f.carried(undisturbed));
            }
            assertThat(stopped).as("evaluations in three updates").isGreaterThan(15);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Precision.class)
    void what_it_carries_is_all_that_another_needs_to_go_on_with_the_same_bits(Precision precision) {
        for (OptimiserSettings settings : methods()) {
            QuadraticForm f = new QuadraticForm(CpuBackend.of(precision), EIGENVALUES, REFLECTION);
            Buffer whole = f.start(START);
            Optimiser first = settings.optimiser(f);
            Buffer parts = f.start(START);
            Buffer forgetful = f.start(START);
            Optimiser before = settings.optimiser(f);
            for (int t = 0; t < 4; t++) {
                Optimiser resumed = settings.optimiser(f);
                resumed.state().forEach((name, buffer) -> f.backend.copy(buffer(before, name), buffer));
                Optimiser fresh = settings.optimiser(f);
                first.step(whole, t);
                resumed.step(parts, t);
                fresh.step(forgetful, t);
                before.state().forEach((name, buffer) -> f.backend.copy(buffer(resumed, name), buffer));
                assertThat(f.read(parts)).containsExactly(f.read(whole));
            }
            assertThat(f.read(forgetful))
                    .as("a method that carries nothing goes elsewhere")
                    .isNotEqualTo(f.read(whole));
        }
    }

    private static Buffer buffer(Optimiser optimiser, String name) {
        return Objects.requireNonNull(optimiser.state().get(name));
    }
}
