package unroll.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Singular values of long products, held to those that the products were made with, to their inverses and to their determinants. */
class GradedProductTest {
    private static final double DOUBLE = 0x1p-53;

    private static GradedProduct of(List<DMatrixRMaj> factors, int n, double rounding) {
        GradedProduct product = GradedProduct.identity(n, n, rounding);
        for (DMatrixRMaj factor : factors) {
            DMatrixRMaj c = new DMatrixRMaj(n, product.columns().numCols);
            CommonOps_DDRM.mult(factor, product.columns(), c);
            product = product.times(c, NormOps_DDRM.normF(factor));
        }
        return product;
    }

    private static DMatrixRMaj orthogonal(int n, Random random) {
        return RandomMatrices_DDRM.orthogonal(n, n, random);
    }

    /** Each factor is {@code U_k+1 S U_k'}, so that the product is {@code U_K S^K U_0'}: whatever stands in S, in whatever order. */
    @ParameterizedTest(name = "{0} x {0}, {1} factors")
    @CsvSource({"2, 1", "2, 40", "3, 10", "5, 40", "12, 80", "30, 25"})
    void a_product_of_known_singular_values_has_their_powers(int n, int count) {
        Random random = new Random(n);
        double[] single = new double[n];
        Arrays.setAll(single, i -> Math.pow(10, -(double) ((7 * i + 3) % n) / n));
        List<DMatrixRMaj> factors = new ArrayList<>();
        DMatrixRMaj before = orthogonal(n, random);
        for (int k = 0; k < count; k++) {
            DMatrixRMaj after = orthogonal(n, random);
            DMatrixRMaj factor = new DMatrixRMaj(n, n);
            DMatrixRMaj scaled = new DMatrixRMaj(n, n);
            CommonOps_DDRM.mult(after, CommonOps_DDRM.diag(single), scaled);
            CommonOps_DDRM.multTransB(scaled, before, factor);
            factors.add(factor);
            before = after;
        }
        double[] expected = Arrays.stream(single)
                .map(value -> count * Math.log(value))
                .sorted()
                .toArray();
        double[] found = of(factors, n, DOUBLE).logarithms();
        assertThat(found).hasSize(n);
        for (int i = 0; i < n; i++) {
            // each of the factors was rounded at 1e-16 of its largest singular value, ten times the smallest, by some n
            // roundings
            assertThat(found[i]).isCloseTo(expected[n - 1 - i], within(1e-14 * n * count));
        }
        assertThat(expected[n - 1] - expected[0]).isGreaterThan(count == 1 ? 1 : 0.5 * count);
    }

    /** What is smallest in a product is largest in its inverse, which a plain product of the inverses knows; all together are the determinant. */
    @ParameterizedTest(name = "{0} x {0}, {1} factors")
    @CsvSource({"2, 400", "4, 100", "9, 200"})
    void the_smallest_is_the_largest_of_the_inverse_and_their_product_the_determinant(int n, int count) {
        Random random = new Random(count);
        List<DMatrixRMaj> factors = new ArrayList<>();
        DMatrixRMaj product = CommonOps_DDRM.identity(n);
        DMatrixRMaj inverse = CommonOps_DDRM.identity(n);
        double determinant = 0;
        for (int k = 0; k < count; k++) {
            DMatrixRMaj factor = RandomMatrices_DDRM.rectangle(n, n, -1, 1, random);
            for (int i = 0; i < n; i++) {
                factor.add(i, i, 1.5);
            }
            factors.add(factor);
            DMatrixRMaj next = new DMatrixRMaj(n, n);
            CommonOps_DDRM.mult(factor, product, next);
            product = next;
            DMatrixRMaj other = new DMatrixRMaj(n, n);
            DMatrixRMaj back = new DMatrixRMaj(n, n);
            CommonOps_DDRM.invert(factor, back);
            CommonOps_DDRM.mult(inverse, back, other);
            inverse = other;
            determinant += Math.log(Math.abs(CommonOps_DDRM.det(factor)));
        }
        double[] found = of(factors, n, DOUBLE).logarithms();
        assertThat(found[0]).isCloseTo(Math.log(NormOps_DDRM.normP2(product)), within(1e-10));
        assertThat(found[n - 1]).isCloseTo(-Math.log(NormOps_DDRM.normP2(inverse)), within(1e-10));
        assertThat(Arrays.stream(found).sum()).isCloseTo(determinant, within(1e-10));
        assertThat(found[0] - found[n - 1])
                .as("far beyond what a plain product holds")
                .isGreaterThan(45);
    }

    @Test
    void a_direction_lost_in_the_rounding_of_a_factor_is_not_shown_as_a_measurement() {
        Random random = new Random(1);
        for (double rounding : new double[] {DOUBLE, 0x1p-24}) {
            DMatrixRMaj singular = new DMatrixRMaj(3, 3);
            DMatrixRMaj left = RandomMatrices_DDRM.rectangle(3, 2, -1, 1, random);
            DMatrixRMaj right = RandomMatrices_DDRM.rectangle(2, 3, -1, 1, random);
            CommonOps_DDRM.mult(left, right, singular); // of rank 2, but for rounding
            if (rounding > DOUBLE) {
                for (int i = 0; i < 9; i++) {
                    singular.data[i] = (float) singular.data[i];
                }
            }
            DMatrixRMaj other = RandomMatrices_DDRM.rectangle(3, 3, -1, 1, random);
            GradedProduct product = of(List.of(other, singular, other), 3, rounding);
            assertThat(product.logarithms()).hasSize(2);
            assertThat(Math.exp(product.bound())).isBetween(0.0, 100 * 16 * rounding);
        }
    }

    @Test
    void what_is_zero_is_zero() {
        GradedProduct product = of(List.of(new DMatrixRMaj(4, 4), CommonOps_DDRM.identity(4)), 4, DOUBLE);
        assertThat(product.logarithms()).isEmpty();
        assertThat(Math.exp(product.bound())).isZero();
    }
}
