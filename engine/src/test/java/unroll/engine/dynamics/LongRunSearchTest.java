package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Activation;
import unroll.engine.dynamics.LongRun.Behaviour;

class LongRunSearchTest {
    private static LongRun turning(double radius, double angle) {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.rotation(radius, angle), new double[2], 0.1, 0);
        return LongRunSearch.USUAL.from(map, new double[] {0.1, 0});
    }

    private static StateMap pair(double mu) {
        return Nets.autonomous(
                Activation.LOGISTIC, new double[][] {{-5 * mu, 5 * mu}, {-25 * mu, 25 * mu}}, new double[2], 0.4, 0.6);
    }

    @Test
    void a_quarter_turn_repeats_after_four_steps() {
        LongRun found = turning(1.5, Math.PI / 2);
        assertThat(found.behaviour()).isEqualTo(Behaviour.REPEATS);
        assertThat(found.period()).isEqualTo(4);
        assertThat(found.stepsPerTurn()).isCloseTo(4, within(1e-9));
        assertThat(Vectors.norm(found.states()[0])).isCloseTo(1.21419, within(1e-5));
        assertThat(found.states()).hasNumberOfRows(4);
    }

    @Test
    void a_small_turn_never_repeats_and_has_steps_a_turn() {
        LongRun found = turning(1.1, 2 * Math.PI / 12);
        assertThat(found.behaviour()).isEqualTo(Behaviour.TURNS);
        assertThat(found.period()).isZero();
        assertThat(found.stepsPerTurn()).isCloseTo(12.0207, within(5e-3));
        assertThat(turning(0.9, 2 * Math.PI / 12).behaviour()).isEqualTo(Behaviour.RESTS);
    }

    @ParameterizedTest
    @CsvSource({"1.2, 1", "1.4, 2", "2.0, 2", "2.4, 4", "4.4, 3", "4.6, 6", "7.4, 4"})
    void two_units_double_their_period_and_have_a_window_of_three(double mu, int period) {
        LongRun found = LongRunSearch.USUAL.from(pair(mu), new double[] {0.4, 0.6});
        assertThat(found.period()).isEqualTo(period);
        double multiplier = found.multipliers().getFirst().modulus();
        assertThat(Math.log(multiplier) / period)
                .as("the exponent is that of the multiplier")
                .isCloseTo(found.exponent(), within(2e-3));
    }

    /** With r = 3.2 the two states are (r + 1 +- sqrt((r - 3)(r + 1))) / 2r and the multiplier 1 - (r^2 - 2r - 4). */
    @Test
    void the_multiplier_of_two_steps_of_the_parabola_is_known() {
        LongRun found = LongRunSearch.USUAL.from(Maps.logistic(3.2), new double[] {0.2});
        assertThat(found.period()).isEqualTo(2);
        assertThat(found.multipliers().getFirst().real()).isCloseTo(4 + 2 * 3.2 - 3.2 * 3.2, within(1e-9));
        double half = Math.sqrt(0.2 * 4.2) / 6.4;
        assertThat(Math.abs(found.states()[0][0] - 4.2 / 6.4)).isCloseTo(half, within(1e-9));
    }

    @Test
    void chaos_and_flight_are_told() {
        assertThat(LongRunSearch.USUAL.from(pair(5.4), new double[] {0.4, 0.6}).behaviour())
                .isEqualTo(Behaviour.CHAOS);
        assertThat(LongRunSearch.USUAL
                        .from(Maps.logistic(5), new double[] {0.4})
                        .behaviour())
                .isEqualTo(Behaviour.DIVERGES);
        assertThatThrownBy(() -> new LongRunSearch(0, 300, 200)).hasMessageContaining("not 300 in 200");
    }
}
