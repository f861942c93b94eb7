package unroll.engine.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.optim.GradientDescent;
import unroll.engine.optim.Momentum;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.quadratic.Mode.Motion;
import unroll.engine.setting.Schedule;

/** Holds what theory says of an eigen-direction to where the optimisers really go. */
class ModeTest {
    private static final Schedule NEVER = Schedule.constant(0);

    /** A method and its theory of one direction, with the constants inside. */
    record Case(String name, OptimiserSettings method, double rate, double mu, ToDoubleFunction<Double> momentum) {
        Mode mode(double curvature) {
            return new Mode(momentum.applyAsDouble(curvature), rate * curvature);
        }

        @Override
        public String toString() {
            return name + " " + rate + " " + mu;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(0.05, 0.3, 1.0, 1.9)
                .flatMap(rate -> Stream.of(0.0, 0.5, 0.9, 0.99)
                        .flatMap(mu -> Stream.of(
                                new Case(
                                        "gradient descent",
                                        new GradientDescent(Schedule.constant(rate), NEVER),
                                        rate,
                                        0,
                                        curvature ->
                                                Mode.descent(rate, curvature).momentum()),
                                new Case(
                                        "momentum",
                                        new Momentum(Schedule.constant(rate), Schedule.constant(mu), NEVER),
                                        rate,
                                        mu,
                                        curvature -> Mode.momentum(rate, mu, curvature)
                                                .momentum()),
                                new Case(
                                        "nesterov",
                                        new Nesterov(Schedule.constant(rate), Schedule.constant(mu), NEVER),
                                        rate,
                                        mu,
                                        curvature -> Mode.nesterov(rate, mu, curvature)
                                                .momentum()))));
    }

    private static Path along(OptimiserSettings method, double curvature, int updates) {
        return Path.of(method, new double[][] {{curvature}}, new double[] {1}, updates);
    }

    /**
     * The mean contraction of 400 updates, from the largest distance of a window of 60 at either end: the window is longer than
     * half of the slowest swing, so that the phase does not matter much.
     */
    private static double measured(Path path) {
        return Math.pow(highest(path, 440) / highest(path, 40), 1.0 / 400);
    }

    private static double highest(Path path, int from) {
        return IntStream.range(from, from + 60)
                .mapToDouble(path::distance)
                .max()
                .orElseThrow();
    }

