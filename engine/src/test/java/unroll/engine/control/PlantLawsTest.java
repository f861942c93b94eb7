package unroll.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.graph.HostFunction;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** What every plant's step promises of its derivatives, with both integrators, by oracles that know values alone. */
class PlantLawsTest {
    /** A few hundred roundings. */
    private static final double ROUNDING = 1e-13;

    /** A function that a law is about, and its name. */
    record Case(String name, HostFunction function, double[] x) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> steps() {
        return Plants.ALL.stream()
                .flatMap(plant -> Stream.of(Integrator.values())
                        .map(integrator -> at(plant + ", " + integrator, new PlantStep(plant, integrator, 0.01))));
    }

    private static Case at(String name, HostFunction function) {
        return new Case(name, function, gaussian(function.inputs(), 1));
    }

    private static double[] gaussian(int n, long stream) {
        Philox random = new Philox(stream, Purpose.SAMPLING);
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> 0.7 * random.gaussian());
        return numbers;
    }

    private static double[] value(HostFunction f, double[] x) {
        double[] y = new double[f.outputs()];
        f.value(x, y);
        return y;
    }

    private static double[] tangent(HostFunction f, double[] x, double[] rx) {
        double[] ry = new double[f.outputs()];
        f.tangent(x, rx, ry);
        return ry;
    }

    /** The largest error of a tangent against a central difference, relative to the tangent. */
    private static double error(HostFunction f, double[] x, double h, double off) {
        double[] v = gaussian(x.length, 2);
        double[] there = x.clone();
        double[] back = x.clone();
        for (int i = 0; i < x.length; i++) {
            there[i] += h * v[i];
            back[i] -= h * v[i];
        }
        double[] plus = value(f, there);
        double[] minus = value(f, back);
        double[] exact = tangent(f, x, v);
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < exact.length; i++) {
            worst = Math.max(worst, Math.abs((plus[i] - minus[i]) / (2 * h) - exact[i] * (1 + off)));
            largest = Math.max(largest, Math.abs(exact[i]));
        }
        return worst / largest;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void the_error_of_finite_differences_falls_as_the_square_of_their_step(Case c) {
        double coarse = error(c.function, c.x, 1e-2, 0);
        double fine = error(c.function, c.x, 1e-3, 0);
        assertThat(fine).isLessThan(1e-4);
        if (coarse > 1e-9) { // the point mass is linear but for the noise
            assertThat(coarse / fine).isBetween(80.0, 125.0);
        }
        assertThat(error(c.function, c.x, 1e-4, 0)).isLessThan(1e-5);
        assertThat(error(c.function, c.x, 1e-4, 1e-3)).as("negative control").isGreaterThan(5e-4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void the_adjoint_is_the_transpose_of_the_tangent(Case c) {
        assertThat(untransposed(c, 0)).isLessThan(ROUNDING);
        assertThat(untransposed(c, 1e-6)).as("negative control").isGreaterThan(ROUNDING);
    }

    private static double untransposed(Case c, double off) {
        double[] v = gaussian(c.x.length, 3);
        double[] jv = tangent(c.function, c.x, v);
        double[] w = gaussian(jv.length, 4);
        double[] jw = new double[c.x.length];
        Arrays.fill(jw, Double.NaN);
        c.function.adjoint(c.x, w, jw);
        jw[0] *= 1 + off;
        return Math.abs(dot(jv, w) - dot(v, jw)) / Math.sqrt(dot(jv, jv) * dot(w, w));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** What a command becomes, by hand: a point of 2 kg under a force of 3 N each. */
    @Test
    void commands_act_with_their_noise_and_what_disturbs_them() {
        PlantStep step = new PlantStep(new MassPoint(2, 0, 3), Integrator.EULER, 0.1);
        GivenRow row = new GivenRow(4, 2);
        double[] x = new double[6 + row.width()];
        x[4] = 0.5; // command
        x[6 + row.noise()] = 0.2;
        x[6 + row.disturbance()] = -0.1;
        x[6 + row.stateNoise() + 1] = 0.03;
        double force = 3 * (0.5 * 1.2 - 0.1);
        assertThat(value(step, x)).containsExactly(new double[] {0, 0.03, 0.1 * force / 2, 0}, within(1e-15));
    }

    @Test
    void a_choice_among_delays_is_a_copy_of_what_is_chosen() {
        GivenRow row = new GivenRow(2, 1);
        DelayChoice choice = new DelayChoice(row, 3, 5);
        double[] x = new double[choice.inputs()];
        Arrays.setAll(x, i -> i);
        for (int delay : List.of(3, 4, 5)) {
            x[6 + row.delay()] = delay;
            assertThat(value(choice, x)).containsExactly(2 * (delay - 3), 2 * (delay - 3) + 1);
            double[] ax = new double[x.length];
            Arrays.fill(ax, 7);
            choice.adjoint(x, new double[] {1, 2}, ax);
            double[] expected = new double[x.length];
            expected[2 * (delay - 3)] = 1;
            expected[2 * (delay - 3) + 1] = 2;
            assertThat(ax).containsExactly(expected);
            assertThat(tangent(choice, x, x)).isEqualTo(value(choice, x));
        }
    }
}
