package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.SmallNetwork.Answers;

/** The networks that a person set, held to what is said of them, by arithmetic of the test's own; those that filter and those that turn. */
class SmallDynamicsTest {
    private static final int STEPS = 40_000;

    /** x' = 0.9 x + N(0, 0.19), seen as y = x + N(0, 1); the filter after its gain has settled. */
    @Test
    void one_linear_unit_is_the_kalman_filter_of_what_decays() {
        Random random = new Random(1);
        double[] y = new double[STEPS];
        double x = 0;
        for (int t = 0; t < STEPS; t++) {
            x = 0.9 * x + Math.sqrt(0.19) * random.nextGaussian();
            y[t] = x + random.nextGaussian();
        }
        double width = 1;
        double gain = 0;
        for (int i = 0; i < 200; i++) {
            double predicted = 0.81 * width + 0.19;
            gain = predicted / (predicted + 1);
            width = (1 - gain) * predicted;
        }
        double[] o = SmallNetwork.of("A unit that is a Kalman filter")
                .with("W_hv", "" + gain)
                .with("W_hh", "" + 0.9 * (1 - gain))
                .answers(STEPS, t -> y[t])
                .output(0, 0);
        double[] written = SmallNetwork.of("A unit that is a Kalman filter")
                .answers(STEPS, t -> y[t])
                .output(0, 0);
        double mean = 0;
        double error = 0;
        double last = 0;
        for (int t = 0; t < STEPS - 1; t++) {
            mean = 0.9 * mean + gain * (y[t] - 0.9 * mean);
            assertThat(o[t]).isCloseTo(0.9 * mean, within(1e-13));
            assertThat(written[t]).isCloseTo(0.9 * mean, within(1e-4)); // six decimals of each weight
            error += Math.pow(y[t + 1] - written[t], 2);
            last += Math.pow(y[t + 1] - y[t], 2);
        }
        // a mean of 40,000 squares of deviation 1.436 sqrt(2) is within 3 of its own deviations, 0.03
        assertThat(error / (STEPS - 1)).isCloseTo(1.436, within(0.03));
        assertThat(last / (STEPS - 1)).isCloseTo(2.20, within(0.06));
    }

    @Test
    void two_linear_units_track_a_missile_better_than_a_line_through_two_sights() {
        Random random = new Random(2);
        int flights = 2000;
        double[][][] sights = new double[60][flights][1];
        for (int b = 0; b < flights; b++) {
            double place = 0;
            double velocity = 0.3 * random.nextGaussian();
            for (int t = 0; t < 60; t++) {
                place += velocity;
                velocity += Math.sqrt(1e-3) * random.nextGaussian();
                sights[t][b][0] = place + random.nextGaussian();
            }
        }
        Answers answers = SmallNetwork.of("Two units that track a missile").answers(sights);
        double tracked = 0;
        double copied = 0;
        double line = 0;
        for (int t = 29; t < 59; t++) {
            for (int b = 0; b < flights; b++) {
                double next = sights[t + 1][b][0];
                tracked += Math.pow(next - answers.output()[t][b][0], 2);
                copied += Math.pow(next - sights[t][b][0], 2);
                line += Math.pow(next - 2 * sights[t][b][0] + sights[t - 1][b][0], 2);
            }
        }
        double count = 30.0 * flights;
        assertThat(tracked / count).isCloseTo(1.286, within(0.03));
        assertThat(copied / count).isCloseTo(2.14, within(0.08));
        assertThat(line / count).isCloseTo(6.03, within(0.15));
    }

    /** Coins of 0.8 and 0.2, each kept with 0.9; the filter by Bayes' rule. */
    @Test
    void one_unit_knows_almost_as_well_as_the_exact_filter_which_coin_it_is() {
        Random random = new Random(3);
        boolean first = true;
        boolean[] heads = new boolean[STEPS];
        for (int t = 0; t < STEPS; t++) {
            first ^= random.nextDouble() >= 0.9;
            heads[t] = random.nextDouble() < (first ? 0.8 : 0.2);
        }
        double[] p = SmallNetwork.of("Which of two coins?")
                .answers(STEPS, t -> heads[t] ? 1 : -1)
                .probability(0, 0);
        double belief = 0.5;
        double exact = 0;
        double excess = 0;
        for (int t = 0; t < STEPS; t++) {
            double before = 0.9 * belief + 0.1 * (1 - belief);
            double chance = 0.8 * before + 0.2 * (1 - before);
            exact -= Math.log(heads[t] ? chance : 1 - chance);
            double told = t == 0 ? 0.5 : p[t - 1];
            // what is expected of the next toss, not what came: no luck in it
            excess += chance * Math.log(chance / told) + (1 - chance) * Math.log((1 - chance) / (1 - told));
            double likely = heads[t] ? 0.8 : 0.2;
            belief = likely * before / (heads[t] ? chance : 1 - chance);
        }
        assertThat(exact / STEPS).isCloseTo(0.6306, within(0.006));
        assertThat(excess / STEPS).isBetween(1e-6, 2e-4);
    }

