package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.record.RunFolder;

/** What a run predicts and exports depends on what it learned from, not on what has become of that. */
class KeptSignatureTest extends ForecastTest {
    private static final List<String> FORMS = List.of("safetensors", "pytorch", "onnx");

    private Path signature() {
        return run().resolve("signature.json");
    }

    /** Makes the run one of an older version, which kept nothing of its data. */
    private void forget() throws IOException {
        Files.delete(signature());
    }

    /** Business days with words and missing values, in units far from the network's. */
    private Path load(String name, int rows, double unit) throws IOException {
        List<LocalDate> days = Stream.iterate(LocalDate.of(2021, 1, 1), day -> day.plusDays(1))
                .filter(ForecastTest::workday)
                .limit(rows)
                .toList();
        return write(
                name,
                "Date,wind,load,sun\n"
                        + lines(
                                rows,
                                i -> String.format(
                                        Locale.ROOT,
                                        "%s,%s,%s,%.4f",
                                        days.get(i),
                                        List.of("north", "south", "west").get(i * i % 5 % 3),
                                        i % 9 == 4 ? "" : String.format(Locale.ROOT, "%.4f", unit * level(i)),
                                        level(2 * i) / 1000)));
    }

    /** Everything that leaves the program, by its names. */
    private Map<String, List<Byte>> results(Path other) throws IOException {
        Map<String, List<Byte>> results = new LinkedHashMap<>();
        predict(other);
        assertThat(complained()).isEmpty();
        results.put("said", bytes(printed().getBytes(StandardCharsets.UTF_8)));
        results.put("table", bytes(Files.readAllBytes(folder.resolve("forecast.csv"))));
        for (String form : FORMS) {
            Path file = folder.resolve("weights");
            assertThat(call("export", run(), "--to", form, file))
                    .as(complained())
                    .isZero();
            results.put(form, bytes(Files.readAllBytes(file)));
            results.put(form + ", page", bytes(Files.readAllBytes(folder.resolve("weights.md"))));
        }
        return results;
    }

