package unroll.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;

class NGramTest {
    /** A few dozen sums and products of numbers up to 1. */
    private static final double ROUNDING = 1e-14;

    /** What follows each prefix of {@code given}: {@code [T][V]}. */
    private static double[][] predictions(int[] text, int symbols, int order, int... given) {
        Batch batch = new Batch(given.length, 1, 1, symbols);
        for (int t = 0; t < given.length; t++) {
            batch.input()[t] = given[t];
        }
        NGram model = new NGram(text, symbols, order);
        model.fit(batch);
        double[] flat = model.predict(batch);
        double[][] rows = new double[given.length][];
        for (int t = 0; t < given.length; t++) {
            rows[t] = Arrays.copyOfRange(flat, t * symbols, (t + 1) * symbols);
        }
        return rows;
    }

    /** In "abac" each bigram stands once, so D is 0.9, the most there is; each letter stands after one other. */
    @Test
    void aBigramIsWhatOneCountsByHand() {
        double[][] p = predictions(new int[] {0, 1, 0, 2}, 3, 2, 0, 1, 2);
        assertThat(p[0]).containsExactly(new double[] {0.3, 0.1 / 2 + 0.3, 0.1 / 2 + 0.3}, within(ROUNDING));
        assertThat(p[1]).containsExactly(new double[] {0.1 + 0.3, 0.3, 0.3}, within(ROUNDING));
        assertThat(p[2]).as("nothing was seen after c").containsExactly(third(), within(ROUNDING));
    }

    private static double[] third() {
        return new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3};
    }

    /** "aaabbc": one letter once, one twice: D = 1 / (1 + 2), of which 3 D / 6 is left for all letters alike. */
    @Test
    void theUnigramIsTheDiscountedFrequencyWhateverWasHeard() {
        double d = 1.0 / 3;
        double rest = 3 * d / 6 / 4;
        for (double[] p : predictions(new int[] {0, 0, 0, 1, 1, 2}, 4, 1, 2, 3, 0)) {
            assertThat(p)
                    .containsExactly(
                            new double[] {(3 - d) / 6 + rest, (2 - d) / 6 + rest, (1 - d) / 6 + rest, rest},
                            within(ROUNDING));
        }
    }

    @ParameterizedTest(name = "{0} symbols, order {1}, {2} characters")
    @CsvSource({"2,2,30", "3,3,200", "4,4,150", "5,6,400", "7,1,90", "3,5,5"})
    void everyProbabilityIsThatOfTheFormulaAndTheyAddUpToOne(int symbols, int order, int length) {
        int[] text = text(symbols, length, 1);
        int[] given = text(symbols, 40, 2);
        double[][] p = predictions(text, symbols, order, given);
        double furthest = 0;
        for (int t = 0; t < given.length; t++) {
            assertThat(Arrays.stream(p[t]).sum()).isCloseTo(1, within(ROUNDING));
            assertThat(Arrays.stream(p[t]).min().orElseThrow()).isPositive();
            int[] before = Arrays.copyOfRange(given, Math.max(0, t - order + 2), t + 1);
            for (int w = 0; w < symbols; w++) {
                assertThat(p[t][w])
                        .as("symbol %d at %d", w, t)
                        .isCloseTo(new Formula(text, symbols, order).of(before, w), within(ROUNDING));
                furthest = Math.max(furthest, Math.abs(p[t][w] - new Formula(text, symbols, order).of(new int[0], w)));
            }
        }
        assertThat(furthest > 0.01)
                .as("the formula without what was given is seen to differ")
                .isEqualTo(order > 1);
    }

    /** Letters of which the higher are rarer. */
    private static int[] text(int symbols, int length, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        int[] text = new int[length];
        for (int i = 0; i < length; i++) {
            text[i] = (int) (symbols * random.nextDouble() * random.nextDouble());
        }
        return text;
    }

    /** The formula of {@link NGram} counted anew for every question. */
    private record Formula(int[] text, int symbols, int order) {
        double of(int[] before, int w) {
            double[] counts = counts(before);
            double total = Arrays.stream(counts).sum();
            double shorter = before.length == 0 ? 1.0 / symbols : of(Arrays.copyOfRange(before, 1, before.length), w);
            if (total == 0) {
                return shorter;
            }
            double discount = discount(before.length);
            double after = Arrays.stream(counts).filter(c -> c > 0).count();
            return Math.max(counts[w] - discount, 0) / total + discount * after / total * shorter;
        }

        private double[] counts(int[] before) {
            double[] counts = new double[symbols];
            for (int w = 0; w < symbols; w++) {
                counts[w] = count(joined(before, w));
            }
            return counts;
        }

        private static List<Integer> joined(int[] before, int w) {
            return IntStream.concat(Arrays.stream(before), IntStream.of(w))
                    .boxed()
                    .toList();
        }

        /** How often it stands in the text, or how many different symbols stand before it if it is shorter than n. */
        private double count(List<Integer> gram) {
            Set<Integer> different = new HashSet<>();
            int occurrences = 0;
            for (int end = order - 1; end < text.length; end++) {
                int from = end - gram.size() + 1;
                boolean same = true;
                for (int i = 0; i < gram.size(); i++) {
                    same &= text[from + i] == gram.get(i);
                }
                if (same) {
                    occurrences++;
                    different.add(gram.size() < order ? text[from - 1] : -1);
                }
            }
            return gram.size() == order ? occurrences : different.size();
        }

        private double discount(int length) {
            Set<List<Integer>> grams = new HashSet<>();
            for (int end = order - 1; end < text.length; end++) {
                grams.add(Arrays.stream(text, end - length, end + 1).boxed().toList());
            }
            double once = grams.stream().filter(gram -> count(gram) == 1).count();
            double twice = grams.stream().filter(gram -> count(gram) == 2).count();
            return Math.clamp(once == 0 ? 0 : once / (once + 2 * twice), 0.1, 0.9);
        }
    }

    /** After ten million ones nothing is left of the zeros before them: 0 keeps half of what is not counted, D / c. */
    @Test
    void ofAVeryLongTextTheEndIsLearned() {
        int[] text = new int[10_000_005];
        Arrays.fill(text, 5, text.length, 1);
        double[] p = predictions(text, 2, 1, 0)[0];
        assertThat(p[0]).isCloseTo(0.1 / 1e7 / 2, within(1e-17));
    }

    @Test
    void anOrderThatCannotBeCountedIsRefused() {
        int[] text = text(3, 10, 1);
        assertThatThrownBy(() -> new NGram(text, 3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NGram(text, 1000, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NGram(text, 3, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NGram(text, 3, 2).predict(new Batch(1, 1, 1, 3)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void chanceGivesEverySymbolTheSame() {
        assertThat(Chance.uniform(2, 4).predict(new Batch(2, 3, 1, 4)))
                .hasSize(24)
                .containsOnly(0.25);
    }
}
