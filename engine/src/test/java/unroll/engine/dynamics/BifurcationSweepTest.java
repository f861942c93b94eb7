package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Activation;
import unroll.engine.dynamics.Bifurcation.Branch;
import unroll.engine.loss.Loss;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Predictor;

class BifurcationSweepTest {
    /** {@code h' = tanh(2 h + v + b)}. */
    private static NetworkMap unit(double first) {
        Predictor predictor = Nets.predictor(new StandardRnn(1, Activation.TANH), 1, 1, Loss.SQUARED);
        double[] theta = new double[predictor.layout().size()];
        Nets.put(theta, predictor.layout(), "W_hh", 2);
        Nets.put(theta, predictor.layout(), "W_hv", 1);
        Nets.put(theta, predictor.layout(), "h_0", first);
        return new NetworkMap(predictor, theta, new InputMode.Held(new double[1]));
    }

    private static Bifurcation sweep(NetworkMap map, Knob knob, double from, double to, int count) {
        return new BifurcationSweep(from, to, count, 600, 32, 4, 1)
                .along(value -> knob.turned(map, value), map.first(), state -> state[0], share -> {});
    }

    private static int at(Bifurcation found, double value) {
        int i = 0;
        while (found.values()[i] < value - 1e-12) {
            i++;
        }
        return i;
    }

    private static long different(double[] seen) {
        return Arrays.stream(seen).mapToObj(x -> Math.round(x * 1e5)).distinct().count();
    }

    @Test
    void turned_up_and_down_a_bias_jumps_at_its_two_folds() {
        for (Knob knob : new Knob[] {Knob.parse("b_h[1]"), Knob.parse("input[1]")}) {
            Bifurcation found = sweep(unit(-1), knob, -1, 1, 401);
            int upper = at(found, 0.53284);
            int lower = at(found, -0.53284);
            assertThat(found.up()[upper - 1][31]).isNegative();
            assertThat(found.up()[upper][31]).isPositive();
            assertThat(found.down()[lower][31]).isPositive();
            assertThat(found.down()[lower - 1][31]).isNegative();
            for (int i = 0; i < 401; i++) {
                int expected = i >= lower && i < upper ? 3 : 1;
                assertThat(found.points().get(i)).as("at %s", found.values()[i]).hasSize(expected);
                assertThat(found.points().get(i).stream().filter(Branch::stable))
                        .hasSize((expected + 1) / 2);
            }
        }
    }

    @Test
    void a_weight_of_more_than_1_splits_the_rest_in_two() {
        Bifurcation found = sweep(unit(0.01), Knob.parse("W_hh[1,1]"), 0.5, 2, 61);
        assertThat(found.up()[at(found, 0.9)][31]).isCloseTo(0, within(1e-9));
        assertThat(found.up()[60][31]).isCloseTo(0.957504, within(1e-6));
        assertThat(found.points().get(at(found, 0.9)))
                .containsExactly(found.points().get(0).get(0));
        assertThat(found.points().get(60)).hasSize(3);
        assertThat(found.points().get(60).get(1).stable()).isFalse();
        assertThat(found.exponents()[at(found, 0.8)]).isCloseTo(Math.log(0.8), within(1e-6));
        assertThat(Arrays.stream(found.others()[60]).map(Math::abs)).allMatch(h -> Math.abs(h - 0.957504) < 1e-6);
    }

    @Test
    void two_units_double_their_period_on_the_way_to_chaos() {
        NetworkMap map =
                Nets.autonomous(Activation.LOGISTIC, new double[][] {{-5, 5}, {-25, 25}}, new double[2], 0.4, 0.6);
        Bifurcation found = sweep(map, new Knob.Gain(), 1, 3, 101);
        assertThat(different(found.up()[at(found, 1.2)])).isEqualTo(1);
        assertThat(different(found.up()[at(found, 1.3)])).isEqualTo(2);
        assertThat(different(found.up()[at(found, 2.16)])).isEqualTo(2);
        assertThat(different(found.up()[at(found, 2.22)])).isEqualTo(4);
        assertThat(different(found.up()[at(found, 2.48)])).isEqualTo(4);
        assertThat(different(found.up()[at(found, 2.52)])).isEqualTo(8);
        assertThat(different(found.up()[at(found, 2.8)])).isGreaterThan(20);
        assertThat(found.exponents()[at(found, 2.8)]).isPositive();
        assertThat(found.exponents()[at(found, 1.9)]).isNegative();
        Branch rest = found.points().get(at(found, 2)).get(0);
        assertThat(rest.stable()).isFalse();
    }

    @Test
    void knobs_say_where_they_stand_and_what_can_be_turned() {
        NetworkMap map = unit(0);
        assertThat(Knob.parse("W_hh[1,1]").now(map)).isEqualTo(2);
        assertThat(Knob.parse("gain").now(map)).isEqualTo(1);
        assertThat(new Knob.Gain()
                        .turned(map, 3)
                        .theta()[map.predictor().layout().slot("W_hh").offset()])
                .isEqualTo(6);
        assertThatThrownBy(() -> Knob.parse("W_hh")).hasMessageContaining("is nothing to turn");
        assertThatThrownBy(() -> Knob.parse("W_hh[2,1]").turned(map, 0)).hasMessageContaining("none at row 2");
        assertThatThrownBy(() -> Knob.parse("input[2]").turned(map, 0)).hasMessageContaining("no input 2 is held");
        assertThatThrownBy(() -> Knob.parse("W_x[1]").turned(map, 0))
                .hasMessageContaining("no parameter is called W_x");
        assertThatThrownBy(() -> new BifurcationSweep(0, 1, 3, 1, 1, 1, 1)
                        .along(value -> map, map.first(), state -> 0, share -> {
                            throw new CancellationException();
                        }))
                .isInstanceOf(CancellationException.class);
    }
}
