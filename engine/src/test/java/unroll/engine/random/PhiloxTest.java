package unroll.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxTest {
    private static final int DRAWS = 200_000;

    /** Known answers published with Random123 (kat_vectors, philox4x32 with 10 rounds). */
    @ParameterizedTest(name = "counter {0} under key {1} becomes {2}")
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void givesThePublishedAnswers(String counter, String key, String answer) {
        int[] c = words(counter);
        int[] k = words(key);
        int[] out = new int[4];
        Philox.block(c[0], c[1], c[2], c[3], k[0], k[1], out);
        assertThat(out).isEqualTo(words(answer));
        Philox.block(c[0], c[1], c[2], c[3], k[1], k[0] ^ 1, out);
        assertThat(out).as("negative control: another key").isNotEqualTo(words(answer));
    }

    private static int[] words(String hex) {
        String[] parts = hex.split(" ", -1);
        int[] words = new int[parts.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.parseUnsignedInt(parts[i], 16);
        }
        return words;
    }

    @Test
    void aStreamIsTheBlocksOfItsCountersUnderItsSeed() {
        int[] block = new int[4];
        Philox stream = new Philox(0x1234_5678_9abc_def0L, Purpose.TRAINING_DATA);
        stream.restart(0x1234_5678_9abc_def0L, Purpose.TRAINING_DATA, 0x7_0000_0003L);
        for (int counter = 0; counter < 5; counter++) {
            Philox.block(counter, 0, 3, 7, 0x9abcdef0, 0x12345678, block);
            for (int word : block) {
                assertThat(stream.nextInt()).isEqualTo(word);
            }
        }
    }

    @Test
    void restartForgetsAllThatWasDrawnEvenHalfAGaussianPair() {
        Philox used = new Philox(5, Purpose.SAMPLING);
        used.nextInt();
        used.gaussian();
        used.restart(5, Purpose.SAMPLING, 9);
        Philox fresh = new Philox(5, Purpose.SAMPLING).restart(5, Purpose.SAMPLING, 9);
        for (int i = 0; i < 20; i++) {
            assertThat(used.gaussian()).isEqualTo(fresh.gaussian());
        }
    }

    /** 64 bits of 4 purposes x 3 seeds x 1,000 indices: two meet by chance with probability 4e-12. */
    @Test
    void streamsOfDifferentSeedsPurposesAndIndicesDoNotMeet() {
        Set<Long> beginnings = new HashSet<>();
        Philox stream = new Philox(0, Purpose.TRAINING_DATA);
        for (Purpose purpose : Purpose.values()) {
            for (long seed = 0; seed < 3; seed++) {
                for (long index = 0; index < 1000; index++) {
                    stream.restart(seed, purpose, index);
                    beginnings.add(((long) stream.nextInt() << 32) ^ (stream.nextInt() & 0xFFFFFFFFL));
                }
            }
        }
        assertThat(beginnings).hasSize(Purpose.values().length * 3 * 1000);
        stream.restart(2, Purpose.SAMPLING, 999);
        long again = ((long) stream.nextInt() << 32) ^ (stream.nextInt() & 0xFFFFFFFFL);
        assertThat(beginnings)
                .as("negative control: the same place meets itself")
                .contains(again);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, -77})
    void uniformNumbersHaveTheMomentsOfTheUniformDistribution(long seed) {
        Philox random = new Philox(seed, Purpose.TRAINING_DATA);
        // E u^k = 1 / (k + 1), Var u^k = 1 / (2k + 1) - 1 / (k + 1)^2
        for (int k = 1; k <= 4; k++) {
            double deviation = Math.sqrt(1.0 / (2 * k + 1) - 1.0 / ((k + 1) * (k + 1)));
            assertMoment(random::nextDouble, k, 1.0 / (k + 1), deviation);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, -77})
    void normalNumbersHaveTheMomentsOfTheNormalDistribution(long seed) {
        Philox random = new Philox(seed, Purpose.INITIALISATION);
        // E x^2k = (2k - 1)!!, so Var x = 1, Var x^2 = 2, Var x^3 = 15, Var x^4 = 105 - 9
        assertMoment(random::gaussian, 1, 0, 1);
        assertMoment(random::gaussian, 2, 1, Math.sqrt(2));
        assertMoment(random::gaussian, 3, 0, Math.sqrt(15));
        assertMoment(random::gaussian, 4, 3, Math.sqrt(96));
    }

    /** Within 4.5 standard errors, and (negative control) not within them of a mean that is 12 of them off. */
    private static void assertMoment(DoubleSupplier draw, int power, double mean, double deviation) {
        double error = deviation / Math.sqrt(DRAWS);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += Math.pow(draw.getAsDouble(), power);
        }
        assertThat(sum / DRAWS).as("moment %d", power).isCloseTo(mean, within(4.5 * error));
        assertThat(Math.abs(sum / DRAWS - mean - 12 * error)).isGreaterThan(4.5 * error);
    }

    @Test
    void wholeNumbersAreEquallyFrequentAndIncludeBothEnds() {
        Philox random = new Philox(3, Purpose.SAMPLING);
        int[] counts = new int[7];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.integer(-2, 4) + 2]++;
        }
        double p = 1.0 / counts.length;
        double error = Math.sqrt(DRAWS * p * (1 - p));
        for (int count : counts) {
            assertThat((double) count).isCloseTo(DRAWS * p, within(4.5 * error));
        }
        assertThat(random.integer(5, 5)).isEqualTo(5);
        assertThat(random.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)).isNotZero();
        assertThatThrownBy(() -> random.integer(2, 1)).hasMessage("no whole number lies in 2..1");
    }

    @Test
    void uniformStaysInItsRange() {
        Philox random = new Philox(4, Purpose.SAMPLING);
        for (int i = 0; i < 10_000; i++) {
            assertThat(random.uniform(-3, 2)).isBetween(-3.0, 2.0);
        }
    }

    @Test
    void scatteredNumbersTakeDifferentPlacesEachAsOftenAsAnother() {
        Philox random = new Philox(5, Purpose.SAMPLING);
        int n = 7;
        int count = 3;
        int trials = DRAWS / 10;
        int[] hits = new int[n];
        double squares = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] to = new double[n + 2];
            random.scatter(2, count, to, 1, n);
            assertThat(to[0]).isZero();
            assertThat(to[n + 1]).isZero();
            int written = 0;
            for (int place = 0; place < n; place++) {
                written += to[place + 1] == 0 ? 0 : 1;
                hits[place] += to[place + 1] == 0 ? 0 : 1;
                squares += to[place + 1] * to[place + 1];
            }
            assertThat(written).isEqualTo(count);
        }
        double p = (double) count / n;
        for (int hit : hits) {
            assertThat((double) hit).isCloseTo(trials * p, within(4.5 * Math.sqrt(trials * p * (1 - p))));
        }
        // the square of a normal number has the variance 2
        assertThat(squares / (trials * count)).isCloseTo(4, within(4.5 * 4 * Math.sqrt(2.0 / (trials * count))));
        double[] all = new double[4];
        random.scatter(1, 9, all, 0, 4);
        assertThat(all).as("no more than there are").doesNotContain(0);
    }
}