    /** Furthest of the measured contraction from what {@code theory} says, over curvatures. */
    private static double furthest(Case now, ToDoubleFunction<Mode> theory) {
        double furthest = 0;
        for (double curvature : new double[] {0.05, 0.4, 0.9, 1.6}) {
            Mode mode = now.mode(curvature);
            double expected = theory.applyAsDouble(mode);
            if (expected > 0.5
                    && expected < 2
                    && mode.motion() != Motion.CRITICAL) { // neither 0 nor infinity at the end
                furthest = Math.max(furthest, Math.abs(measured(along(now.method(), curvature, 500)) - expected));
            }
        }
        return furthest;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void in_the_long_run_the_distance_shrinks_by_the_larger_root_at_every_update(Case now) {
        // two equal roots nearly meet: c t z^t, so the window's ratio errs by at most (440 / 40)^(1 / 400)
        assertThat(furthest(now, Mode::contraction)).isLessThan(Math.pow(11, 1.0 / 400) - 1);
    }

    @Test
    void a_theory_without_the_effect_of_looking_ahead_is_found_out() {
        Case slipped = new Case(
                "nesterov",
                new Nesterov(Schedule.constant(0.3), Schedule.constant(0.9), NEVER),
                0.3,
                0.9,
                curvature -> 0.9);
        assertThat(furthest(slipped, Mode::contraction)).isGreaterThan(0.03);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_point_follows_the_recursion_of_momentum_with_the_momentum_it_is_said_to_have(Case now) {
        assertThat(furthestFromTheRecursion(now)).isLessThan(1e-11);
    }

    @Test
    void a_wrong_momentum_breaks_the_recursion() {
        Case slipped = new Case(
                "nesterov",
                new Nesterov(Schedule.constant(0.3), Schedule.constant(0.9), NEVER),
                0.3,
                0.9,
                curvature -> 0.9 * (1 - 0.99 * 0.3 * curvature));
        assertThat(furthestFromTheRecursion(slipped)).isGreaterThan(1e-4);
    }

    /** Furthest of a path from {@code x_{t+1} = (1 + m - g) x_t - m x_{t-1}}, as a share of the largest of the three. */
    private static double furthestFromTheRecursion(Case now) {
        double furthest = 0;
        for (double curvature : new double[] {0.05, 0.4, 0.9, 1.6}) {
            Mode mode = now.mode(curvature);
            Path path = along(now.method(), curvature, 40);
            for (int t = 1; t < path.updates(); t++) {
                double next = (1 + mode.momentum() - mode.gain()) * path.at(t, 0) - mode.momentum() * path.at(t - 1, 0);
                double size = Math.max(1, Math.max(Math.abs(path.at(t, 0)), Math.abs(path.at(t + 1, 0))));
                furthest = Math.max(furthest, Math.abs(path.at(t + 1, 0) - next) / size);
            }
        }
        return furthest;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_motion_is_the_one_that_the_signs_of_the_path_show(Case now) {
        for (double curvature : new double[] {0.05, 0.4, 0.9, 1.6}) {
            Mode mode = now.mode(curvature);
            Path path = along(now.method(), curvature, 400);
            int last = lastOfSize(path, 1e-200);
            int changes = 0;
            for (int t = 1; t <= last; t++) {
                changes += Math.signum(path.at(t, 0)) != Math.signum(path.at(t - 1, 0)) ? 1 : 0;
            }
            String where = now + " at " + curvature + ": " + changes + " in " + last;
            switch (mode.motion()) {
                case STILL, CRITICAL, STRAIGHT -> assertThat(changes).as(where).isLessThanOrEqualTo(1);
                case ZIGZAG -> assertThat(changes).as(where).isBetween(last - 1, last);
                case SWINGING ->
                    assertThat((double) changes)
                            .as(where)
                            .isCloseTo(2 * last / mode.period().orElseThrow(), within(1.5));
            }
        }
    }

    private static int lastOfSize(Path path, double least) {
        int last = 0;
        while (last < path.updates() && path.distance(last + 1) > least) {
            last++;
        }
        return last;
    }

    @ParameterizedTest
    @CsvSource({"0.04,0.64", "0.25,0.25", "0.0004,0.9604"})
    void momentum_is_critical_at_the_square_of_one_minus_the_root_of_the_gain(double gain, double mu) {
        assertThat(Mode.momentum(1, mu, gain).motion()).isEqualTo(Motion.CRITICAL);
        assertThat(Mode.momentum(1, mu, gain).contraction()).isCloseTo(Math.sqrt(mu), within(1e-7));
        assertThat(Mode.momentum(1, mu + 0.005, gain).motion()).isEqualTo(Motion.SWINGING);
        assertThat(Mode.momentum(1, mu - 0.005, gain).motion()).isEqualTo(Motion.STRAIGHT);
        for (double other : new double[] {mu - 0.02, mu + 0.02}) {
            assertThat(Mode.momentum(1, other, gain).contraction())
                    .as("slower on either side")
                    .isGreaterThan(Math.sqrt(mu));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.9", "0.95"})
    void each_method_diverges_beyond_its_own_limit_of_the_gain(double mu) {
        List<Double> limits = List.of(2.0, 2 * (1 + mu), 2 * (1 + mu) / (1 + 2 * mu));
        for (double way : new double[] {-1e-3, 1e-3}) {
            assertThat(Mode.descent(limits.get(0) + way, 1).diverges()).isEqualTo(way > 0);
            assertThat(Mode.momentum(limits.get(1) + way, mu, 1).diverges()).isEqualTo(way > 0);
            assertThat(Mode.nesterov(limits.get(2) + way, mu, 1).diverges()).isEqualTo(way > 0);
        }
    }

    @Test
    void a_flat_direction_and_a_rate_of_zero_stand_still() {
        assertThat(Mode.nesterov(0.3, 0.9, 0).motion()).isEqualTo(Motion.STILL);
        assertThat(Mode.descent(0, 3).contraction()).isEqualTo(1);
        assertThat(along(new GradientDescent(NEVER, NEVER), 3, 5).at(5, 0)).isEqualTo(1);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Mode(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mode(0.5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mode(0.5, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