    @Test
    void pulses_set_three_bits_and_nothing_else_does() {
        Random random = new Random(4);
        SmallNetwork memory = SmallNetwork.of("A memory of three bits");
        double[][] pulses = new double[5000][3];
        for (double[] pulse : pulses) {
            if (random.nextDouble() < 0.2) {
                pulse[random.nextInt(3)] = random.nextBoolean() ? 1 : -1;
            }
        }
        assertThat(mistakes(memory, pulses)).isZero();
        assertThat(mistakes(memory.with("W_hv", "1.9 0 0; 0 1.9 0; 0 0 1.9"), pulses))
                .as("a pulse must be larger than 2 x 0.9575")
                .isGreaterThan(1000);
        double[][] turned = {{1, 1, 1}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {-1, 0, 0}};
        double[][][] along = memory.answers(turned).hidden();
        assertThat(along[6][0][0]).isCloseTo(0.9575, within(1e-4));
        assertThat(along[7][0][0]).isCloseTo(-0.795, within(1e-3));
    }

    private static int mistakes(SmallNetwork memory, double[][] pulses) {
        Answers answers = memory.answers(pulses);
        double[] bits = new double[3];
        int mistakes = 0;
        for (int t = 0; t < pulses.length; t++) {
            for (int i = 0; i < 3; i++) {
                bits[i] = pulses[t][i] == 0 ? bits[i] : pulses[t][i];
                mistakes += bits[i] * answers.output()[t][0][i] < 0 ? 1 : 0;
            }
        }
        return mistakes;
    }

    @Test
    void eight_units_repair_a_memory_with_one_or_two_units_wrong_or_stay_between_two() {
        assertThat(overlaps("-1 1 1 1 -1 -1 -1 -1", 0, 4))
                .containsExactly(new double[] {.863, .934, .953, .957}, within(1e-3));
        assertThat(overlaps("-1 1 1 1 1 -1 -1 -1", 0, 2)).containsExactly(new double[] {.762, .909}, within(1e-3));
        assertThat(overlaps("-1 1 1 1 -1 1 -1 -1", 0, 40)[39])
                .as("units 1 and 6")
                .isCloseTo(.479, within(1e-3));
        assertThat(overlaps("-1 1 1 1 -1 1 -1 -1", 1, 40)[39]).isCloseTo(-.479, within(1e-3));
        assertThat(overlaps("1 1 1 1 0 0 0 0", 0, 40)[39]).isCloseTo(.9575, within(1e-4));
        assertThat(.9575).as("the fixed point of h = tanh 2h").isCloseTo(Math.tanh(2 * .9575), within(1e-5));
    }

    /** The overlap with one of the two patterns after each step. */
    private static double[] overlaps(String first, int pattern, int steps) {
        return SmallNetwork.of("Two memories in eight units")
                .with("h_0", first)
                .answers(steps, t -> 0)
                .output(0, pattern);
    }

