package unroll.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class UnitProfileTest {
    private static final int SEQUENCES = 40;
    private static final int STEPS = 500;

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
        List<UnitProfile> units = UnitProfile.of(states, signals);
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
        double memory = UnitProfile.of(states, noise(1)).getFirst().memory();
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
        List<UnitProfile> units = UnitProfile.of(states, new float[2][10][1]);
        assertThat(units.get(0).saturated()).isEqualTo(0.3);
        assertThat(units.get(1)).isEqualTo(new UnitProfile(0.5, 0, 0, Double.NaN, -1, Double.NaN));
        assertThat(units.get(2).memory()).isEqualTo(10);
        assertThat(units.get(2).follows()).isEqualTo(-1); // the signal is still
    }

    @Test
    void numbers_that_ended_are_shown_as_what_they_are() {
        float[][][] states = {{{1}, {Float.NaN}}};
        UnitProfile unit = UnitProfile.of(states, new float[1][2][1]).getFirst();
        assertThat(unit.mean()).isNaN();
        assertThat(unit.memory()).isNaN();
        assertThat(unit.follows()).isEqualTo(-1);
    }
}
