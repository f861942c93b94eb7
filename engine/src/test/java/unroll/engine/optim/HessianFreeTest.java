package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.Surface;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.SettingsException;

/** Holds Hessian-free optimisation to what it must do where everything is known (thesis sec. 4.2). */
class HessianFreeTest {
    private static final double[] EIGENVALUES = {0.01, 0.3, 1, 2.5, 7};
    private static final double[] REFLECTION = {1, -2, 0.5, 3, 1.5};
    private static final double[] START = {3, -1, 2, 0.5, -4};

    private static QuadraticForm quadratic() {
        return new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION);
    }

    private static Schedule always(double value) {
        return Schedule.constant(value);
    }

    private static HessianFree settings(double damping) {
        return settings(damping, CgStop.PROGRESS, false);
    }

    private static HessianFree settings(double damping, CgStop stopping, boolean preconditioned) {
        return new HessianFree(1, always(50), damping, always(0.1), always(0.95), stopping, always(0), preconditioned);
    }

    private static double number(Step step, String name) {
        return reading(step, name).number();
    }

    private static Reading reading(Step step, String name) {
        return step.readings().stream()
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}, preconditioned: {1}")
    @CsvSource({"PROGRESS,false", "LOSS,false", "EITHER,true"})
    void without_damping_one_update_solves_a_quadratic_and_finds_it_predicted_exactly(
            CgStop stop, boolean precondition) {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Optimiser optimiser = settings(0, stop, precondition).optimiser(f);
        Step step = optimiser.step(theta, 0);
        assertThat(f.drawn).isZero();
        // the residual ends at 1e-14 of b and the smallest eigenvalue is 0.01
        assertThat(Vectors.norm(f.read(theta))).isLessThan(1e-10);
        assertThat(number(step, "rho")).isCloseTo(1, within(1e-12));
        assertThat(step.rate()).isEqualTo(1);
        assertThat(step.loss()).isEqualTo(f.value(f.start(START)));
        assertThat(number(step, "CG iterations")).isBetween(5.0, 8.0);
        assertThat(step.readings().stream().map(Reading::name))
                .isEqualTo(optimiser.gauges().stream().map(Gauge::name).toList());
    }

    @ParameterizedTest(name = "lambda {0}")
    @ValueSource(doubles = {1e4, 1e6})
    void much_damping_makes_it_a_small_step_along_the_gradient(double lambda) {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Buffer g = f.backend.allocate(1, START.length);
        f.gradient(theta, g);
        settings(lambda).optimiser(f).step(theta, 0);
        double[] expected = Arrays.stream(f.read(g)).map(x -> -x / lambda).toArray();
        double[] moved = f.read(theta);
        Vectors.addScaled(-1, START, moved);
        Vectors.addScaled(-1, expected, moved);
        double rounding = 1e-15;
        assertThat(Vectors.norm(moved))
                .isLessThan(7 / lambda * Vectors.norm(expected) + rounding); // 7: largest eigenvalue
    }

    @Test
    void lambda_shrinks_while_the_model_predicts_well_and_no_damping_stays_none() {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Optimiser optimiser = settings(0.9).optimiser(f);
        double expected = 0.9;
        for (int t = 0; t < 5; t++) {
            Step step = optimiser.step(theta, t);
            assertThat(number(step, "lambda")).isCloseTo(expected, within(1e-12));
            assertThat(number(step, "rho")).isCloseTo(1, within(1e-9));
            expected *= 2.0 / 3.0;
        }
        assertThat(LevenbergMarquardt.next(0, -1)).isZero();
        assertThat(LevenbergMarquardt.next(2, 0.2)).isEqualTo(3);
        assertThat(LevenbergMarquardt.next(2, 0.5)).isEqualTo(2);
        assertThat(LevenbergMarquardt.next(2, Double.NEGATIVE_INFINITY)).isEqualTo(3);
        assertThat(LevenbergMarquardt.next(1e20, -1)).isEqualTo(1e20);
        assertThat(LevenbergMarquardt.ratio(Double.NaN, -1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LevenbergMarquardt.ratio(-1, Double.NaN)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LevenbergMarquardt.ratio(-1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(LevenbergMarquardt.ratio(-1, -2)).isEqualTo(0.5);
    }

    /** A quadratic that is no number farther than {@code reach} from START. */
    private static QuadraticForm numbersWithin(double reach) {
        return new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
            @Override
            public double value(Buffer theta) {
                double[] x = read(theta);
                Vectors.addScaled(-1, START, x);
                double distance = Vectors.norm(x);
                return distance == 0 || distance < reach ? super.value(theta) : Double.NaN;
            }
        };
    }

    @Test
    void a_step_that_is_shortened_to_come_back_to_the_numbers_raises_lambda() {
        QuadraticForm f = numbersWithin(0.5);
        Buffer theta = f.start(START);
        Optimiser optimiser = settings(0.9).optimiser(f);
        Step step = optimiser.step(theta, 0);
        assertThat(step.finite()).isTrue();
        assertThat(step.rate()).isPositive().isLessThan(1);
        assertThat(number(step, "rho")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(f.value(theta)).isLessThan(f.value(f.start(START)));
        assertThat(number(optimiser.step(f.start(START), 1), "lambda")).isCloseTo(1.35, within(1e-12));
    }

    @Test
    void a_step_that_finds_no_numbers_at_all_is_not_made_and_leaves_lambda_as_it_is() {
        QuadraticForm f = numbersWithin(0);
        Buffer theta = f.start(START);
        Optimiser optimiser = settings(0.9).optimiser(f);
        Step step = optimiser.step(theta, 0);
        assertThat(step.finite()).as("theta itself is fine").isTrue();
        assertThat(step.rate()).isZero();
        assertThat(f.read(theta)).containsExactly(START);
        assertThat(number(optimiser.step(theta, 1), "lambda")).isEqualTo(0.9);
        assertThat(f.carried(optimiser).get("solution")).containsOnly(0);
    }

    @Test
    void a_gradient_that_points_the_wrong_way_is_never_followed() {
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                double value = super.gradient(theta, gradient);
                backend.scale(drawn >= 0 && Vectors.norm(read(theta)) > 1e-3 ? -1 : 1, gradient);
                return value;
            }

            @Override
            public void product(Buffer direction, double structural, Buffer product) {
                super.gradient(direction, product);
            }
        };
        Buffer theta = f.start(START);
        Optimiser optimiser = settings(0.9).optimiser(f);
        for (int t = 0; t < 4; t++) {
            Step step = optimiser.step(theta, t);
            assertThat(step.rate()).isZero();
            assertThat(number(step, "lambda")).isCloseTo(0.9 * Math.pow(1.5, t), within(1e-12));
        }
        assertThat(f.read(theta)).containsExactly(START);
    }

    @ParameterizedTest(name = "fault {0}")
    @ValueSource(ints = {0, 1, 2})
    void a_loss_or_gradient_that_is_no_number_changes_nothing(int fault) {
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                double value = super.gradient(theta, gradient);
                if (drawn != 1) {
                    return value;
                }
                backend.fill(fault == 0 ? Double.NaN : Double.POSITIVE_INFINITY, gradient.window(2, 1, 1));
                return fault == 2 ? Double.NaN : value;
            }

            @Override
            public void product(Buffer direction, double structural, Buffer product) {
                super.gradient(direction, product);
                backend.addScaled(0.5, direction, product); // so that one update does not reach the minimum
            }
        };
        Buffer theta = f.start(START);
        Optimiser optimiser = settings(0.9).optimiser(f);
        assertThat(optimiser.step(theta, 0).finite()).isTrue();
        double[] before = f.read(theta);
        Map<String, double[]> carried = f.carried(optimiser);
        assertThat(optimiser.step(theta, 1).finite()).isFalse();
        assertThat(f.read(theta)).containsExactly(before);
        assertThat(f.carried(optimiser)).usingRecursiveComparison().isEqualTo(carried);
        assertThat(optimiser.step(theta, 2).finite()).isTrue();
    }

    @Test
    void a_poisoned_solution_of_the_last_update_does_no_harm() {
        QuadraticForm f = quadratic();
        HessianFree few =
                new HessianFree(1, always(2), 0.9, always(0), always(0.95), CgStop.PROGRESS, always(0), false);
        Buffer theta = f.start(START);
        few.optimiser(f).step(theta, 0);
        Optimiser poisoned = few.optimiser(f);
        Buffer solution = Objects.requireNonNull(poisoned.state().get("solution"));
        f.backend.write(new double[] {1e6, -2e6, 3e6, 1e6, 1e6}, 0, solution);
        Buffer other = f.start(START);
        poisoned.step(other, 0);
        assertThat(f.read(other)).containsExactly(f.read(theta)).isNotEqualTo(START);
    }

    @Test
    void every_evaluation_of_the_objective_is_counted() {
        int[] evaluated = new int[3];
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
            @Override
            public int sequences() {
                return 10;
            }

            @Override
            public Surface part(int sequences) {
                return new QuadraticForm(backend, EIGENVALUES, REFLECTION) {
                    @Override
                    public int sequences() {
                        return 4;
                    }

                    @Override
                    public double value(Buffer theta) {
                        evaluated[2]++;
                        return super.value(theta);
                    }

                    @Override
                    public void product(Buffer direction, double structural, Buffer product) {
                        evaluated[2]++;
                        super.product(direction, structural, product);
                    }
                };
            }

            @Override
            public double value(Buffer theta) {
                evaluated[1]++;
                return super.gradient(theta, backend.allocate(1, dimension()));
            }

            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                evaluated[0]++;
                return super.gradient(theta, gradient);
            }
        };
        Step step = settings(0.9, CgStop.EITHER, false).optimiser(f).step(f.start(START), 0);
        assertThat(evaluated[0]).isEqualTo(1);
        assertThat(evaluated[2]).isGreaterThan(5);
        assertThat(step.evaluations()).isCloseTo(evaluated[0] + evaluated[1] + 0.4 * evaluated[2], within(1e-12));
    }

    @Test
    void an_objective_whose_curvature_is_another_is_refused_in_words() {
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
            @Override
            public Capability<GaussNewton> curvature() {
                return new Capability.Absent<>("the moon is full", "night");
            }
        };
        assertThatThrownBy(() -> settings(1).optimiser(f))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "Hessian-free optimisation cannot train this, for the moon is full; choose another optimiser"
                                + " or night");
    }
}
