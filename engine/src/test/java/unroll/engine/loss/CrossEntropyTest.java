package unroll.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossEntropyTest {
    @Test
    void divergenceAndEntropyAddUpToTheLossOfLogisticUnits() {
        for (double o : new double[] {-30, -5, -0.3, 0, 1, 7, 25}) {
            for (double q : new double[] {0, 1e-12, 0.2, 0.5, 0.97, 1}) {
                double p = 1 / (1 + Math.exp(-o));
                double loss = Math.max(o, 0) + Math.log1p(Math.exp(-Math.abs(o))) - q * o;
                double sum = CrossEntropy.divergence(p, q) + CrossEntropy.entropy(q);
                // 1 - p keeps 16 digits after the point, so ln(1 - p) is off by 1e-16 / (1 - p)
                assertThat(sum).isCloseTo(loss, within(1e-13 + 2e-16 / (1 - p)));
            }
        }
    }

    @Test
    void divergenceIsNotTheSameBothWays() {
        assertThat(Math.abs(CrossEntropy.divergence(0.2, 0.9) - CrossEntropy.divergence(0.9, 0.2)))
                .isGreaterThan(0.1);
    }

    @ParameterizedTest(name = "prediction {0}, target {1}")
    @CsvSource({"0, 1", "1, 0", "0, 0.3", "1, 0.3"})
    void aPredictionThatIsQuiteSureAndWrongCostsMuchButNotInfinitelyMuch(double prediction, double target) {
        assertThat(CrossEntropy.divergence(prediction, target)).isBetween(5.0, 40.0);
    }

    @Test
    void aPredictionThatIsQuiteSureAndRightCostsNothing() {
        assertThat(CrossEntropy.divergence(0, 0)).isZero();
        assertThat(CrossEntropy.divergence(1, 1)).isZero();
        assertThat(CrossEntropy.entropy(0)).isZero();
        assertThat(CrossEntropy.entropy(1)).isZero();
        assertThat(CrossEntropy.entropy(0.5)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(CrossEntropy.divergence(Double.NaN, 0.5)).isNaN();
    }

    @Test
    void theCrossEntropyOfAClassIsTheLossOfSoftmaxUnits() {
        double[] o = {0.3, -2, 1.7};
        double sum = Math.exp(0.3) + Math.exp(-2) + Math.exp(1.7);
        for (int k = 0; k < 3; k++) {
            double loss = 0;
            for (int i = 0; i < 3; i++) {
                loss += CrossEntropy.ofClass(Math.exp(o[i]) / sum, i == k ? 1 : 0);
            }
            assertThat(loss).isCloseTo(Math.log(sum) - o[k], within(1e-14));
        }
        assertThat(CrossEntropy.ofClass(0, 1)).isBetween(30.0, 40.0);
        assertThat(CrossEntropy.ofClass(0, 0)).isZero();
        assertThat(CrossEntropy.ofClass(Double.NaN, 1)).isNaN();
    }
}
