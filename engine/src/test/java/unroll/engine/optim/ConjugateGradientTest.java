package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** The laws of conjugate gradients (Hestenes and Stiefel 1952) on matrices that are written out. */
class ConjugateGradientTest {
    /** Sixteen digits less those that a condition number of 100 and some hundred operations cost. */
    private static final double EXACT = 1e-11;

    /** {@code A = R diag(1 ... 100) R} with a reflection R. */
    private static double[][] matrix(int n) {
        double[] w = random(n, 1);
        double square = Vectors.dot(w, w);
        double[][] a = new double[n][n];
        for (int k = 0; k < n; k++) {
            double eigenvalue = 1 + 99.0 * k / Math.max(1, n - 1);
            double[] v = new double[n];
            for (int i = 0; i < n; i++) {
                v[i] = (i == k ? 1 : 0) - 2 * w[i] * w[k] / square;
            }
            for (int i = 0; i < n; i++) {
                Vectors.addScaled(eigenvalue * v[i], v, a[i]);
            }
        }
        return a;
    }

    private static double[] random(int n, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] x = new double[n];
        Arrays.setAll(x, i -> random.gaussian());
        return x;
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> Vectors.dot(row, x)).toArray();
    }

    private static LinearOperator operator(double[][] a) {
        return (x, product) -> Vectors.copy(times(a, x), product);
    }

    private static double phi(double[][] a, double[] b, double[] x) {
        return Vectors.dot(x, times(a, x)) / 2 - Vectors.dot(b, x);
    }

    @ParameterizedTest(name = "{0} unknowns")
    @ValueSource(ints = {1, 2, 5, 13, 40})
    void as_many_iterations_as_unknowns_solve_the_system_on_a_path_that_only_descends(int n) {
        double[][] a = matrix(n);
        double[] b = random(n, 2);
        ConjugateGradient cg = new ConjugateGradient(n);
        List<Double> values = new ArrayList<>();
        cg.begin(operator(a), b, new double[n]);
        cg.run(n, List.of(), (i, quadratic, residual) -> {
            double[] r = times(a, cg.x());
            Vectors.addScaled(-1, b, r);
            assertThat(quadratic).isCloseTo(phi(a, b, cg.x()), within(EXACT * Vectors.dot(b, b)));
            assertThat(residual).isCloseTo(Vectors.norm(r), within(EXACT * Vectors.norm(b)));
            assertThat(i).isEqualTo(values.size());
            assertThat(values).allMatch(earlier -> earlier > quadratic - EXACT * Vectors.dot(b, b));
            values.add(quadratic);
        });
        double[] left = times(a, cg.x());
        Vectors.addScaled(-1, b, left);
        assertThat(Vectors.norm(left)).isLessThan(EXACT * 100 * Vectors.norm(b));
        if (n > 1) {
            cg.begin(operator(a), b, new double[n]);
            cg.run(n / 2, List.of(), (i, quadratic, residual) -> {});
            double[] half = times(a, cg.x());
            Vectors.addScaled(-1, b, half);
            assertThat(Vectors.norm(half)).as("half as many do not").isGreaterThan(1e-3 * Vectors.norm(b));
        }
    }

    /** The largest cosine, as the matrix measures angles, between different directions. */
    private static double conjugacy(double[][] measure, LinearOperator quadratic, int n) {
        ConjugateGradient cg = new ConjugateGradient(n);
        List<double[]> directions = new ArrayList<>();
        cg.begin(quadratic, random(n, 2), random(n, 3));
        cg.run(
                n - 1,
                List.of(),
                (i, value, residual) -> directions.add(cg.direction().clone()));
        double largest = 0;
        for (int i = 0; i < directions.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] p = directions.get(i);
                double[] q = directions.get(j);
                double length = Vectors.dot(p, times(measure, p)) * Vectors.dot(q, times(measure, q));
                largest = Math.max(largest, Math.abs(Vectors.dot(p, times(measure, q))) / Math.sqrt(length));
            }
        }
        return largest;
    }

    @ParameterizedTest(name = "{0} unknowns")
    @ValueSource(ints = {3, 7, 12})
    void directions_are_conjugate_and_are_not_where_the_matrix_is_not_symmetric(int n) {
        double[][] a = matrix(n);
        assertThat(conjugacy(a, operator(a), n)).isLessThan(1e-8); // rounding grows with the iterations
        double[][] skewed = matrix(n);
        skewed[0][n - 1] += 5;
        assertThat(conjugacy(a, operator(skewed), n)).isGreaterThan(1e-2);
    }

    @Test
    void preconditioned_it_measures_the_residual_by_the_inverse_of_the_preconditioner() {
        int n = 9;
        double[][] a = matrix(n);
        double[] b = random(n, 2);
        double[] m = Arrays.stream(random(n, 4)).map(Math::exp).toArray();
        ConjugateGradient cg = new ConjugateGradient(n);
        cg.precondition(m);
        cg.begin(operator(a), b, random(n, 5));
        cg.run(5 * n, List.of(), (i, quadratic, residual) -> {
            double[] r = times(a, cg.x());
            Vectors.addScaled(-1, b, r);
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += r[j] * r[j] / m[j];
            }
            assertThat(residual).isCloseTo(Math.sqrt(sum), within(1e-9));
            if (i == 0) {
                assertThat(residual).as("negative control").isNotCloseTo(Vectors.norm(r), within(0.1));
            }
        });
        double[] left = times(a, cg.x());
        Vectors.addScaled(-1, b, left);
        assertThat(Vectors.norm(left)).isLessThan(1e-8);
    }

    @Test
    void a_diagonal_matrix_is_its_own_best_preconditioner() {
        int n = 8;
        double[] m = Arrays.stream(random(n, 4)).map(Math::exp).toArray();
        LinearOperator diagonal = (x, product) -> Arrays.setAll(product, i -> m[i] * x[i]);
        ConjugateGradient cg = new ConjugateGradient(n);
        cg.begin(diagonal, random(n, 2), new double[n]);
        cg.run(100, List.of(), (i, quadratic, residual) -> {});
        assertThat(cg.iterations()).as("without").isGreaterThan(2);
        cg.precondition(m);
        cg.begin(diagonal, random(n, 2), new double[n]);
        assertThat(cg.run(100, List.of(), (i, quadratic, residual) -> {})).isEqualTo("the minimum was reached");
        assertThat(cg.iterations()).isEqualTo(1);
        cg.precondition();
        cg.begin(diagonal, random(n, 2), new double[n]);
        cg.run(100, List.of(), (i, quadratic, residual) -> {});
        assertThat(cg.iterations()).as("without again").isGreaterThan(2);
    }

    @Test
    void where_the_curvature_is_not_positive_it_keeps_what_it_has() {
        double[] eigenvalues = {5, 3, 2, -1};
        LinearOperator saddle = (x, product) -> Arrays.setAll(product, i -> eigenvalues[i] * x[i]);
        ConjugateGradient cg = new ConjugateGradient(4);
        cg.begin(saddle, new double[] {1, 1, 1, 0.3}, new double[4]);
        assertThat(cg.run(100, List.of(), (i, quadratic, residual) -> {})).isEqualTo("the curvature was not positive");
        assertThat(cg.iterations()).isBetween(1, 3);
        assertThat(cg.value()).isNegative();
        assertThat(cg.iterates().get(cg.iterates().size() - 1)).containsExactly(cg.x());
        cg.begin(saddle, new double[] {0, 0, 0, 1}, new double[4]);
        cg.run(100, List.of(), (i, quadratic, residual) -> {});
        assertThat(cg.iterates().size()).as("nothing to keep").isZero();
        cg.begin((x, product) -> Arrays.fill(product, Double.NaN), new double[] {1, 1, 1, 1}, new double[4]);
        assertThat(cg.run(100, List.of(), (i, quadratic, residual) -> {})).isEqualTo("a number was not finite");
        assertThat(cg.x()).containsExactly(0, 0, 0, 0);
    }

    /** What a start that was good for another quadratic does to a few iterations on this one. */
    @Test
    void a_start_that_is_worse_than_none_is_not_used() {
        int n = 40;
        double[][] a = matrix(n);
        double[] b = random(n, 2);
        double[] poison = Arrays.stream(random(n, 3)).map(x -> 1e6 * x).toArray();
        ConjugateGradient cg = new ConjugateGradient(n);
        cg.begin(operator(a), b, poison);
        cg.run(10, List.of(), (i, quadratic, residual) -> {});
        assertThat(cg.value()).as("the planted fault").isGreaterThan(0);
        cg.beginBelowZero(operator(a), b, poison);
        cg.run(10, List.of(), (i, quadratic, residual) -> {});
        double[] safe = cg.x().clone();
        assertThat(cg.value()).isNegative();
        cg.begin(operator(a), b, new double[n]);
        cg.run(10, List.of(), (i, quadratic, residual) -> {});
        assertThat(safe).containsExactly(cg.x());
        double[] good = Arrays.stream(safe).map(x -> 0.9 * x).toArray();
        cg.beginBelowZero(operator(a), b, good);
        assertThat(cg.x()).containsExactly(good);
    }

    @Test
    void a_longer_and_longer_way_is_kept_and_the_last_iterate() {
        int n = 40;
        ConjugateGradient cg = new ConjugateGradient(n);
        cg.begin(operator(matrix(n)), random(n, 2), new double[n]);
        List<double[]> way = new ArrayList<>();
        cg.run(27, List.of(), (i, quadratic, residual) -> way.add(cg.x().clone()));
        Iterates kept = cg.iterates();
        List<Integer> numbers = new ArrayList<>();
        for (int j = 0; j < kept.size(); j++) {
            numbers.add(kept.number(j));
            assertThat(kept.get(j)).containsExactly(way.get(kept.number(j)));
        }
        assertThat(numbers).containsExactly(5, 7, 9, 11, 15, 19, 25, 27); // ceil(5 * 1.3^j)
        cg.begin(operator(matrix(n)), random(n, 2), new double[n]);
        cg.run(7, List.of(), (i, quadratic, residual) -> {});
        assertThat(kept.size()).as("the last is kept once").isEqualTo(2);
    }

    @Test
    void it_stops_when_the_last_iterations_brought_little_of_all() {
        RelativeProgress rule = new RelativeProgress(5e-4);
        assertThat(stop(rule, i -> -i))
                .as("each brings 1 of i: below 5e-4 from 2001 on")
                .isEqualTo(2001);
        assertThat(stop(rule, i -> -1)).as("nothing from the first on: k is 10").isEqualTo(11);
        assertThat(stop(rule, i -> 5 - i * 1e-9)).as("not below 0 yet").isEqualTo(5001);
        assertThat(stop(new RelativeProgress(0), i -> -1))
                .as("anything is enough")
                .isEqualTo(5001);
        int halved = stop(rule, i -> -1 + Math.pow(0.5, i));
        assertThat(halved).isBetween(17, 19); // 2^10 2^-i < 5e-3 10 gives i > 17.6 where k is 10
    }

    private static int stop(StopRule rule, java.util.function.IntToDoubleFunction quadratic) {
        int i = 1;
        while (i <= 5000 && !rule.enough(i, false, quadratic.applyAsDouble(i), new double[0])) {
            i++;
        }
        return i;
    }
}
