package unroll.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class PrincipalAxesTest {
    @Test
    void points_on_a_tilted_line_vary_along_it_alone() {
        double[][] points = {{1, 2}, {4, 6}, {-2, -2}, {7, 10}};
        PrincipalAxes axes = PrincipalAxes.of(points, 2);
        assertThat(axes.mean()).containsExactly(new double[] {2.5, 4}, within(1e-14));
        assertThat(axes.directions()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-14));
        assertThat(axes.shares()).containsExactly(new double[] {1, 0}, within(1e-14));
        assertThat(axes.along(new double[] {1, 2})).containsExactly(new double[] {-2.5, 0}, within(1e-14));
    }

    /** Of independent coordinates with known deviations, turned by Householder's reflection at v. */
    @ParameterizedTest(name = "{0} coordinates, {1} axes")
    @CsvSource({"2,1", "3,3", "7,2", "40,5"})
    void axes_of_turned_coordinates_are_the_turned_axes(int n, int most) {
        Philox random = new Philox(n, Purpose.SAMPLING);
        double[] v = new double[n];
        double length = 0;
        for (int i = 0; i < n; i++) {
            v[i] = random.gaussian();
            length += v[i] * v[i];
        }
        int count = 4 * n;
        double[][] points = new double[count][];
        double[] variance = new double[n];
        for (int p = 0; p < count; p++) { // each coordinate twice its size one way and the other: exactly uncorrelated
            double[] x = new double[n];
            int i = p / 4;
            x[i] = (p % 2 == 0 ? 1 : -1) * Math.pow(0.8, i);
            variance[i] += x[i] * x[i] / count;
            points[p] = reflected(x, v, length);
        }
        PrincipalAxes axes = PrincipalAxes.of(points, most);
        double all = 0;
        for (double part : variance) {
            all += part;
        }
        assertThat(axes.directions()).hasNumberOfRows(most);
        for (int k = 0; k < most; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            double[] expected = reflected(unit, v, length);
            double sign = dot(expected, axes.directions()[k]) < 0 ? -1 : 1;
            for (int i = 0; i < n; i++) {
                assertThat(axes.directions()[k][i]).isCloseTo(sign * expected[i], within(1e-9));
            }
            assertThat(axes.shares()[k]).isCloseTo(variance[k] / all, within(1e-12));
        }
    }

    private static double[] reflected(double[] x, double[] v, double squared) {
        double part = 2 * dot(x, v) / squared;
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] -= part * v[i];
        }
        return y;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Test
    void points_that_do_not_vary_have_axes_with_no_share() {
        PrincipalAxes axes = PrincipalAxes.of(new double[][] {{3, 4, 5}, {3, 4, 5}}, 2);
        assertThat(axes.shares()).containsExactly(0, 0);
        assertThat(axes.along(new double[] {3, 4, 5})).containsExactly(0, 0);
    }

    /** Ten times 0.1 / 10 is not 0.1, so that a mean that is summed leaves the rounding as if it were variance. */
    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {1, 2, 3, 10, 37})
    void points_that_do_not_vary_have_no_variance_of_rounding(int count) {
        double[] point = {0.1, 1 / 3.0, 0.7, 1e300};
        double[][] points = new double[count][];
        Arrays.fill(points, point);
        PrincipalAxes axes = PrincipalAxes.of(points, 3);
        assertThat(axes.mean()).containsExactly(point);
        assertThat(axes.shares()).containsExactly(0, 0, 0);
    }

    /** EJML's iteration gives up on most such covariances: all but two eigenvalues are zero. */
    @ParameterizedTest(name = "{0} coordinates")
    @ValueSource(ints = {64, 256, 600})
    void few_points_of_many_coordinates_have_axes(int n) {
        Philox random = new Philox(n, Purpose.SAMPLING);
        double[][] points = new double[3][n];
        for (double[] point : points) {
            for (int i = 0; i < n; i++) {
                point[i] = random.integer(0, 3) == 0 ? 1 : 0;
            }
        }
        PrincipalAxes axes = PrincipalAxes.of(points, 3);
        assertThat(axes.shares()[0] + axes.shares()[1]).isCloseTo(1, within(1e-12));
        for (double[] point : points) { // two axes hold three points
            double[] along = axes.along(point);
            for (int i = 0; i < n; i++) {
                double found = axes.mean()[i] + along[0] * axes.directions()[0][i] + along[1] * axes.directions()[1][i];
                assertThat(found).isCloseTo(point[i], within(1e-9));
            }
        }
    }

    @Test
    void what_has_no_axes_is_refused() {
        assertThatThrownBy(() -> PrincipalAxes.of(new double[0][], 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrincipalAxes.of(new double[][] {{1, Double.NaN}, {0, 1}}, 2))
                .hasMessageContaining("not finite");
    }
}
