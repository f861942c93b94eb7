package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The errors of forecasts that the command line tells. */
class ForecastErrorsTest extends ForecastTest {
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
}
