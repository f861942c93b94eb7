package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;

class SeriesSplitTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static SeriesSplit read(Path path) {
        return SeriesSplit.read(path, SeriesForm.FOUND);
    }

    /** The time steps of a series, each as its numbers. */
    static List<double[]> rows(Series series) {
        return IntStream.range(0, series.rows())
                .mapToObj(row -> IntStream.range(0, series.width())
                        .mapToDouble(column -> series.at(row, column))
                        .toArray())
                .toList();
    }

    /** A file whose only column counts from {@code first}. */
    private static String counting(int first, int rows) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < rows; t++) {
            text.append(first + t).append('\n');
        }
        return text.toString();
    }

    private static List<String> names(List<Series> series) {
        return series.stream().map(s -> s.file().getFileName().toString()).toList();
    }

    @ParameterizedTest(name = "of {0} files {1} are kept back")
    @CsvSource({"2, 1", "3, 1", "9, 1", "10, 2", "11, 2"})
    void theLastFifthOfTheFilesIsKeptBack(int files, int kept) throws IOException {
        for (int i = 0; i < files; i++) {
            write(String.format("%02d.csv", i), "1\n2\n");
        }
        write("notes.md", "not a table");
        write(".hidden.csv", "not a table");
        SeriesSplit split = read(folder);
        assertThat(split.training()).hasSize(files - kept);
        assertThat(split.test()).hasSize(kept);
        assertThat(names(split.test()).getLast()).isEqualTo(String.format("%02d.csv", files - 1));
        assertThat(names(split.training())).isSorted().doesNotContainAnyElementsOf(names(split.test()));
    }

    @ParameterizedTest(name = "of {0} rows {1} are kept back")
    @CsvSource({"15, 3", "19, 3", "20, 4", "100, 20"})
    void theTailOfASingleFileIsKeptBack(int rows, int kept) throws IOException {
        Path file = write("one.csv", counting(0, rows));
        for (Path path : List.of(file, folder)) {
            SeriesSplit split = read(path);
            assertThat(rows(split.training().getFirst())).hasSize(rows - kept);
            assertThat(rows(split.test().getFirst())).hasSize(kept);
            assertThat(rows(split.test().getFirst()).getFirst()).containsExactly(rows - kept);
        }
    }

    @Test
    void foldersNamedTrainAndTestDecideForThemselves() throws IOException {
        write("train/a.csv", counting(0, 5));
        write("test/b.csv", counting(50, 3));
        write("test/c.tsv", counting(60, 3));
        SeriesSplit split = read(folder);
        assertThat(names(split.training())).containsExactly("a.csv");
        assertThat(names(split.test())).containsExactly("b.csv", "c.tsv");
    }

    /** Of each of three series the last fifth is kept back; its time, which begins anew, is not predicted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void seriesThatAFileTellsApartAreSeries(boolean stamped) throws IOException {
        StringBuilder text =
                new StringBuilder("@timeStamps " + stamped + "\n@univariate true\n@classLabel true 1 2\n@data\n");
        for (int n = 0; n < 3; n++) {
            int first = 100 * n;
            text.append(IntStream.range(0, 20)
                            .mapToObj(t -> stamped ? "(" + t + "," + (first + t) + ")" : "" + (first + t))
                            .collect(Collectors.joining(",")))
                    .append(":")
                    .append(1 + n % 2)
                    .append('\n');
        }
        SeriesSplit split = read(write("walks.ts", text.toString()));
        assertThat(split.columns()).containsExactly("value");
        assertThat(split.training()).hasSize(3).allMatch(series -> series.rows() == 16);
        assertThat(split.test()).hasSize(3).allMatch(series -> series.rows() == 4);
        assertThat(split.training().get(1).at(0, 0)).isEqualTo(100);
        assertThat(split.test().get(2).at(3, 0)).isEqualTo(219);
        assertThat(split.understood().getFirst()).contains("in 3 series by name");
    }

    @Test
    void whatCannotBeSplitIsRefused() throws IOException {
        assertRefused(folder, ": holds no table; put CSV files, Excel workbooks or arrays of NumPy into it");
        assertRefused(folder.resolve("none"), ": does not exist");
        Path file = write("train/a.csv", counting(0, 9));
        assertRefused(folder, ": has one of the folders 'train' and 'test'; it needs both or neither");
        assertRefused(file, ": has 9 rows; to keep a fifth back for testing it needs at least 15");
        assertRefused(
                write("ten.csv", counting(0, 14)),
                ": has 14 rows; to keep a fifth back for testing it needs at least 15");
        Path single = write("test/b.csv", "1\n");
        assertThatThrownBy(() -> read(folder))
                .hasMessage(single + ": has a single row; nothing follows it that could be predicted");
    }

    private static void assertRefused(Path path, String complaint) {
        assertThatThrownBy(() -> read(path)).isInstanceOf(DataException.class).hasMessage(path + complaint);
    }

    @Test
    void filesOfDifferentColumnsAreRefused() throws IOException {
        Path first = write("0.csv", "a,b\n1,2\n3,4\n");
        Path second = write("1.csv", "a,c\n1,2\n3,4\n");
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(DataException.class)
                .hasMessage(second + ", line 1, column 2: 'c' where " + first + " has 'b'");
        write("1.csv", "a,b,c\n1,2,3\n3,4,5\n");
        assertThatThrownBy(() -> read(folder))
                .hasMessage(second + ", line 1, column 3: 3 columns where " + first + " has 2");
        write("1.csv", "1,2\n3,4\n");
        assertThatThrownBy(() -> read(folder))
                .hasMessage(second + ", line 1, column 1: no line names the columns, as one does in " + first);
        write("1.csv", "a,b\n1,2\n3,4\n");
        assertThat(read(folder).columns()).containsExactly("a", "b");
    }

    @Test
    void standardisedColumnsHaveMeanZeroAndDeviationOneOnTheTrainingPartAlone() throws IOException {
        write("0.csv", "1,0.1,100\n2,0.1,300\n");
        write("1.csv", "3,0.1,100\n6,0.1,300\n");
        write("2.csv", "3,0.5,200\n7,0.1,600\n");
        SeriesSplit split = read(folder).standardised();
        double deviation = Math.sqrt((4 + 1 + 0 + 9) / 4.0);
        double[][] expected = {{-2, 0, -1}, {-1, 0, 1}, {0, 0, -1}, {3, 0, 1}};
        for (int i = 0; i < 4; i++) {
            double[] row = rows(split.training().get(i / 2)).get(i % 2);
            expected[i][0] /= deviation;
            assertThat(row).containsExactly(expected[i], within(1e-15));
        }
        // a constant column keeps its unit, and the test part is measured with the training part's
        assertThat(rows(split.test().getFirst()).get(0)).containsExactly(new double[] {0, 0.4, 0}, within(1e-15));
        assertThat(rows(split.test().getFirst()).get(1))
                .containsExactly(new double[] {4 / deviation, 0, 4}, within(1e-15));
    }

    @ParameterizedTest(name = "times {0}")
    @ValueSource(doubles = {1, 1e300, 1e-300, 1e-308, 1e308})
    void aColumnOfAnySizeIsStandardised(double size) throws IOException {
        StringBuilder text = new StringBuilder("x\n");
        for (int t = 0; t < 50; t++) {
            text.append(size * Math.sin(t)).append('\n');
        }
        SeriesSplit split = read(write("sine.csv", text.toString())).standardised();
        double[] values = rows(split.training().getFirst()).stream()
                .mapToDouble(row -> row[0])
                .toArray();
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(rows(split.test().getFirst())).allMatch(row -> Math.abs(row[0]) < 2);
    }

    @Test
    void standardisedNumbersStandForThoseOfTheFile() throws IOException {
        String text = IntStream.range(0, 100)
                .mapToObj(t -> 20 + 3 * Math.sin(t) + "," + 1e-3 * t + "," + 1e300 * Math.cos(t) + "\n")
                .collect(Collectors.joining());
        SeriesSplit raw = read(write("greenhouse.csv", text));
        SeriesSplit split = raw.standardised();
        for (int t = 0; t < rows(split.test().getFirst()).size(); t++) {
            for (int c = 0; c < 2; c++) {
                double row = rows(split.test().getFirst()).get(t)[c];
                double there = rows(raw.test().getFirst()).get(t)[c];
                assertThat(split.units().get(c).of((float) row)).isCloseTo((float) there, within(1e-6f * 23));
            }
        }
        assertThat(split.units().get(2).of(0.5f)).as("too large to be shown").isEqualTo(0.5f);
        assertThat(raw.units()).allSatisfy(unit -> assertThat(unit.of(7)).isEqualTo(7));
    }
}
