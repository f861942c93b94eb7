package unroll.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSeriesTest {
    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "1,2.5\n-3,4e2\n",
                "1;2.5\n-3;4e2",
                "1\t2.5\r\n-3\t4e2\r\n",
                "\uFEFF1,2.5\n-3,4e2\n",
                "\n\n +1 , 2.50 \n-3,400\n\n\n",
                "\"1\",\"2.5\"\n\"-3\",\"4E+2\"\n"
            })
    void numbersAreReadWithAnySeparatorLineEndAndByteOrderMark(String text) throws IOException {
        Series series = CsvSeries.read(write(text));
        assertThat(series.columns()).containsExactly("column 1", "column 2");
        assertThat(series.rows()).hasSize(2);
        assertThat(series.rows().get(0)).containsExactly(1, 2.5);
        assertThat(series.rows().get(1)).containsExactly(-3, 400);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "a,\"b; c\"\n1,2\n",
                "\uFEFF\"a\",\"b; c\"\n1,2\n",
                " a \t b; c \n1\t2\n",
                "a;\"b; c\"\n1;2\n",
            })
    void aFirstLineWithoutNumbersNamesTheColumns(String text) throws IOException {
        Series series = CsvSeries.read(write(text));
        assertThat(series.columns()).containsExactly("a", "b; c");
        assertThat(series.rows()).hasSize(1);
        assertThat(series.rows().getFirst()).containsExactly(1, 2);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``|: holds no numbers",
                "` `|: holds no numbers",
                "a,b@|: holds no numbers",
                "a,b@1,2@3@|, line 3, column 2: the row has 1 values where the first line has 2",
                "1,2@3,4,5@|, line 2, column 3: the row has 3 values where the first line has 2",
                "a,b@1,2@3,@|, line 3, column 2: a value is missing; fill it in or leave the row out",
                "1@@2@|, line 2, column 1: an empty line between rows; a file holds one sequence",
                "1,2@3,x@|, line 2, column 2: 'x' is not a number",
                "1,2@3,NaN@|, line 2, column 2: 'NaN' is not a number",
                "1,2@-Infinity,3@|, line 2, column 1: '-Infinity' is not a number",
                "1,2@3,1e999@|, line 2, column 2: '1e999' is too large",
                "1,2@3,0x1p3@|, line 2, column 2: '0x1p3' is not a number",
                "1,2@3,1f@|, line 2, column 2: '1f' is not a number",
                "1,2@3,1-2@|, line 2, column 2: '1-2' is not a number",
                "1;2@3;0,5@|, line 2, column 2: '0,5' is not a number; write decimals with a point",
                "a,1@2,3@|, line 1, column 1: 'a' is not a number",
                "NaN,NaN@2,3@|, line 1, column 1: the first line lacks a number or a name here",
                ",x,y@0,1,2@|, line 1, column 1: the first line lacks a number or a name here",
                "1,@2,3@|, line 1, column 2: a value is missing; fill it in or leave the row out",
                "# made today@1,2@|, line 2, column 2: the row has 2 values where the first line has 1",
            })
    void damagedFilesAreRefusedWithTheirPlace(String text, String complaint) throws IOException {
        Path file = write(text.replace('@', '\n'));
        assertThatThrownBy(() -> CsvSeries.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + complaint);
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWhereItBegins() throws IOException {
        Path file = write("1,2\n3,\"4\n5,6\n");
        assertThatThrownBy(() -> CsvSeries.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ", line 2, column 1: no CSV: ");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "1,2\n3,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvSeries.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": is no UTF-8 text; save it as CSV in UTF-8");
        Files.write(file, "1,2\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> CsvSeries.read(file)).isInstanceOf(DataException.class);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = folder.resolve("none.csv");
        assertThatThrownBy(() -> CsvSeries.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": cannot be read");
    }

    @Test
    void aLargeFileIsReadWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 20_000; t++) {
            text.append(t).append(',').append(-t).append(",0.125\n");
        }
        Series series = CsvSeries.read(write(text.toString()));
        assertThat(series.rows()).hasSize(20_000);
        for (int t = 0; t < 20_000; t++) {
            assertThat(series.rows().get(t)).containsExactly(t, -t, 0.125);
        }
    }

    /** 0,2955 is 0.2955 in most of Europe; cut at the comma it is 0 and 2955. */
    @Test
    void decimalsWithCommasInOneColumnAreNoTwoColumns() throws IOException {
        Path file = folder.resolve("comma.csv");
        Files.writeString(file, "0,2955\n0,5646\n1,0093\n");
        assertThatThrownBy(() -> CsvSeries.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("comma.csv")
                .hasMessageContaining("decimal points");
        Files.writeString(file, "0,2955\n0,5646\n1,93\n2,0\n");
        assertThat(CsvSeries.read(file).columns()).as("whole numbers").hasSize(2);
        Files.writeString(file, "a,b\n0,0955\n0,5646\n");
        assertThat(CsvSeries.read(file).columns())
                .as("who names two columns has two")
                .hasSize(2);
        Files.writeString(file, "0.5,007\n0.7,008\n");
        assertThat(CsvSeries.read(file).columns()).as("numbers before them").hasSize(2);
    }
}
