package unroll.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hundreds of steps, where probabilities themselves would be too small for a double: closed forms and hostile outputs. */
class CtcLongSequenceTest {
    /** T sums of logarithms, each right to 2^-53 of a number of at most T ln K; for T = 900 and K = 4 that is 1.2e-10. */
    private static double tolerance(int steps, int classes) {
        return steps * steps * Math.log(classes) * 0x1.0p-53;
    }

    private static BigInteger choose(int n, int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return n < k ? BigInteger.ZERO : product;
    }

    /** The logarithm of a whole number of any size: 53 of its bits and a power of two. */
    private static double log(BigInteger number) {
        int shift = Math.max(0, number.bitLength() - 1000);
        return Math.log(number.shiftRight(shift).doubleValue()) + shift * Math.log(2);
    }

    /** M labels from 0 on in turn, of which the last {@code repeats} are equal to their neighbour before. */
    private static int[] labels(int count, int repeats, int labels) {
        int[] string = new int[count];
        for (int m = 1; m < count; m++) {
            string[m] = m < count - repeats ? (string[m - 1] + 1) % labels : string[m - 1];
        }
        return string;
    }

    /** All K^T alignments are equally probable: T choose M of them spell l, or T + M - r choose 2 M if r repeats merge. */
    @ParameterizedTest(name = "T = {0}, M = {1}, K = {2}, r = {3}")
    @CsvSource({"300, 40, 3, 0", "300, 40, 3, 7", "617, 1, 2, 0", "617, 308, 5, 100", "900, 450, 4, 449", "900, 0, 4, 0"
    })
    void equal_outputs_give_the_number_of_alignments(int steps, int count, int classes, int repeats) {
        int[] labels = labels(count, repeats, classes - 1);
        Outputs outputs = Outputs.zero(steps, classes);
        double all = steps * Math.log(classes);
        assertThat(outputs.value(outputs.ctc(Collapse.DROP_BLANKS), labels))
                .isCloseTo(all - log(choose(steps, count)), within(tolerance(steps, classes)));
        BigInteger merging = choose(steps + count - repeats, 2 * count);
        assertThat(outputs.value(outputs.ctc(Collapse.MERGE_REPEATS), labels))
                .isCloseTo(all - log(merging), within(tolerance(steps, classes)));
        assertThat(log(choose(steps, count)) - log(choose(steps - 1, count)))
                .as("negative control: one step less is seen")
                .satisfies(difference -> assertThat(count == 0 || difference > tolerance(steps, classes))
                        .isTrue());
    }

    /** Then label m comes at step t with probability (t choose m) (T - 1 - t choose M - 1 - m) / (T choose M). */
    @ParameterizedTest(name = "T = {0}, M = {1}")
    @CsvSource({"300, 40", "617, 600", "450, 1"})
    void equal_outputs_give_the_alignment_of_draws_without_replacement(int steps, int count) {
        Outputs outputs = Outputs.zero(steps, 3);
        Ctc ctc = outputs.ctc(Collapse.DROP_BLANKS);
        outputs.value(ctc, labels(count, 0, 2));
        BigInteger all = choose(steps, count);
        for (int m = 0; m < count; m += Math.max(1, count / 5)) {
            for (int t = 0; t < steps; t += 7) {
                BigInteger some = choose(t, m).multiply(choose(steps - 1 - t, count - 1 - m));
                double expected = some.signum() == 0 ? 0 : Math.exp(log(some) - log(all));
                assertThat(ctc.alignment(t, 2 * m + 1)).isCloseTo(expected, within(tolerance(steps, 3)));
            }
        }
    }

    /** Outputs that are sure of the wrong thing by hundreds of nats a step, and a network that is surely right. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void outputs_that_are_all_but_certain_lose_no_figure(Collapse collapse) {
        int steps = 400;
        int classes = 3;
        int[] labels = {0, 1, 0};
        double[] o = new double[steps * classes];
        for (int t = 0; t < steps; t++) {
            o[t * classes + 1] = 700; // label 1 where only blanks and two zeros could save it
        }
        Outputs wrong = new Outputs(o, steps, classes);
        double[] gradient = wrong.gradient(wrong.ctc(collapse), labels);
        // dropping: one 1, all else at 700 nats; which of the T choose 3 alignments does not matter.
        // merging: one 0 first, one last, 1 in between
        double expected = collapse == Collapse.DROP_BLANKS ? 700.0 * (steps - 1) - log(choose(steps, 3)) : 700.0 * 2;
        assertThat(wrong.value(wrong.ctc(collapse), labels)).isCloseTo(expected, within(expected * 1e-14));
        assertThat(gradient).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        Arrays.fill(o, 0);
        for (int t = 0; t < steps; t++) {
            int right = t == 10 || t == 390 ? 0 : t == 200 ? 1 : 2;
            o[t * classes + right] = 800;
        }
        assertThat(wrong.value(wrong.ctc(collapse), labels)).isZero();
        assertThat(wrong.gradient(wrong.ctc(collapse), labels)).containsOnly(0);
        assertThat(wrong.value(wrong.ctc(collapse), 0, 1)).isEqualTo(800);
    }
}
