package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.data.Alphabet;
import unroll.engine.data.DataException;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsException;

class TextTest {
    /** A few dozen roundings of numbers of the size of 1. */
    private static final double ROUNDING = 1e-14;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    private Text text(String content, int window, int warmUp, int symbols, boolean lowerCase) throws IOException {
        file = folder.resolve("own.txt");
        Files.writeString(file, content);
        return new Text(new FilePath(file), window, warmUp, symbols, lowerCase, "");
    }

    /** So many characters, all different, in their own order. */
    private static String different(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(0x4E00 + i))
                .collect(Collectors.joining());
    }

    private static List<Integer> alphabet(Task task) {
        assertThat(task.appearance()).isInstanceOf(Appearance.Characters.class);
        return ((Appearance.Characters) task.appearance()).alphabet();
    }

    @ParameterizedTest(name = "window {0}, warm-up {1}")
    @CsvSource({"2,0", "7,3", "19,18"})
    void aPieceIsConsecutiveCharactersAndTheTargetTheNextOne(int window, int warmUp) throws IOException {
        Task task = text(different(200), window, warmUp, 1000, false).open();
        assertThat(task.steps()).isEqualTo(window);
        assertThat(task.symbols()).isTrue();
        assertThat(task.inputs()).isEqualTo(181).isEqualTo(task.outputs());
        assertThat(task.loss()).isEqualTo(Loss.SOFTMAX);
        Batch batch = DrawnBatches.train(task, 40, 1);
        assertThat(batch.inputs()).isEqualTo(1);
        for (int b = 0; b < 40; b++) {
            int first = alphabet(task).get((int) batch.input()[batch.inputAt(0, b)]);
            for (int t = 0; t < window; t++) {
                int here = alphabet(task).get((int) batch.input()[batch.inputAt(t, b)]);
                assertThat(here).isEqualTo(first + t);
                for (int o = 0; o < task.outputs(); o++) {
                    assertThat(batch.target()[batch.targetAt(t, b) + o])
                            .isEqualTo(alphabet(task).get(o) == here + 1 ? 1 : 0);
                }
                assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(t < warmUp ? 0 : 1);
            }
        }
    }

    @Test
    void theTestPiecesShareNoCharacterWithTheTrainingPieces() throws IOException {
        // 90 different characters and then 10 of them again, so that every place is known by its characters
        String known = different(90);
        Task task = text(known + known.substring(0, 10), 4, 0, 1000, false).open();
        Set<Integer> trained = places(task, DrawnBatches.train(task, 3000, 1));
        Set<Integer> tested = places(task, DrawnBatches.test(task, 3000, 1));
        assertThat(trained).hasSize(90);
        assertThat(tested).hasSize(10).allMatch(character -> character < 0x4E00 + 10);
        Task swapped = text(known.substring(0, 10) + known, 4, 0, 1000, false).open();
        assertThat(places(swapped, DrawnBatches.test(swapped, 3000, 1)))
                .as("the last tenth is another part of the text")
                .allMatch(character -> character == Alphabet.OTHER || character >= 0x4E00 + 80);
    }

    private static Set<Integer> places(Task task, Batch batch) {
        Set<Integer> seen = new HashSet<>();
        for (double code : batch.input()) {
            seen.add(alphabet(task).get((int) code));
        }
        for (int i = 0; i < batch.target().length; i++) {
            if (batch.target()[i] == 1) {
                seen.add(alphabet(task).get(i % task.outputs()));
            }
        }
        return seen;
    }

    /** 180 - 6 places, each expected 20,000 / 174 = 115 times with a standard error of 10.7; 4.5 of them are allowed. */
    @Test
    void everyPlaceOfAPieceIsEquallyProbable() throws IOException {
        Task task = text(different(200), 6, 0, 1000, false).open();
        Batch batch = DrawnBatches.train(task, 20_000, 2);
        int[] counts = new int[181];
        for (int b = 0; b < 20_000; b++) {
            counts[alphabet(task).get((int) batch.input()[batch.inputAt(0, b)]) - 0x4E00]++;
        }
        double p = 1.0 / 174;
        double tolerance = 4.5 * Math.sqrt(20_000 * p * (1 - p));
        for (int place = 0; place < counts.length; place++) {
            boolean possible = place < 174;
            assertThat((double) counts[place])
                    .as("place %d", place)
                    .isCloseTo(possible ? 20_000 * p : 0, within(possible ? tolerance : 0));
        }
    }

    @Test
    void rareAndUnknownCharactersShareOneSymbolAndCapitalsMayBeSmall() throws IOException {
        String content = "ab".repeat(40) + "AB".repeat(5) + "x".repeat(10);
        assertThat(alphabet(text(content, 3, 0, 100, false).open()))
                .containsExactly((int) 'a', (int) 'b', (int) 'A', (int) 'B', Alphabet.OTHER);
        assertThat(alphabet(text(content, 3, 0, 2, false).open())).containsExactly((int) 'a', Alphabet.OTHER);
        Task small = text(content, 3, 0, 100, true).open();
        assertThat(alphabet(small)).containsExactly((int) 'a', (int) 'b', Alphabet.OTHER);
        Batch test = DrawnBatches.test(small, 5, 1);
        assertThat(test.input()).as("the last tenth is unknown").containsOnly(2);
    }

    @Test
    void crossEntropiesAreThoseByHandOfTheStepsThatCount() throws IOException {
        Task task = text("ab".repeat(50), 4, 2, 10, false).open();
        Batch test = DrawnBatches.test(task, 1, 1);
        double[] predictions = {0.5, 0.5, 0.1, 0.9, 0.25, 0.75, 0.8, 0.2};
        int third = (int) test.input()[3]; // the third step's target is the fourth input
        double nats = third == 0 ? -Math.log(0.25) - Math.log(0.2) : -Math.log(0.75) - Math.log(0.8);
        assertThat(task.metrics().get(0).score().of(test, predictions)).isCloseTo(nats / 2, within(ROUNDING));
        assertThat(task.metrics().get(1).score().of(test, predictions))
                .isCloseTo(nats / 2 / Math.log(2), within(ROUNDING));
        assertThat(task.metrics()).extracting(Metric::unit).containsExactly("nats", "bits");
        predictions[5] = 0;
        predictions[4] = 0;
        assertThat(task.metrics().get(0).score().of(test, predictions)).isBetween(10.0, 40.0);
        assertThat(task.floor(test)).isZero();
    }

    @Test
    void theBaselinesOfTheSampleGetBetterWithWhatTheyKnow() {
        Task task = new Text(new FilePath(Path.of("../sample-data/text/tales.txt")), 60, 10, 100, false, "").open();
        Batch test = DrawnBatches.test(task, 40, 1);
        double[] bits = task.baselines().stream()
                .mapToDouble(baseline ->
                        task.metrics().get(1).score().of(test, DrawnBatches.predictions(baseline, test, test)))
                .toArray();
        // 0.51 and 4.35 bits as counted on other pieces, log2 of the number of symbols for chance
        assertThat(bits[0]).isBetween(0.3, 0.8);
        assertThat(bits[1]).isBetween(4.1, 4.6);
        assertThat(bits[2]).isCloseTo(Math.log(task.outputs()) / Math.log(2), within(2000 * ROUNDING));
        assertThat(task.baselines())
                .extracting(baseline -> baseline.name())
                .containsExactly("Kneser-Ney 6-gram", "unigram", "chance");
    }

    /** 600 characters, each as probable as the other: log2(600) = 9.23 bits, whatever share one symbol. */
    @ParameterizedTest(name = "{0} symbols")
    @ValueSource(ints = {2, 100, 500, 1000})
    void bitsPerCharacterCountWhichCharacterOfASymbolItIs(int symbols) throws IOException {
        Philox random = new Philox(5, Purpose.SAMPLING);
        String content = IntStream.range(0, 60_000)
                .mapToObj(i -> Character.toString(0x4E00 + random.integer(0, 599)))
                .collect(Collectors.joining());
        Task task = text(content, 50, 0, symbols, false).open();
        Batch test = DrawnBatches.test(task, 100, 1);
        Baseline unigram = task.baselines().get(1);
        double bits = task.metrics().get(1).score().of(test, DrawnBatches.predictions(unigram, test, test));
        assertThat(bits).isCloseTo(Math.log(600) / Math.log(2), within(0.05)); // 600 frequencies of 90 characters each
        boolean merged = symbols < 600;
        assertThat(task.metrics().getFirst().name())
                .isEqualTo(merged ? "cross-entropy per symbol" : "cross-entropy per character");
        assertThat(task.understood().getFirst()).isEqualTo("own.txt: 60,000 characters in UTF-8, 600 different ones.");
        assertThat(task.understood()).hasSize(merged ? 2 : 1);
    }

    @Test
    void howManyCharactersShareASymbolIsSaid() throws IOException {
        Task task = text("ab".repeat(45) + "cdefghijkx", 3, 0, 3, false).open();
        assertThat(task.understood())
                .containsExactly(
                        "own.txt: 100 characters in UTF-8, 12 different ones.",
                        "10 of these, 10 % of the text, share one symbol; bits per character count which of them it"
                                + " is, by how frequent it is in the part to learn from.");
    }

    @Test
    void theEncodingMayBeNamed() throws IOException {
        Path latin =
                Files.write(folder.resolve("latin.txt"), "gr\u00fcn ".repeat(40).getBytes(StandardCharsets.ISO_8859_1));
        Text settings = new Text(new FilePath(latin), 10, 2, 50, false, "");
        assertThatThrownBy(settings::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("byte 3 of the file, FC");
        Task named = new Text(new FilePath(latin), 10, 2, 50, false, "ISO-8859-1").open();
        assertThat(alphabet(named)).contains(0xfc);
        assertThat(named.understood()).containsExactly("latin.txt: 200 characters in ISO-8859-1, 5 different ones.");
        for (String unknown : List.of("utf-9", "not a name")) {
            assertThatThrownBy(() -> new Text(new FilePath(latin), 10, 2, 50, false, unknown))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("encoding: no encoding is called '" + unknown + "' here");
        }
    }

    @Test
    void aTextThatIsTooShortIsRefusedWithAWindowThatWouldFit() throws IOException {
        Text tooLong = text(different(200), 20, 5, 1000, false);
        assertThatThrownBy(tooLong::open)
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file + ": has 200 characters; the tenth that is kept back for testing does not hold a window"
                                + " of 20 and the character after it; choose a window of at most 19 or a longer text");
        assertThat(text(different(200), 19, 5, 1000, false).open().steps()).isEqualTo(19);
        assertThatThrownBy(text(different(200), 50, 19, 1000, false)::open)
                .hasMessageEndingWith(
                        "choose a window of at most 19 with a warm-up of fewer characters or a longer text");
        Text tiny = text("a few words", 2, 0, 10, false);
        assertThatThrownBy(tiny::open).isInstanceOf(DataException.class).hasMessageEndingWith("take a longer text");
        Text same = text("a".repeat(100), 3, 0, 10, false);
        assertThatThrownBy(same::open)
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": repeats a single character; there is nothing to predict");
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new Text(new FilePath(Path.of("x")), 1, 0, 50, false, ""))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Text(new FilePath(Path.of("x")), 50, 50, 50, false, ""))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a warm-up of 50 characters leaves nothing to predict in a window of 50");
        assertThatThrownBy(() -> new Text(new FilePath(Path.of("x")), 50, -1, 50, false, ""))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Text(new FilePath(Path.of("x")), 50, 10, 1, false, ""))
                .isInstanceOf(SettingsException.class);
        Text nowhere = new Text(new FilePath(Path.of("no such file.txt")), 50, 10, 50, false, "");
        assertThatThrownBy(nowhere::open)
                .isInstanceOf(DataException.class)
                .hasMessage(Path.of("no such file.txt").toAbsolutePath() + ": does not exist");
    }
}