    private static List<Byte> bytes(byte[] array) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : array) {
            bytes.add(one);
        }
        return bytes;
    }

    static List<Named<UnaryOperator<String>>> changes() {
        return List.of(
                Named.of("rows more", text -> text + "2021-12-01,east,9999,5\n2021-12-02,east,9998,7\n"),
                Named.of("another unit", text -> text.replaceAll(",(\\d\\d\\.)", ",7$1")),
                Named.of("shortened", text -> text.lines().limit(4).reduce("", (a, b) -> a + b + "\n")),
                Named.of("no load", text -> text.replace("load", "price").replace("north", "N")),
                Named.of("no table", text -> "moved to another place\n"),
                Named.of("gone", text -> ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void predictionsAndExportsStayWhatTheyWereWhateverBecomesOfTheData(UnaryOperator<String> change)
            throws IOException {
        Path file = load("load.csv", 90, 10);
        learn(file, "task.columns.classes=wind", "task.missing=mask");
        Path other = load("others.csv", 40, 12);
        Map<String, List<Byte>> before = results(other);
        String text = change.apply(Files.readString(file));
        if (text.isEmpty()) {
            Files.delete(file);
        } else {
            Files.writeString(file, text);
        }
        assertThat(results(other)).isEqualTo(before);
    }

    /** By the data of now, as before there were signatures: the oracle sees that. */
    @Test
    void whoForgetsWhatTheNumbersStoodForPredictsOthers() throws IOException {
        Path file = load("load.csv", 90, 10);
        learn(file, "task.columns.inputs=sun");
        Path other = load("others.csv", 40, 12);
        Map<String, List<Byte>> before = results(other);
        load("load.csv", 90, 11);
        forget();
        predict(other);
        assertThat(bytes(Files.readAllBytes(folder.resolve("forecast.csv")))).isNotEqualTo(before.get("table"));
        assertThat(call("export", run(), "--to", "onnx", folder.resolve("weights")))
                .isZero();
        assertThat(bytes(Files.readAllBytes(folder.resolve("weights")))).isNotEqualTo(before.get("onnx"));
    }

    @Test
    void datesOfRowsToComeFollowTheCalendarOfTheDataThatAreGone() throws IOException {
        Path file = dated("stock.csv", 60, ForecastTest::workday);
        learn(file);
        Files.delete(file);
        Path week = write("week.csv", "Date,level\n" + lines(5, i -> "2023-05-0" + (1 + i) + "," + level(i)));
        assertThat(column(predict(week, "--ahead", "2"), 0, 6)).containsExactly("2023-05-08", "2023-05-09");
    }

    /** The numbers of a run that goes on stand for what they stood for, whatever the mean is now. */
    @Test
    void trainingGoesOnInTheUnitsThatTheRunBeganWith() throws IOException {
        Path file = load("load.csv", 90, 10);
        learn(file);
        String kept = Files.readString(signature());
        load("load.csv", 110, 13);
        more();
        assertThat(call("resume", run())).as(complained()).isZero();
        assertThat(printed()).contains("has changed since this run began");
        assertThat(signature()).hasContent(kept);
        assertThat(call("branch", run(), "--at", "9", "--runs", folder.resolve("branches")))
                .as(complained())
                .isZero();
        Path branch = RunFolder.list(folder.resolve("branches")).getFirst().path();
        assertThat(branch.resolve("signature.json")).hasContent(kept);
    }

    /** Eleven updates more. */
    private void more() throws IOException {
        Path experiment = run().resolve("experiment.json");
        Files.writeString(experiment, Files.readString(experiment).replace("\"updates\": 9", "\"updates\": 20"));
    }

    @Test
    void trainingDoesNotGoOnWithoutAColumnThatTheNetworkIsGiven() throws IOException {
        Path file = load("load.csv", 90, 10);
        learn(file);
        Files.writeString(file, Files.readString(file).replace("sun", "moon"));
        more();
        assertThat(call("resume", run())).isEqualTo(2);
        assertThat(complained()).contains(file + ": has no column 'sun', which the network is given");
    }

    @Test
    void trainingNeedsTheDataAndSaysSo() throws IOException {
        Path file = dated("sales.csv", 60, day -> true);
        learn(file);
        Files.delete(file);
        more();
        assertThat(call("resume", run())).isEqualTo(2);
        assertThat(complained()).contains("needs sales.csv", "not there: " + file, "--set task.folder=PLACE");
    }

    @Test
    void aDamagedSignatureIsTold() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        learn(sales);
        for (String text : List.of("{", "{}", "null", "{\"inputs\": 1, \"appearance\": {\"kind\": \"Face\"}}", "[]")) {
            Files.writeString(signature(), text);
            assertRefused(signature() + ": is damaged; remove it", sales);
        }
    }

    @Test
    void aProjectCarriesIt() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        Path other = dated("others.csv", 30, day -> true);
        learn(sales);
        Map<String, List<Byte>> before = results(other);
        Path project = folder.resolve("sales.unroll");
        assertThat(call("export", run(), "--to", "project", project))
                .as(complained())
                .isZero();
        assertThat(call("resume", project, "--runs", folder.resolve("copies")))
                .as(complained())
                .isZero();
        Path copy = RunFolder.list(folder.resolve("copies")).getFirst().path();
        assertThat(copy.resolve("signature.json")).hasSameTextualContentAs(signature());
        assertThat(call("predict", copy, other, "--to", folder.resolve("forecast.csv")))
                .isZero();
        assertThat(bytes(Files.readAllBytes(folder.resolve("forecast.csv")))).isEqualTo(before.get("table"));
    }

    @Test
    void aRunOfATaskThatMakesItsSequencesKeepsNone() {
        assertThat(train(folder.resolve("runs"))).isZero();
        assertThat(signature()).doesNotExist();
    }

    /** It kept nothing of them. A row more is a change, whatever is predicted and wherever the result goes. */
    @Test
    void dataOfAnOlderRunThatHaveChangedSinceItBeganAreTold() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        Path other = dated("others.csv", 40, day -> true);
        learn(sales);
        forget();
        String said = sales + " has changed since this run began: 1 file, ";
        predict(other);
        assertThat(printed() + complained()).doesNotContain("has changed");
        dated("sales.csv", 61, day -> true);
        predict(other);
        assertThat(complained()).containsOnlyOnce(said).contains("means and deviations of now", "can differ");
        predict(sales);
        assertThat(complained()).containsOnlyOnce(said);
        assertThat(call("predict", run(), other)).isZero();
        assertThat(printed()).as("nothing but the table").startsWith("Date,level,level predicted\n");
        assertThat(complained()).containsOnlyOnce(said);
        dated("sales.csv", 60, day -> true);
        predict(other);
        assertThat(complained()).as("as they were again").isEmpty();
    }

    /** A run of an older version does not know what its data were; it is read only. */
    @Test
    void aRunThatDoesNotKnowItsDataPredictsAndIsNotWrittenTo() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        learn(sales);
        forget();
        Path inputs = run().resolve("inputs.txt");
        Files.delete(inputs);
        dated("sales.csv", 61, day -> true);
        predict(sales);
        assertThat(complained()).isEmpty();
        assertThat(inputs).doesNotExist();
        assertThat(signature()).doesNotExist();
    }

    @Test
    void anOlderRunWhoseDataAreGoneIsToldWhichAreMissingAndWhatTheyAreNeededFor() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        learn(sales);
        forget();
        Path other = dated("others.csv", 40, day -> true);
        Files.move(sales, folder.resolve("moved.csv"));
        assertRefused(run() + ": needs ", other);
        assertThat(complained())
                .contains("which is not there: " + sales, "learned from", "means and deviations", "put it back");
    }
}
