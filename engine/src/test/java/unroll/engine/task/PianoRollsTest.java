package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.music.Keyboard;
import unroll.engine.music.StepUnit;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.FilePath;

class PianoRollsTest {
    @TempDir
    private Path folder;

    private static PianoRolls settings(Path source, int window, int transpose) {
        return new PianoRolls(
                new FilePath(source), StepUnit.FOUND, 0.05, Keyboard.PIANO, window, transpose, PianoRolls.Judging.TEST);
    }

    /** Pieces of one key a step, all different: key 30 + 10 p + t in step t of piece p. */
    private Path scales(int[] train, int[] test) throws IOException {
        return Files.writeString(
                folder.resolve("scales.json"), "{\"train\":[" + scales(train) + "],\"test\":[" + scales(test) + "]}");
    }

    private static String scales(int[] lengths) {
        StringBuilder json = new StringBuilder();
        for (int p = 0; p < lengths.length; p++) {
            json.append(p == 0 ? "[" : ",[");
            for (int t = 0; t < lengths[p]; t++) {
                json.append(t == 0 ? "[" : ",[").append(30 + 10 * p + t).append(']');
            }
            json.append(']');
        }
        return json.toString();
    }

    /** The key whose number is 1; -1 where none is. */
    private static int key(double[] numbers, int at) {
        int found = -1;
        for (int i = 0; i < 88; i++) {
            if (numbers[at + i] == 1) {
                assertThat(found).isEqualTo(-1);
                found = 21 + i;
            }
        }
        return found;
    }

    @Test
    void theTestSequencesAreAllStepsOfAllTestPiecesSideBySide() throws IOException {
        Task task = settings(scales(new int[] {9}, new int[] {5, 3, 7}), 3, 0).open();
        assertThat(task.testSequences(100)).isEqualTo(2 + 1 + 3);
        assertThat(task.testSequences(4)).isEqualTo(4);
        Batch batch = DrawnBatches.test(task, 6, 8);
        int[][] expected = {{30, 31, 32}, {33, 34, -1}, {40, 41, 42}, {50, 51, 52}, {53, 54, 55}, {56, -1, -1}};
        for (int b = 0; b < 6; b++) {
            for (int t = 0; t < 3; t++) {
                int now = expected[b][t];
                assertThat(key(batch.target(), batch.targetAt(t, b))).isEqualTo(now);
                assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(now < 0 ? 0 : 1);
                boolean first = now < 0 || now % 10 == 0;
                assertThat(key(batch.input(), batch.inputAt(t, b)))
                        .as("the step before, nothing at the beginning of a piece")
                        .isEqualTo(first ? -1 : now - 1);
            }
        }
    }

    /** Of 6 + 20 steps, each drawn as the beginning of a window as often as its piece is long: 6/26 of the first, 20/26 of the other. */
    @Test
    void longPiecesAreDrawnMoreOftenAndEveryPlaceOfAWindowEquallyOften() throws IOException {
        Task task = settings(scales(new int[] {6, 20}, new int[] {4}), 8, 0).open();
        Batch batch = DrawnBatches.train(task, 26_000, 3);
        int[] counts = new int[109];
        for (int b = 0; b < 26_000; b++) {
            counts[key(batch.target(), batch.targetAt(0, b))]++;
        }
        assertThat(counts[30]).isCloseTo(6000, within(300));
        for (int from = 0; from <= 12; from++) {
            assertThat(counts[40 + from]).isCloseTo(20_000 / 13, within(200)); // 5 standard errors of 38
        }
        assertThat(counts[53]).isZero();
    }

    @ParameterizedTest(name = "{0} semitones")
    @ValueSource(ints = {0, 3, 24})
    void trainingSequencesAreMovedAsAWholeAndLoseNoKey(int transpose) throws IOException {
        Path source = Files.writeString(
                folder.resolve("two.json"),
                "{\"train\":[[[24,100],[25,101],[26]]],\"test\":[[[24,100],[25,101],[26]]]}");
        Task task = settings(source, 3, transpose).open();
        Batch batch = DrawnBatches.train(task, 2000, 5);
        Set<Integer> shifts = new HashSet<>();
        for (int b = 0; b < 2000; b++) {
            int last = key(batch.target(), batch.targetAt(2, b));
            shifts.add(last - 26);
            assertThat(batch.target()[batch.targetAt(0, b) + last - 26 + 24 - 21])
                    .isEqualTo(1);
            assertThat(batch.target()[batch.targetAt(0, b) + last - 26 + 100 - 21])
                    .isEqualTo(1);
            assertThat(batch.input()[batch.inputAt(1, b) + last - 26 + 100 - 21])
                    .isEqualTo(1);
        }
        int down = Math.min(transpose, 3);
        int up = Math.min(transpose, 7);
        assertThat(shifts).hasSize(down + up + 1).allMatch(shift -> shift >= -down && shift <= up);
        Batch test = DrawnBatches.test(task, 1, 5);
        assertThat(key(test.target(), test.targetAt(2, 0)))
                .as("test pieces stay where they are")
                .isEqualTo(26);
    }

