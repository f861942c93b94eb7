package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.record.RunFolder;

/** Forecasts of a person's own tables by the command line. */
class PredictCommandTest extends ForecastTest {
    /** Of each row to come what was predicted last: from the last row of the file. */
    @Test
    void whatIsPredictedOfRowsToComeIsShownByItsDates() throws IOException {
        Path file = dated("stock.csv", 60, ForecastTest::workday);
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
}