    @Test
    void a_hundred_of_all_corners_end_in_a_memory() {
        SmallNetwork memory = SmallNetwork.of("Two memories in eight units");
        int ends = 0;
        for (int corner = 0; corner < 256; corner++) {
            StringBuilder first = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                first.append((corner >> i & 1) == 1 ? " 1" : " -1");
            }
            double[][] last =
                    memory.with("h_0", first.toString()).answers(60, t -> 0).output()[59];
            ends += Math.abs(Math.abs(last[0][0]) - .9575) < 1e-3 || Math.abs(Math.abs(last[0][1]) - .9575) < 1e-3
                    ? 1
                    : 0;
        }
        assertThat(ends).isEqualTo(100);
    }

    @Test
    void two_units_turn_on_a_circle_die_away_or_go_round_in_four_steps() {
        SmallNetwork turning = SmallNetwork.of("Two units that turn");
        double[][][] circle = turning.answers(6000, t -> 0).hidden();
        double angle = 0;
        double size = 0;
        for (int t = 2000; t < 5999; t++) {
            double[] h = circle[t][0];
            double[] next = circle[t + 1][0];
            angle += Math.atan2(h[0] * next[1] - h[1] * next[0], h[0] * next[0] + h[1] * next[1]);
            size += Math.hypot(h[0], h[1]);
        }
        assertThat(2 * Math.PI * 3999 / angle).as("steps a turn").isCloseTo(12.02, within(0.005));
        assertThat(size / 3999).isCloseTo(0.580, within(5e-4));
        double[][][] dying = turning.with("W_hh", rotation(0.9, Math.PI / 6))
                .answers(400, t -> 0)
                .hidden();
        assertThat(Math.hypot(dying[399][0][0], dying[399][0][1])).isLessThan(1e-12);
        double[][][] four = turning.with("W_hh", rotation(1.5, Math.PI / 2))
                .answers(1000, t -> 0)
                .hidden();
        assertThat(four[999][0]).containsExactly(four[995][0], within(1e-12));
        assertThat(Math.abs(four[999][0][0] - four[997][0][0]) + Math.abs(four[999][0][1] - four[997][0][1]))
                .isGreaterThan(1);
        assertThat(Math.hypot(four[999][0][0], four[999][0][1])).isCloseTo(1.214, within(5e-4));
    }

    private static String rotation(double radius, double angle) {
        double c = radius * Math.cos(angle);
        double s = radius * Math.sin(angle);
        return c + " " + -s + ";" + s + " " + c;
    }

    @Test
    void two_logistic_units_rest_alternate_or_never_settle_as_their_gain_grows() {
        SmallNetwork units = SmallNetwork.of("Two units that never settle");
        assertThat(period(units, 1.2)).isEqualTo(1);
        assertThat(period(units, 2.0)).isEqualTo(2);
        assertThat(period(units, 2.4)).isEqualTo(4);
        assertThat(period(units, 4.4)).isEqualTo(3);
        assertThat(period(units, 5.4)).isZero();
    }

    /** After how many steps the states come again; 0 where they do not. */
    private static int period(SmallNetwork units, double gain) {
        String weights = -5 * gain + " " + 5 * gain + ";" + -25 * gain + " " + 25 * gain;
        double[][][] h = units.with("W_hh", weights).answers(4000, t -> 0).hidden();
        for (int period = 1; period <= 32; period++) {
            double furthest = 0;
            for (int t = 3000; t < 4000; t++) {
                furthest = Math.max(furthest, Math.abs(h[t][0][0] - h[t - period][0][0]));
            }
            if (furthest < 1e-7) {
                return period;
            }
        }
        return 0;
    }

    /** Of h = sigma(W h) with W = mu [-5 5; -25 25] the difference z of the two units obeys z' = sigma(25 mu z) - sigma(5 mu z). */
    @Test
    void paths_of_units_that_never_settle_part_by_half_their_logarithm_a_step() {
        int steps = 50_000;
        double[][][] h = SmallNetwork.of("Two units that never settle")
                .answers(steps, t -> 0)
                .hidden();
        double sum = 0;
        for (int t = 1000; t < steps; t++) {
            double slow = h[t][0][0];
            double fast = h[t][0][1];
            sum += Math.log(Math.abs(5.4 * (25 * fast * (1 - fast) - 5 * slow * (1 - slow))));
        }
        assertThat(sum / (steps - 1000)).isCloseTo(0.485, within(0.015));
    }

    @Test
    void what_differs_by_a_hundred_millionth_is_another_path_after_some_thirty_steps() {
        SmallNetwork units = SmallNetwork.of("Two units that never settle");
        double[][][] settled = units.answers(1000, t -> 0).hidden();
        double[] from = settled[999][0];
        double[][][] one =
                units.with("h_0", from[0] + " " + from[1]).answers(120, t -> 0).hidden();
        double[][][] other = units.with("h_0", from[0] + 1e-8 + " " + from[1])
                .answers(120, t -> 0)
                .hidden();
        int steps = 0;
        while (Math.hypot(one[steps][0][0] - other[steps][0][0], one[steps][0][1] - other[steps][0][1]) < 0.1) {
            steps++;
        }
        // 33 by the exponent, and what the first steps make of it
        assertThat(steps).isBetween(20, 50);
    }
}