    @Test
    void metricsAreThoseByHand() throws IOException {
        Path source = Files.writeString(folder.resolve("two.json"), "{\"train\":[[[60]]],\"test\":[[[60,64],[60]]]}");
        Task task = settings(source, 3, 0).open();
        Batch test = DrawnBatches.test(task, 1, 1);
        double[] predictions = new double[test.target().length];
        predictions[60 - 21] = 0.8;
        predictions[64 - 21] = 0.4;
        predictions[70 - 21] = 0.6;
        predictions[88 + 60 - 21] = 0.9;
        predictions[2 * 88] = 0.99; // a step that does not count
        double nats = -(Math.log(0.8) + Math.log(0.4) + Math.log(0.4) + Math.log(0.9)) / 2;
        assertThat(task.metrics().get(0).score().of(test, predictions)).isCloseTo(nats, within(1e-12));
        assertThat(task.metrics().get(1).score().of(test, predictions)).isCloseTo(100 * 2 / 4.0, within(1e-12));
    }

    /** A first-order chain of each key by itself: what each baseline can know of it is known in closed form. */
    @Test
    void baselinesReachTheEntropyThatTheyCanKnow() throws IOException {
        Random random = new Random(4);
        StringBuilder json = new StringBuilder("{\"train\":[[");
        chain(json, random, 40_000);
        json.append("]],\"test\":[[");
        chain(json, random, 40_000);
        Path source = Files.writeString(folder.resolve("chain.json"), json.append("]]}"));
        Task task = settings(source, 2000, 0).open();
        Batch test = DrawnBatches.test(task, 20, 1);
        double rate = 3 * (0.4 * entropy(0.9) + 0.6 * entropy(0.4 / 6)); // on 0.4 of the time
        double[] scores = task.baselines().stream()
                .mapToDouble(baseline -> score(task, baseline, test))
                .toArray();
        assertThat(task.baselines())
                .extracting(Baseline::name)
                .containsExactly("logistic AR1", "each from its own past", "copy last", "independent notes");
        assertThat(scores[0]).isCloseTo(rate, within(0.02));
        assertThat(scores[1]).isCloseTo(rate, within(0.02));
        assertThat(scores[3]).isCloseTo(3 * entropy(0.4), within(0.03));
        assertThat(scores[2]).isCloseTo(-3 * 2 * 0.4 * 0.1 * Math.log(1e-6), within(0.5));
    }

    /** Three keys, each on with 0.9 after on and with 1/15 after off: on 0.4 of the time. */
    private static void chain(StringBuilder json, Random random, int steps) {
        boolean[] on = new boolean[3];
        for (int t = 0; t < steps; t++) {
            json.append(t == 0 ? "[" : ",[");
            boolean first = true;
            for (int k = 0; k < 3; k++) {
                on[k] = random.nextDouble() < (on[k] ? 0.9 : 0.4 / 6);
                json.append(on[k] ? (first ? "" : ",") + (60 + k) : "");
                first &= !on[k];
            }
            json.append(']');
        }
    }

    private static double entropy(double p) {
        return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }

    private static double score(Task task, Baseline baseline, Batch test) {
        double[] predictions = DrawnBatches.predictions(baseline, DrawnBatches.train(task, 1, 1), test);
        return task.metrics().getFirst().score().of(test, predictions);
    }

    /** The figures published for both sets, and those counted by another program: {@code -Ddata=FOLDER}. */
    @Test
    @EnabledIfSystemProperty(named = "data", matches = ".+")
    void baselinesOfWellKnownMusicAreThosePublished() {
        Path rolls = Path.of(System.getProperty("data", "")).resolve("music/rolls");
        published(rolls.resolve("JSB_Chorales.json"), 160, 4725, 11.0614, 10.4783, 9.02);
        published(rolls.resolve("Nottingham.json"), 1793, 44463, 10.2519, 5.1680, 4.63); // 4.58 of all pieces, not some
        published(rolls.resolve("Nottingham.json"), 100, 44463, 10.2519, 5.1680, 4.63); // 4.58 of all pieces, not some
        published(rolls.resolve("../../jsb"), 160, 4725, 11.0614, 10.4783, 9.02);
    }

    private static void published(Path source, int window, int steps, double independent, double own, double logistic) {
        Task task = settings(source, window, 0).open();
        Batch test = DrawnBatches.test(task, task.testSequences(10_000), 1);
        double counted = 0;
        for (double weight : test.weight()) {
            counted += weight;
        }
        assertThat(counted).isEqualTo(steps);
        List<Baseline> baselines = task.baselines();
        assertThat(score(task, baselines.get(3), test)).isCloseTo(independent, within(5e-5));
        assertThat(score(task, baselines.get(1), test)).isCloseTo(own, within(0.005));
        assertThat(score(task, baselines.get(0), test)).isCloseTo(logistic, within(0.02));
    }
}
