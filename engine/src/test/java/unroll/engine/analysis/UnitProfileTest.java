package unroll.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class UnitProfileTest {
    private static final int SEQUENCES = 40;
    private static final int STEPS = 500;

    private static final Optional<DoublePredicate> TANH = Optional.of(h -> Math.abs(h) > 0.95);

    private final Philox random = new Philox(3, Purpose.SAMPLING);

    private float[][][] noise(int width) {
        float[][][] signals = new float[SEQUENCES][STEPS][width];
        for (float[][] sequence : signals) {
            for (float[] step : sequence) {
                for (int k = 0; k < width; k++) {
                    step[k] = (float) random.gaussian();
                }
            }
        }
        return signals;
    }

    @Test
    void a_unit_follows_the_signal_that_it_is_made_of_either_way() {
        float[][][] signals = noise(3);
        float[][][] states = noise(3);
        for (int i = 0; i < SEQUENCES; i++) {
            for (int t = 0; t < STEPS; t++) {
                states[i][t][0] = 0.2f + 0.1f * signals[i][t][2];
                states[i][t][1] = -signals[i][t][0] + states[i][t][1]; // as much noise: -1 / sqrt 2
            }
        }
        List<UnitProfile> units = UnitProfile.of(states, signals, TANH, true);
        assertThat(units.get(0).follows()).isEqualTo(2);
        assertThat(units.get(0).correlation()).isCloseTo(1, within(1e-6));
        assertThat(units.get(0).mean()).isCloseTo(0.2, within(4 * 0.1 / Math.sqrt(SEQUENCES * STEPS)));
        assertThat(units.get(0).deviation()).isCloseTo(0.1, within(0.002));
        assertThat(units.get(1).follows()).isZero();
        assertThat(units.get(1).correlation()).isCloseTo(-Math.sqrt(0.5), within(0.02));
        assertThat(Math.abs(units.get(2).correlation())).isLessThan(0.04); // follows chance
    }

    @ParameterizedTest(name = "decay {0}")
    @ValueSource(doubles = {0.5, 0.8, 0.95})
    void what_decays_by_a_factor_is_remembered_for_the_steps_in_which_it_falls_to_one_over_e(double decay) {
        float[][][] states = noise(1);
        for (float[][] sequence : states) {
            for (int t = 1; t < STEPS; t++) {
                sequence[t][0] += (float) decay * sequence[t - 1][0];
            }
        }
        double memory = UnitProfile.of(states, noise(1), TANH, true).getFirst().memory();
        double steps = 1 / Math.log(1 / decay);
        assertThat(memory).isBetween(Math.floor(0.85 * steps), Math.ceil(1.15 * steps) + 1);
    }

    @Test
    void saturation_is_counted_and_what_does_not_vary_follows_nothing() {
        float[][][] states = new float[2][10][3];
        for (int i = 0; i < 2; i++) {
            for (int t = 0; t < 10; t++) {
                states[i][t][0] = t < 3 ? -1 : 0.9f;
                states[i][t][1] = 0.5f;
                states[i][t][2] = i; // the same in a sequence: forgotten never
            }
        }
        List<UnitProfile> units = UnitProfile.of(states, new float[2][10][1], TANH, true);
        assertThat(units.get(0).saturated()).isEqualTo(0.3);
        assertThat(units.get(1)).isEqualTo(new UnitProfile(0.5, 0, 0, Double.NaN, -1, Double.NaN));
        assertThat(units.get(2).memory()).isEqualTo(10);
        assertThat(units.get(2).follows()).isEqualTo(-1); // the signal is still
    }

    /** Slopes: tanh 1 - h^2, logistic h (1 - h) of 1/4 at most, rectifier 0 where it is off, threshold 0 throughout. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"TANH,0.5", "LOGISTIC,0.75", "LINEAR,0", "RELU,0.5", "STEP,1"})
    void saturated_means_that_inputs_hardly_move_it_whatever_the_non_linearity(Activation activation, double share) {
        float[][] values = switch (activation) {
            case TANH -> new float[][] {{-0.96f}, {0.94f}, {0}, {1}};
            case LOGISTIC -> new float[][] {{0.02f}, {0.03f}, {0.98f}, {0}};
            case LINEAR -> new float[][] {{-7}, {0}, {1}, {1000}};
            case RELU -> new float[][] {{0}, {3}, {0}, {0.01f}};
            case STEP -> new float[][] {{0}, {1}, {1}, {0}};
        };
        UnitProfile unit = UnitProfile.of(
                        new float[][][] {values}, new float[1][4][1], Optional.of(activation::saturated), true)
                .getFirst();
        assertThat(unit.saturated()).isEqualTo(share);
    }

    @Test
    void what_carries_nothing_has_no_memory_however_slowly_it_changes_and_gated_cells_tell_no_saturation() {
        float[][][] slow = {{{0}, {0}, {0}, {1}, {1}, {1}}};
        UnitProfile fed = UnitProfile.of(slow, slow, TANH, false).getFirst();
        assertThat(fed.memory()).isNaN();
        assertThat(fed.saturated()).isEqualTo(0.5);
        UnitProfile gated = UnitProfile.of(slow, slow, Optional.empty(), true).getFirst();
        assertThat(gated.memory()).isEqualTo(2);
        assertThat(gated.saturated()).isNaN();
    }

    /** Sequences of 1 and 3 steps: mean 4 / 4, squares (9 + 1) / 4 - 1. */
    @Test
    void each_sequence_counts_with_its_own_steps() {
        float[][][] states = {{{3}}, {{0}, {1}, {0}}};
        UnitProfile unit = UnitProfile.of(states, states, TANH, true).getFirst();
        assertThat(unit.mean()).isEqualTo(1);
        assertThat(unit.deviation()).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThat(unit.correlation()).isCloseTo(1, within(1e-12));
        assertThat(unit.saturated()).isEqualTo(0.5);
    }

    @Test
    void numbers_that_ended_are_shown_as_what_they_are() {
        float[][][] states = {{{1}, {Float.NaN}}};
        UnitProfile unit =
                UnitProfile.of(states, new float[1][2][1], TANH, true).getFirst();
        assertThat(unit.mean()).isNaN();
        assertThat(unit.memory()).isNaN();
        assertThat(unit.follows()).isEqualTo(-1);
    }
}
