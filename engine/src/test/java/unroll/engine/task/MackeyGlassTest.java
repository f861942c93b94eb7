package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class MackeyGlassTest {
    @ParameterizedTest(name = "from {0}")
    @ValueSource(doubles = {0.3, 0.7, 1.2})
    void until_the_delay_has_passed_it_is_the_linear_equation_with_a_constant_drive(double history) {
        double[] x = new MackeyGlassEquation(17).solve(history, 17);
        double rest = 2 * history / (1 + Math.pow(history, 10)); // where 0.2 h / (1 + h^10) = 0.1 x
        for (int t = 1; t <= 17; t++) {
            double expected = rest + (history - rest) * Math.exp(-0.1 * t);
            // a step of 0.1 errs by (0.01)^5 / 120 of the way to the rest, and there are 170
            assertThat(x[t - 1]).isCloseTo(expected, within(2e-10));
        }
    }

    @Test
    void where_it_rests_it_stays() {
        assertThat(new MackeyGlassEquation(17).solve(1, 100)).containsOnly(1);
    }

    /** Each halving of the step divides the error of a method of order 4 by 16. */
    @ParameterizedTest(name = "delay {0}")
    @CsvSource({"5,12", "17,60"})
    void halving_the_step_divides_the_error_by_sixteen(int delay, int samples) {
        double[] coarse = new MackeyGlassEquation(delay, 2).solve(0.6, samples);
        double[] middle = new MackeyGlassEquation(delay, 4).solve(0.6, samples);
        double[] fine = new MackeyGlassEquation(delay, 8).solve(0.6, samples);
        double first = Math.abs(coarse[samples - 1] - middle[samples - 1]);
        double second = Math.abs(middle[samples - 1] - fine[samples - 1]);
        assertThat(first / second).isBetween(11.0, 22.0);
    }

    @Test
    void with_the_default_step_a_hundred_units_are_known_to_a_hundred_millionth() {
        double[] x = new MackeyGlassEquation(17).solve(1.2, 100);
        double[] finer = new MackeyGlassEquation(17, 2 * MackeyGlassEquation.STEPS_PER_UNIT).solve(1.2, 100);
        assertThat(x).containsExactly(finer, within(1e-8));
    }

    @Test
    void at_a_delay_of_17_neighbours_part_and_at_10_they_stay_together() {
        assertThat(apart(17)).isGreaterThan(1e-3);
        assertThat(apart(10)).isLessThan(1e-4); // on a cycle, a little ahead of each other
    }

    /** How far two solutions are apart at the end that begin a millionth apart. */
    private static double apart(int delay) {
        double[] one = new MackeyGlassEquation(delay).solve(1.2, 3000);
        double[] other = new MackeyGlassEquation(delay).solve(1.2 + 1e-6, 3000);
        double furthest = 0;
        for (int t = 2500; t < 3000; t++) {
            furthest = Math.max(furthest, Math.abs(one[t] - other[t]));
        }
        return furthest;
    }

    @Test
    void the_target_is_the_next_input_and_the_warm_up_does_not_count() {
        Task task = new MackeyGlass(40, 10, 17).open();
        for (Batch batch : new Batch[] {DrawnBatches.train(task, 30, 1), DrawnBatches.test(task, 30, 1)}) {
            for (int b = 0; b < 30; b++) {
                for (int t = 0; t < 40; t++) {
                    assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(t < 10 ? 0 : 1);
                    if (t > 0) {
                        assertThat(batch.input()[batch.inputAt(t, b)])
                                .isEqualTo(batch.target()[batch.targetAt(t - 1, b)]);
                    }
                }
            }
        }
        assertThat(DrawnBatches.train(task, 1, 1).input())
                .isNotEqualTo(DrawnBatches.test(task, 1, 1).input());
    }

    @Test
    void the_training_part_has_mean_0_and_deviation_1_and_the_test_part_nearly() {
        Task task = new MackeyGlass(1000, 0, 17).open();
        double[] test = DrawnBatches.test(task, 50, 1).input();
        assertThat(Arrays.stream(test).average().orElseThrow()).isCloseTo(0, within(0.1));
        assertThat(Arrays.stream(test).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.1));
    }

    @Test
    void what_leaves_no_step_to_count_is_refused() {
        assertThatThrownBy(() -> new MackeyGlass(100, 100, 17)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new MackeyGlass(5000, 100, 17)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new MackeyGlass(100, 10, 4)).hasMessageContaining("rest");
    }
}
