package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.record.RunFolder;

/** Forecasts of a person's own tables by the command line. */
class PredictCommandTest extends CommandTest {
    private static String lines(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    private static double level(int i) {
        return 50 + 20 * Math.sin(i / 3.0) + i % 7;
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A column of levels on some days from 2021 on. */
    private Path dated(String name, int rows, Predicate<LocalDate> isRow) throws IOException {
        List<LocalDate> days = Stream.iterate(LocalDate.of(2021, 1, 1), day -> day.plusDays(1))
                .filter(isRow)
                .limit(rows)
                .toList();
        return write(
                name, "Date,level\n" + lines(rows, i -> String.format(Locale.ROOT, "%s,%.4f", days.get(i), level(i))));
    }

    private static boolean workday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }

    private Path run() {
        return RunFolder.list(folder.resolve("runs")).getFirst().path();
    }

    private void learn(Path file, String... settings) {
        List<Object> arguments = new ArrayList<>(List.of("train", file, "--runs", folder.resolve("runs")));
        for (String setting : List.of("training.updates=9", "training.testSequences=4", "model.hidden=5")) {
            arguments.addAll(List.of("--set", setting));
        }
        Arrays.stream(settings).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        assertThat(call(arguments.toArray())).as(complained()).isZero();
    }

    /** The cells of what is predicted, the head first. */
    private List<String[]> predict(Object... arguments) throws IOException {
        Path table = folder.resolve("forecast.csv");
        List<Object> all = new ArrayList<>(List.of("predict", run()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--to", table));
        assertThat(call(all.toArray())).as(complained()).isZero();
        return Files.readAllLines(table).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String> column(List<String[]> table, int column, int from) {
        return table.subList(from, table.size()).stream()
                .map(row -> row[column])
                .toList();
    }

    @Test
    void rowsToComeAreBusinessDaysWhereTheRowsAre() throws IOException {
        Path file = dated("stock.csv", 60, PredictCommandTest::workday);
        assertThat(call("inspect", file)).isZero();
        assertThat(printed())
                .contains("Time is Date, business days (Monday to Friday).")
                .doesNotContain("leaps");
        learn(file);
        List<String[]> table = predict(file, "--ahead", "7");
        assertThat(printed()).contains("Rows to come follow Date: business days (Monday to Friday).");
        assertThat(column(table, 0, 61))
                .containsExactly(
                        "2021-03-26",
                        "2021-03-29",
                        "2021-03-30",
                        "2021-03-31",
                        "2021-04-01",
                        "2021-04-02",
                        "2021-04-05");
    }

    /** Of each row to come what was predicted last: from the last row of the file. */
    @Test
    void whatIsPredictedOfRowsToComeIsShownByItsDates() throws IOException {
        Path file = dated("stock.csv", 60, PredictCommandTest::workday);
        learn(file);
        List<String[]> table = predict(file, "--ahead", "30");
        List<String> shown =
                printed().lines().filter(line -> line.startsWith("2021-0")).toList();
        assertThat(shown).hasSize(24);
        for (int k = 1; k <= 24; k++) {
            String[] cells = shown.get(k - 1).split(" +", -1);
            assertThat(cells[0]).isEqualTo(table.get(60 + k)[0]);
            assertThat(Double.parseDouble(cells[1]))
                    .isCloseTo(Double.parseDouble(table.get(60 + k)[1 + k]), within(6e-3));
        }
        assertThat(printed()).contains("and 6 rows more in the table");
        assertThat(call("predict", run(), file)).isZero();
        assertThat(printed()).as("nothing but the table").startsWith("Date,level,level predicted\n2021-01-01,");
        assertThat(printed()).hasLineCount(62);
        assertThat(complained()).contains("2021-03-26", "MAE");
    }

    @Test
    void errorsOfRowsThatWereLearnedFromAreCalledSo() throws IOException {
        Path file = dated("data/days.csv", 60, day -> true);
        learn(file);
        String said = "those that the network learned from are among them";
        predict(file);
        assertThat(printed()).contains(said);
        predict(folder.resolve("data"));
        assertThat(printed()).contains(said);
        predict(dated("others.csv", 60, day -> true));
        assertThat(printed()).contains("Errors of all rows").doesNotContain(said);
    }

    /** Five rows show no weekend, but the run has seen many; a table of all days of the week shows that it has them. */
    @Test
    void theCalendarIsTheFilesOwnUnlessThatOfTheRunFitsAsWell() throws IOException {
        learn(dated("stock.csv", 60, PredictCommandTest::workday));
        Path week = write("week.csv", "Date,level\n" + lines(5, i -> "2023-05-0" + (1 + i) + "," + level(i)));
        assertThat(column(predict(week, "--ahead", "2"), 0, 6)).containsExactly("2023-05-08", "2023-05-09");
        Path daily = dated("daily.csv", 30, day -> true);
        assertThat(column(predict(daily, "--ahead", "2"), 0, 31)).containsExactly("2021-01-31", "2021-02-01");
        assertThat(printed()).contains("a day apart");
        Path hours = write(
                "hours.csv",
                "When,level\n" + lines(30, i -> String.format("2023-05-%02d %02d:00,%d", 1 + i / 24, i % 24, i)));
        List<String[]> hourly = predict(hours, "--ahead", "2");
        assertThat(hourly.getFirst()[0]).isEqualTo("When");
        assertThat(column(hourly, 0, 30)).containsExactly("2023-05-02 05:00", "2023-05-02 06:00", "2023-05-02 07:00");
    }

    @Test
    void endsOfMonthsStayEndsOfMonths() throws IOException {
        Path file = dated("months.csv", 37, day -> day.plusDays(1).getDayOfMonth() == 1);
        learn(file);
        assertThat(column(predict(file, "--ahead", "3"), 0, 38))
                .containsExactly("2024-02-29", "2024-03-31", "2024-04-30");
        assertThat(printed()).contains("a month apart at the end of the month");
    }

    /** What is predicted is put into the file as if it were known; from there the next step is what was predicted 2 steps ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"mask", "carry-on"})
    void aForecastGoesOnFromItsOwnPredictionsWhateverStandsForMissingValues(String missing) throws IOException {
        String text = "date,a,b\n"
                + lines(
                        80,
                        i -> String.format(
                                Locale.ROOT,
                                "2021-%02d-%02d,%s,%.4f",
                                1 + i / 28,
                                1 + i % 28,
                                i % 9 == 4 ? "" : String.format(Locale.ROOT, "%.4f", level(i)),
                                level(2 * i + 1)));
        Path file = write("gaps.csv", text);
        learn(file, "task.missing=" + missing);
        List<String[]> table = predict(file, "--ahead", "3");
        assertThat(table.getFirst()).hasSize(9);
        for (int k = 2; k <= 3; k++) {
            String[] first = table.get(80 + k - 1);
            text += first[0] + "," + first[2 + k - 2] + "," + first[6 + k - 2] + "\n";
            String[] next = predict(write("longer.csv", text)).get(80 + k);
            assertThat(Double.parseDouble(table.get(80 + k)[2 + k - 1]))
                    .isCloseTo(Double.parseDouble(next[2]), within(1e-3));
            assertThat(Double.parseDouble(table.get(80 + k)[6 + k - 1]))
                    .isCloseTo(Double.parseDouble(next[4]), within(1e-3));
        }
        assertThat(Double.parseDouble(table.get(82)[3]))
                .as("the tolerance tells steps apart")
                .isNotCloseTo(Double.parseDouble(table.get(81)[2]), within(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "task.columns.inputs=sun | given sun, which it does not predict",
                "task.lead=4 | not predict the next row but the one 4 steps ahead"
            })
    void whoCannotGoOnFromItsPredictionsIsToldWhyAndWhatToChoose(String setting, String reason) throws IOException {
        Path file = write("load.csv", "load,sun\n" + lines(60, i -> level(i) + "," + level(i + 2)));
        learn(file, setting);
        assertThat(call("predict", run(), file, "--ahead", "3")).isEqualTo(2);
        assertThat(complained()).contains(reason, "--ahead 1", "task.lead=");
        assertThat(predict(file)).hasSize(setting.startsWith("task.lead") ? 65 : 62);
    }

    @Test
    void eachTableOfAFolderIsPredictedUnderItsName() throws IOException {
        for (String name : List.of("data/b.csv", "data/a.csv", "data/c.csv")) {
            dated(name, 40 + name.charAt(5) % 3, day -> true);
        }
        write("data/notes.md", "no table");
        learn(folder.resolve("data"));
        List<String[]> table = predict(folder.resolve("data"), "--ahead", "2");
        assertThat(table.getFirst())
                .containsExactly("file", "Date", "level", "level predicted", "level predicted 2 ahead");
        assertThat(column(table, 0, 1).stream().distinct()).containsExactly("a.csv", "b.csv", "c.csv");
        assertThat(table).hasSize(1 + 41 + 42 + 40 + 6);
        List<String[]> alone = predict(folder.resolve("data/b.csv"), "--ahead", "2");
        assertThat(alone.getFirst()).hasSize(4);
        for (int row = 1; row < alone.size(); row++) {
            assertThat(Arrays.copyOfRange(table.get(43 + row), 1, 5)).containsExactly(alone.get(row));
        }
        Files.createDirectories(folder.resolve("empty"));
        assertThat(call("predict", run(), folder.resolve("empty"))).isEqualTo(2);
        assertThat(complained()).contains("holds no table");
    }

    @Test
    void theColumnThatTellsSeriesApartKeepsItsName() throws IOException {
        Path file = write(
                "cities.csv",
                "city,day,level\n"
                        + lines(30, i -> String.format(Locale.ROOT, "Bonn,2021-01-%02d,%.4f", i + 1, level(i)))
                        + lines(31, i -> String.format(Locale.ROOT, "\"Ulm\",2021-01-%02d,%.4f", i + 1, level(i + 9))));
        learn(file);
        List<String[]> table = predict(file);
        assertThat(table.getFirst()).containsExactly("city", "day", "level", "level predicted");
        assertThat(table.get(31)).startsWith("Bonn", "2021-01-31", "");
        assertThat(table.get(63)).startsWith("Ulm", "2021-02-01", "");
    }

    /** What is known is written as the file has it, with all its digits. */
    @Test
    void knownValuesAreTheFilesOwn() throws IOException {
        Path file = write("counts.csv", "people\n" + lines(60, i -> 23_402_112_000L + 12_345L * i + "." + i % 4));
        learn(file);
        List<String[]> table = predict(file);
        for (int i = 0; i < 60; i++) {
            assertThat(Double.parseDouble(table.get(1 + i)[1]))
                    .isEqualTo(Double.parseDouble(23_402_112_000L + 12_345L * i + "." + i % 4));
        }
    }

    /** The table itself, read back, is what the errors are computed from here. */
    @Test
    void errorsAreThoseOfTheTable() throws IOException {
        Path file = write(
                "hours.csv",
                "time,level,flow\n"
                        + lines(
                                100,
                                i -> String.format(
                                        Locale.ROOT,
                                        "2021-05-%02d %02d:00,%.4f,%s",
                                        1 + i / 24,
                                        i % 24,
                                        1000 * level(i),
                                        i % 11 == 3 ? "" : String.format(Locale.ROOT, "%.4f", level(3 * i) / 1000))));
        learn(file);
        List<String[]> table = predict(file, "--ahead", "26");
        List<String> said = printed().lines().toList();
        for (int o = 0; o < 2; o++) {
            int at = 1 + 27 * o;
            for (int ahead : new int[] {1, 2, 24, 25, 26}) {
                int k = ahead;
                String[] words = said.stream()
                        .map(line -> line.strip().split(" +", -1))
                        .filter(line -> line[0].equals(table.getFirst()[at]) && line[1].equals("" + k))
                        .findFirst()
                        .orElseThrow();
                double[][] rows = rows(table, at, k);
                assertDigits(words[2], error(rows, 1, 1));
                assertDigits(words[3], Math.sqrt(error(rows, 1, 2)));
                assertDigits(words[4], error(rows, 2, 1));
                assertDigits(words[5], error(rows, 3, 1));
                assertThat(Double.parseDouble(words[2]))
                        .as("a step more or less is told apart")
                        .isNotCloseTo(error(rows(table, at, k - 1), 1, 1), within(6e-4 * error(rows, 1, 1)));
                assertThat(error(rows, 2, 1) == error(rows, 3, 1))
                        .as("a day ahead the last value is that of a day before")
                        .isEqualTo(k == 24);
            }
        }
    }

    private static double cell(List<String[]> table, int row, int column) {
        String cell = row < 0 ? "" : table.get(1 + row)[column];
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** Rows that are known and predicted: the truth, the prediction, the value when it was made, that of the same hour of a day before. */
    private static double[][] rows(List<String[]> table, int column, int k) {
        return IntStream.range(0, 100)
                .mapToObj(row -> new double[] {
                    cell(table, row, column),
                    cell(table, row, column + k),
                    cell(table, row - k, column),
                    cell(table, row - (k <= 24 ? 24 : 48), column)
                })
                .filter(row -> !Double.isNaN(row[0]) && !Double.isNaN(row[1]))
                .toArray(double[][]::new);
    }

    private static double error(double[][] rows, int of, int power) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Math.pow(Math.abs(row[of] - row[0]), power))
                .filter(error -> !Double.isNaN(error))
                .average()
                .orElseThrow();
    }

    private static void assertDigits(String printed, double wanted) {
        assertThat(Double.parseDouble(printed)).isCloseTo(wanted, within(6e-4 * wanted));
    }

    @Test
    void runsOfOtherTasksAreToldWhatIsPredicted() throws IOException {
        Path table = dated("days.csv", 40, day -> true);
        learn(table);
        assertRefused("this one learned from a table", "--text", "words");
        assertRefused("name the table to predict");
        assertThat(train(folder.resolve("sums"))).isZero();
        Path sums = RunFolder.list(folder.resolve("sums")).getFirst().path();
        assertThat(call("predict", sums, table)).isEqualTo(2);
        assertThat(complained()).contains("own-series", "text");
    }

    /** A row more is a change, whatever is predicted and wherever the result goes. */
    @Test
    void dataThatHaveChangedSinceTheRunBeganAreTold() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        Path other = dated("others.csv", 40, day -> true);
        learn(sales);
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
        Path inputs = run().resolve("inputs.txt");
        Files.delete(inputs);
        dated("sales.csv", 61, day -> true);
        predict(sales);
        assertThat(complained()).isEmpty();
        assertThat(inputs).doesNotExist();
    }

    @Test
    void whoseDataAreGoneIsToldWhichAreMissingAndWhatTheyAreNeededFor() throws IOException {
        Path sales = dated("sales.csv", 60, day -> true);
        learn(sales);
        Path other = dated("others.csv", 40, day -> true);
        Files.move(sales, folder.resolve("moved.csv"));
        assertRefused(run() + ": needs ", other);
        assertThat(complained())
                .contains("which is not there: " + sales, "learned from", "means and deviations", "put it back");
    }

    private void assertRefused(String reason, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("predict", run()));
        all.addAll(List.of(arguments));
        assertThat(call(all.toArray())).isEqualTo(2);
        assertThat(complained()).contains(reason);
    }
}
