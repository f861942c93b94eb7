package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the line search returns satisfies the conditions it is named after, on the functions of Moré and Thuente (1994). */
class WolfeSearchTest {
    /** Values of some units after a few roundings. */
    private static final double RESOLUTION = 1e-14;

    private static final double[] FIRST = {1e-3, 1e-1, 1, 1e1, 1e3};

    private static final class Counted implements WolfeSearch.LineFunction {
        private final DoubleUnaryOperator f;
        private final DoubleUnaryOperator slope;
        double last = Double.NaN;
        int evaluations;

        Counted(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
            this.f = f;
            this.slope = slope;
        }

        @Override
        public double value(double length) {
            evaluations++;
            last = length;
            return f.applyAsDouble(length);
        }

        @Override
        public double slope() {
            return slope.applyAsDouble(last);
        }
    }

    /** Moré and Thuente's functions 5.1, 5.2 and 5.3, and one that is no number beyond 3. */
    private static Counted line(String name) {
        return switch (name) {
            case "rational" -> new Counted(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2)));
            case "quartic" ->
                new Counted(
                        a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
                        a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3));
            case "wavy" ->
                new Counted(
                        a -> (Math.abs(a - 1) <= 0.01 ? ((a - 1) * (a - 1) / 0.01 + 0.01) / 2 : Math.abs(a - 1))
                                + 2 * 0.99 / (39 * Math.PI) * Math.sin(39 * Math.PI * a / 2),
                        a -> (Math.abs(a - 1) <= 0.01 ? (a - 1) / 0.01 : Math.signum(a - 1))
                                + 0.99 * Math.cos(39 * Math.PI * a / 2));
            default -> new Counted(a -> -Math.log(3 - a) - 3 * a, a -> 1 / (3 - a) - 3);
        };
    }

    @ParameterizedTest(name = "{0}, slope left {1}")
    @CsvSource({
        "rational, 0.1",
        "rational, 0.9",
        "rational, 0.001",
        "quartic, 0.1",
        "quartic, 0.9",
        "quartic, 1e-6",
        "wavy, 0.1",
        "wavy, 0.9",
        "cliff, 0.9",
        "cliff, 0.1",
        "cliff, 1e-6"
    })
    void the_step_found_satisfies_both_conditions(String name, double slopeLeft) {
        for (double first : FIRST) {
            Counted line = line(name);
            double value = line.value(0);
            double slope = line.slope();
            double length = new WolfeSearch(slopeLeft, 100).search(line, value, slope, first, RESOLUTION);
            assertThat(length).isPositive();
            assertThat(line.last).isEqualTo(length);
            assertThat(line.value(length)).isLessThanOrEqualTo(value + 1e-7 * length * slope + RESOLUTION);
            assertThat(Math.abs(line.slope())).isLessThanOrEqualTo(slopeLeft * Math.abs(slope));
            assertThat(line.evaluations).isLessThan(40);
        }
    }

    @ParameterizedTest(name = "minimum at {0}")
    @ValueSource(doubles = {1e-4, 0.03, 0.7, 1, 1.3, 40, 5000})
    void the_minimum_of_a_parabola_is_found_by_interpolation(double at) {
        Counted line = new Counted(a -> (a - at) * (a - at) - at * at, a -> 2 * (a - at));
        double length = new WolfeSearch(1e-6, 100).search(line, 0, -2 * at, 1, 0);
        assertThat(length).isCloseTo(at, within(1e-6 * at));
        assertThat(line.evaluations).isLessThanOrEqualTo(12);
    }

    @Test
    void a_line_that_only_rises_has_no_step() {
        Counted line = new Counted(a -> a, a -> -1); // its slope is a lie
        assertThat(new WolfeSearch(0.1, 20).search(line, 0, -1, 1, 0)).isZero();
        assertThat(line.evaluations).isEqualTo(20);
    }

    @Test
    void where_rounding_hides_the_decrease_the_slopes_find_the_minimum() {
        // 1 + (a - 0.3)^2 1e-18 is 1 in double
        Counted line = new Counted(a -> 1, a -> 2e-18 * (a - 0.3));
        double length = new WolfeSearch(1e-3, 50).search(line, 1, -0.6e-18, 1, 1e-15);
        assertThat(length).isCloseTo(0.3, within(3e-4));
    }

    @Test
    void when_the_evaluations_are_over_the_best_step_is_taken_and_evaluated_last() {
        for (int most = 1; most < 8; most++) {
            Counted line = line("wavy");
            double value = line.value(0);
            double slope = line.slope();
            double length = new WolfeSearch(1e-3, most).search(line, value, slope, 30, 0);
            if (length > 0) {
                assertThat(line.last).isEqualTo(length);
                assertThat(line.value(length)).isLessThan(value);
            }
        }
    }
}
