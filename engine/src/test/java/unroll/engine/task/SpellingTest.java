package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.loss.Collapse;
import unroll.engine.loss.Ctc;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class SpellingTest {
    /** Words of 1 to 4 of 3 symbols, each 2 to 4 frames of 5 numbers. */
    private static Spelling settings(Collapse collapse, double noise) {
        return new Spelling(3, 5, 1, 1, 4, 2, 4, noise, collapse, 10);
    }

    private static final int BLANK = 3;

    /** The string that the targets of a sequence spell, by the definition. */
    private static List<Integer> word(Batch batch, int b, Collapse collapse) {
        List<Integer> word = new ArrayList<>();
        int previous = BLANK;
        for (int t = 0; t < counted(batch, b); t++) {
            double[] row =
                    Arrays.copyOfRange(batch.target(), batch.targetAt(t, b), batch.targetAt(t, b) + batch.outputs());
            assertThat(Arrays.stream(row).sum()).isEqualTo(1);
            int label = IntStream.range(0, row.length)
                    .filter(k -> row[k] == 1)
                    .findFirst()
                    .orElseThrow();
            boolean merged = collapse == Collapse.MERGE_REPEATS && label == previous;
            if (label != BLANK && !merged) {
                word.add(label);
            }
            previous = label;
        }
        return word;
    }

    /** Frames of a sequence, all at its beginning. */
    private static int counted(Batch batch, int b) {
        int counted = 0;
        while (counted < batch.steps() && batch.weight()[batch.weightAt(counted, b)] == 1) {
            counted++;
        }
        for (int t = counted; t < batch.steps(); t++) {
            assertThat(batch.weight()[batch.weightAt(t, b)]).isZero();
        }
        return counted;
    }

    private static List<Double> frame(Batch batch, int t, int b) {
        return Arrays.stream(batch.input(), batch.inputAt(t, b), batch.inputAt(t, b) + batch.inputs())
                .boxed()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void withoutNoiseTheFramesAreTheWordsSymbolsEachForItsTime(Collapse collapse) {
        Task task = settings(collapse, 0).open();
        Batch batch = DrawnBatches.train(task, 400, 1);
        List<List<Double>> patterns = new ArrayList<>(List.of(List.of(), List.of(), List.of()));
        int[] lengths = new int[5];
        for (int b = 0; b < 400; b++) {
            List<Integer> word = word(batch, b, collapse);
            lengths[word.size()]++;
            int t = 0;
            for (int m = 0; m < word.size(); m++) {
                if (m > 0 && word.get(m).equals(word.get(m - 1))) {
                    assertThat(frame(batch, t++, b))
                            .as("silence between equals")
                            .containsOnly(0.0);
                }
                List<Double> first = frame(batch, t, b);
                assertThat(first).doesNotContain(0.0);
                int from = t;
                while (t < batch.steps() && frame(batch, t, b).equals(first)) {
                    t++;
                }
                assertThat(t - from).isBetween(2, 4);
                List<Double> known = patterns.set(word.get(m), first);
                assertThat(known.isEmpty() || known.equals(first))
                        .as("a symbol has one pattern")
                        .isTrue();
            }
            assertThat(t).isEqualTo(counted(batch, b));
            for (; t < batch.steps(); t++) {
                assertThat(frame(batch, t, b)).containsOnly(0.0);
            }
        }
        assertThat(patterns).doesNotHaveDuplicates().doesNotContain(List.of());
        // 100 of 400 expected, with a binomial deviation of 8.7
        assertThat(Arrays.stream(lengths).skip(1).boxed())
                .allSatisfy(n -> assertThat(n).isBetween(60, 140));
    }

    @Test
    void theTargetsSayNothingOfWhenASymbolWasSpoken() {
        Task task = settings(Collapse.DROP_BLANKS, 0).open();
        Batch batch = DrawnBatches.train(task, 50, 2);
        for (int b = 0; b < 50; b++) {
            int length = word(batch, b, Collapse.DROP_BLANKS).size();
            for (int t = 0; t < counted(batch, b); t++) {
                boolean blank = batch.target()[batch.targetAt(t, b) + BLANK] == 1;
                assertThat(blank).isEqualTo(t >= length);
            }
        }
    }

    /** With the same streams noise is all that differs; its moments to 4.5 standard errors. */
    @Test
    void noiseIsAddedToEveryFrameThatCounts() {
        Batch clean = DrawnBatches.train(settings(Collapse.DROP_BLANKS, 0).open(), 500, 3);
        Batch noisy = DrawnBatches.train(settings(Collapse.DROP_BLANKS, 0.7).open(), 500, 3);
        assertThat(noisy.target()).isEqualTo(clean.target());
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < clean.input().length; i++) {
            double noise = noisy.input()[i] - clean.input()[i];
            boolean counts = clean.weight()[i / clean.inputs()] == 1;
            assertThat(noise != 0).isEqualTo(counts);
            sum += noise;
            squares += noise * noise;
            count += counts ? 1 : 0;
        }
        assertThat(sum / count).isCloseTo(0, within(4.5 * 0.7 / Math.sqrt(count)));
        assertThat(squares / count).isCloseTo(0.49, within(4.5 * 0.49 * Math.sqrt(2.0 / count)));
    }

    @Test
    void theVoiceBelongsToTheTaskAndNotToTheSeedOfTheData() {
        Spelling settings = settings(Collapse.DROP_BLANKS, 0);
        assertThat(patterns(settings, 1)).hasSize(3).isEqualTo(patterns(settings, 2));
        Spelling other = new Spelling(3, 5, 2, 1, 4, 2, 4, 0, Collapse.DROP_BLANKS, 10);
        assertThat(patterns(other, 1)).hasSize(3).doesNotContainAnyElementsOf(patterns(settings, 1));
    }

    private static List<List<Double>> patterns(Spelling settings, long seed) {
        Batch batch = DrawnBatches.train(settings.open(), 50, seed);
        return IntStream.range(0, 50)
                .mapToObj(b -> frame(batch, 0, b))
                .distinct()
                .sorted((x, y) -> Double.compare(x.getFirst(), y.getFirst()))
                .toList();
    }

    /** Under outputs that never change, T choose M alignments are equally probable in the thesis' form. */
    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2"})
    void theConstantBaselineScoresTheClosedFormAndNoOtherConstantBeatsIt(long seed) {
        Task task = settings(Collapse.DROP_BLANKS, 0.5).open();
        Batch batch = DrawnBatches.train(task, 200, seed);
        Baseline constant = task.baselines().getFirst();
        double[] predictions = DrawnBatches.predictions(constant, batch, batch);
        double[] p = Arrays.copyOf(predictions, task.outputs());
        double expected = 0;
        int frames = 0;
        for (int b = 0; b < 200; b++) {
            List<Integer> word = word(batch, b, Collapse.DROP_BLANKS);
            int steps = counted(batch, b);
            frames += steps;
            expected -= (steps - word.size()) * Math.log(p[BLANK]);
            for (int m = 0; m < word.size(); m++) {
                expected -= Math.log(p[word.get(m)]) + Math.log((double) (steps - m) / (m + 1));
            }
        }
        double score = score(task, 0, batch, predictions);
        assertThat(score).isCloseTo(expected / frames, within(1e-12));
        for (int k = 0; k < task.outputs(); k++) {
            double[] other = predictions.clone();
            for (int at = k; at < other.length; at += task.outputs()) {
                other[at] *= 1.05;
            }
            assertThat(score(task, 0, batch, other)).isGreaterThan(score);
        }
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Collapse.class)
    void aWrongLabelCountsOnceAndWhatIsNoNumberIsNoScore(Collapse collapse) {
        Task task = settings(collapse, 0.5).open();
        Batch batch = DrawnBatches.test(task, 30, 4);
        int labels = 0;
        for (int b = 0; b < 30; b++) {
            labels += word(batch, b, collapse).size();
        }
        double[] predictions = batch.target().clone();
        for (int metric = 0; metric < 3; metric++) {
            assertThat(score(task, metric, batch, predictions)).isLessThan(1e-12);
        }
        for (int b : new int[] {0, 7}) { // the first label of two words is not written
            int at = batch.targetAt(0, b);
            Arrays.fill(predictions, at, at + task.outputs(), 0);
            predictions[at + BLANK] = 1;
        }
        assertThat(score(task, 0, batch, predictions)).isFinite().isGreaterThan(1e-3);
        assertThat(score(task, 1, batch, predictions)).isCloseTo(200.0 / labels, within(1e-12));
        assertThat(score(task, 2, batch, predictions)).isCloseTo(200.0 / labels, within(1e-12));
        predictions[batch.targetAt(0, 3)] = Double.NaN;
        for (int metric = 0; metric < 3; metric++) {
            assertThat(score(task, metric, batch, predictions)).isNaN();
        }
        assertThat(task.solved(new double[] {5, 0.9, 50})).isTrue();
        assertThat(task.solved(new double[] {0, 1, 0})).isFalse();
    }

    /** The smallest learner: one softmax layer that sees a frame at a time, by gradient descent on the loss itself. */
    @Test
    void aLayerThatSeesAFrameLearnsToSpellWhereLabelsMayLast() {
        Task task = settings(Collapse.MERGE_REPEATS, 0.1).open();
        Batch training = DrawnBatches.train(task, 40, 5);
        Batch test = DrawnBatches.test(task, 40, 6);
        double[] weights = new double[task.outputs() * (task.inputs() + 1)];
        double untrained = score(task, 1, test, softmax(outputs(test, weights), task.outputs()));
        Ctc ctc = new Ctc(Collapse.MERGE_REPEATS, task.steps(), task.outputs(), 4);
        double[] back = new double[training.target().length];
        for (int update = 0; update < 300; update++) {
            double[] o = outputs(training, weights);
            for (int b = 0; b < training.sequences(); b++) {
                ctc.value(o, training.target(), training.weight(), training.sequences(), b);
                ctc.gradient(1.0 / training.sequences(), back);
            }
            descend(training, back, weights);
        }
        assertThat(untrained).isGreaterThan(50);
        assertThat(score(task, 1, test, softmax(outputs(test, weights), task.outputs())))
                .isLessThan(1);
        assertThat(score(task, 2, test, softmax(outputs(test, weights), task.outputs())))
                .isLessThan(1);
    }

    private static double[] outputs(Batch batch, double[] weights) {
        double[] o = new double[batch.target().length];
        int inputs = batch.inputs();
        for (int row = 0; row < batch.weight().length; row++) {
            for (int k = 0; k < batch.outputs(); k++) {
                double sum = weights[k * (inputs + 1) + inputs];
                for (int i = 0; i < inputs; i++) {
                    sum += weights[k * (inputs + 1) + i] * batch.input()[row * inputs + i];
                }
                o[row * batch.outputs() + k] = sum;
            }
        }
        return o;
    }

    private static void descend(Batch batch, double[] back, double[] weights) {
        int inputs = batch.inputs();
        for (int at = 0; at < back.length; at++) {
            int row = at / batch.outputs();
            int k = at % batch.outputs();
            for (int i = 0; i < inputs; i++) {
                weights[k * (inputs + 1) + i] -= 0.3 * back[at] * batch.input()[row * inputs + i];
            }
            weights[k * (inputs + 1) + inputs] -= 0.3 * back[at];
        }
    }

    private static double[] softmax(double[] o, int classes) {
        double[] p = new double[o.length];
        for (int at = 0; at < o.length; at++) {
            int row = at / classes * classes;
            double sum = Arrays.stream(o, row, row + classes).map(Math::exp).sum();
            p[at] = Math.exp(o[at]) / sum;
        }
        return p;
    }

    @Test
    void theWordsLongestWaitFitsIntoTheSteps() {
        Task task = new Spelling(1, 2, 1, 5, 5, 3, 3, 0, Collapse.MERGE_REPEATS, 1).open();
        assertThat(task.steps()).isEqualTo(5 * 3 + 4);
        assertThat(counted(DrawnBatches.train(task, 1, 1), 0)).isEqualTo(task.steps());
        assertThat(task.outputs()).isEqualTo(2);
        var series = (Appearance.Classes) task.appearance();
        assertThat(series.inputs()).containsExactly("channel 1", "channel 2");
        assertThat(series.outputs()).containsExactly("symbol 1", "blank");
    }

    @Test
    void settingsThatMakeNoWordsAreRefused() {
        Collapse drop = Collapse.DROP_BLANKS;
        assertThatThrownBy(() -> new Spelling(0, 5, 1, 1, 4, 2, 4, 0, drop, 1)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Spelling(3, 0, 1, 1, 4, 2, 4, 0, drop, 1)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Spelling(3, 5, 1, 5, 4, 2, 4, 0, drop, 1)).hasMessageContaining("5 to 4 symbols");
        assertThatThrownBy(() -> new Spelling(3, 5, 1, 1, 4, 5, 4, 0, drop, 1)).hasMessageContaining("5 to 4 frames");
        assertThatThrownBy(() -> new Spelling(3, 5, 1, 1, 4, 2, 4, Double.NaN, drop, 1))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Spelling(3, 5, 1, 1, 4, 2, 4, 0, drop, 0)).isInstanceOf(SettingsException.class);
    }
}
