package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.setting.Schedule;

/** Augmented Hessian-free optimisation and Krylov subspace descent against conjugate gradients, where all three agree. */
class KrylovSpacesTest {
    private static final double[] EIGENVALUES = {0.01, 0.3, 1, 2.5, 7};
    private static final double[] REFLECTION = {1, -2, 0.5, 3, 1.5};
    private static final double[] START = {3, -1, 2, 0.5, -4};
    private static final double[] GIVEN = {1, 0.5, -1, 2, 0.25};
    private static final int N = START.length;

    /** The loss has 16 digits, so that along the flattest direction a place is seen to {@code sqrt(1e-16 / 0.01)}. */
    private static final double SEEN = 1e-6;

    private static QuadraticForm quadratic() {
        return new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION);
    }

    private static Schedule always(double value) {
        return Schedule.constant(value);
    }

    private static LinearOperator matrix(QuadraticForm f, double damping) {
        return (x, product) -> {
            Buffer out = f.backend.allocate(1, N);
            f.product(f.start(x), 0, out);
            f.backend.read(out, product, 0);
            Vectors.addScaled(damping, x, product);
        };
    }

    private static double[] gradient(QuadraticForm f, double[] at) {
        Buffer g = f.backend.allocate(1, N);
        f.gradient(f.start(at), g);
        return f.read(g);
    }

    /** START plus what so many iterations from 0 come to. */
    private static double[] conjugateGradients(QuadraticForm f, double damping, int iterations) {
        ConjugateGradient cg = new ConjugateGradient(N);
        double[] b = gradient(f, START);
        Vectors.scale(-1, b);
        cg.begin(matrix(f, damping), b, new double[N]);
        cg.run(iterations, List.of(), (i, quadratic, residual) -> {});
        double[] theta = START.clone();
        Vectors.addScaled(1, cg.x(), theta);
        return theta;
    }

    @ParameterizedTest(name = "{0} directions")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void the_first_augmented_update_of_a_quadratic_is_conjugate_gradients(int k) {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Step step = new AugmentedHessianFree(1, always(k), always(0), always(0), always(0))
                .optimiser(f)
                .step(theta, 0);
        assertThat(f.read(theta)).containsExactly(conjugateGradients(f, 0, k), within(SEEN));
        assertThat(step.rate()).isEqualTo(1);
        assertThat(distance(f.read(theta), conjugateGradients(f, 0, k - 1)))
                .as("one direction fewer is elsewhere")
                .isGreaterThan(1e-3);
    }

    @ParameterizedTest(name = "{0} dimensions")
    @ValueSource(ints = {1, 2, 3, 4, 5, 9})
    void the_first_krylov_descent_of_a_quadratic_is_conjugate_gradients_in_a_single_step(int k) {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Step step = new KrylovDescent(1, k, always(1), always(0)).optimiser(f).step(theta, 0);
        assertThat(f.read(theta)).containsExactly(conjugateGradients(f, 0, Math.min(k, N)), within(1e-9));
        assertThat(step.readings().getFirst().number()).isEqualTo(Math.min(k, N));
        if (k >= N) {
            assertThat(Vectors.norm(f.read(theta))).as("the minimum at once").isLessThan(1e-9);
        }
    }

    private static double distance(double[] x, double[] y) {
        double[] difference = x.clone();
        Vectors.addScaled(-1, y, difference);
        return Vectors.norm(difference);
    }

    /** The directions from {@code given} on, and the sum of the best steps along them. */
    private static List<double[]> directions(QuadraticForm f, double[] given, double[] sum) {
        ConjugateDirections directions = new ConjugateDirections(N);
        double[] b = gradient(f, START);
        Vectors.scale(-1, b);
        directions.begin(matrix(f, 0), b, given);
        List<double[]> all = new ArrayList<>();
        while (all.size() < N && directions.next()) {
            all.add(directions.direction().clone());
            Vectors.addScaled(directions.best(), directions.direction(), sum);
        }
        return all;
    }

    private static double cosine(QuadraticForm f, double[] p, double[] q) {
        double[] bp = new double[N];
        double[] bq = new double[N];
        matrix(f, 0).apply(p, bp);
        matrix(f, 0).apply(q, bq);
        return Math.abs(Vectors.dot(q, bp)) / Math.sqrt(Vectors.dot(p, bp) * Vectors.dot(q, bq));
    }

    @Test
    void directions_are_conjugate_to_the_one_that_is_given_and_reach_the_minimum_together() {
        QuadraticForm f = quadratic();
        double[] sum = new double[N];
        List<double[]> all = directions(f, GIVEN, sum);
        assertThat(all).hasSize(N);
        assertThat(all.getFirst()).containsExactly(GIVEN);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(cosine(f, all.get(i), all.get(j))).isLessThan(1e-8);
            }
        }
        Vectors.addScaled(1, START, sum);
        assertThat(Vectors.norm(sum)).isLessThan(1e-8);
        double largest = 0;
        for (double[] p : directions(f, new double[N], new double[N])) {
            largest = Math.max(largest, cosine(f, p, GIVEN));
        }
        assertThat(largest)
                .as("negative control: those of plain conjugate gradients")
                .isGreaterThan(0.1);
    }

    @Test
    void the_next_updates_go_along_the_last_step_first() {
        QuadraticForm f = quadratic();
        Optimiser optimiser = new AugmentedHessianFree(1, always(1), always(0), always(0), always(0)).optimiser(f);
        f.backend.write(GIVEN, 0, Objects.requireNonNull(optimiser.state().get("step")));
        Buffer theta = f.start(START);
        optimiser.step(theta, 0);
        double[] moved = f.read(theta);
        Vectors.addScaled(-1, START, moved);
        double factor = moved[0] / GIVEN[0];
        assertThat(moved)
                .containsExactly(Arrays.stream(GIVEN).map(x -> factor * x).toArray(), within(1e-12));
        assertThat(Vectors.dot(gradient(f, f.read(theta)), GIVEN))
                .as("a minimum along it")
                .isCloseTo(0, within(1e-10));
    }

    /** With a curvature {@code factor} times the true one the quadratic's best step is the true best over {@code factor}. */
    @ParameterizedTest(name = "curvature times {0}")
    @CsvSource({"1,1", "0.1,1.25", "4,1", "0.3,0.8333333333", "30,1.0666666667"})
    void where_the_quadratic_is_wrong_the_true_loss_says_how_far_to_go(double factor, double expected) {
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
            @Override
            public void product(Buffer direction, double structural, Buffer product) {
                super.product(direction, structural, product);
                backend.scale(factor, product);
            }
        };
        Buffer theta = f.start(START);
        new AugmentedHessianFree(1, always(1), always(0), always(0), always(0))
                .optimiser(f)
                .step(theta, 0);
        double[] moved = f.read(theta);
        Vectors.addScaled(-1, START, moved);
        double[] best = conjugateGradients(quadratic(), 0, 1);
        Vectors.addScaled(-1, START, best);
        assertThat(moved[0] / best[0]).isCloseTo(expected, within(1e-6));
    }

    @Test
    void bfgs_finds_the_end_of_a_curved_valley() {
        Bfgs bfgs = new Bfgs(2);
        Bfgs.Function rosenbrock = (c, g) -> {
            double x = c[0] - 1.2;
            double y = c[1] + 1; // 0 is the customary start (-1.2, 1)
            g[0] = -2 * (1 - x) - 400 * x * (y - x * x);
            g[1] = 200 * (y - x * x);
            return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
        };
        double[] slope = new double[2];
        double value = rosenbrock.at(new double[2], slope);
        List<Double> values = new ArrayList<>();
        bfgs.minimise(rosenbrock, value, slope, 100, (i, now, norm) -> values.add(now));
        assertThat(bfgs.point()).containsExactly(new double[] {2.2, 0}, within(1e-6));
        assertThat(bfgs.iterations()).isLessThan(60);
        assertThat(values).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        bfgs.minimise((c, g) -> Double.NaN, value, slope, 100, (i, now, norm) -> {});
        assertThat(bfgs.iterations()).as("nowhere a number").isZero();
        assertThat(bfgs.point()).containsExactly(0, 0);
    }
}
