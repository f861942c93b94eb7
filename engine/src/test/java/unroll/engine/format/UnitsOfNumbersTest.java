package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static unroll.engine.format.TextTables.kinds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.series.SeriesForm;
import unroll.engine.series.SeriesSplit;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/** Numbers with their unit in the cells are numbers. */
class UnitsOfNumbersTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
    }

    /** Rows 10.5, 11.5 and so on, in a form in which X is the number. */
    private static String column(String form, boolean comma) {
        return "use;other@"
                + IntStream.range(10, 40)
                        .mapToObj(i -> form.replace("X", comma ? i + ",5" : i + ".5") + ";" + i * i % 7)
                        .collect(Collectors.joining("@"));
    }

    @ParameterizedTest
    @CsvSource({
        "X kWh, kWh",
        "XkWh, kWh",
        "X \u00B0C, \u00B0C",
        "X km/h, km/h",
        "X m\u00B3, m\u00B3",
        "X W/m2, W/m2",
        "X %, ",
        "EUR X, EUR",
        "X USD, USD",
        "\u20AC X, ",
    })
    void theyAreReadWithoutIt(String form, String unit) throws IOException {
        for (boolean comma : new boolean[] {false, true}) {
            Table table = texts.read(column(form, comma));
            Column use = table.columns().getFirst();
            assertThat(kinds(table)).containsExactly(ColumnKind.NUMBER, ColumnKind.NUMBER);
            assertThat(use.unit()).isEqualTo(unit == null ? "" : unit);
            for (int r = 0; r < 30; r++) {
                assertThat(use.values()[r]).isEqualTo(10.5 + r);
            }
            assertThat(String.join(" ", table.understood()).contains("'use' stand with their unit, " + unit + "."))
                    .isEqualTo(unit != null);
        }
    }

    @Test
    void numbersWithoutItAmongThemAreNumbersToo() throws IOException {
        Table table = texts.read(column("X kWh", false).replace("12.5 kWh", "12.5"));
        assertThat(table.columns().getFirst().values()[2]).isEqualTo(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"store X", "N X", "Xa b c d e f g h", "X. street 5"})
    void wordsWithNumbersAreWords(String form) throws IOException {
        assertThat(kinds(texts.read(column(form, false)))).containsExactly(ColumnKind.WORD, ColumnKind.NUMBER);
    }

    @Test
    void severalUnitsAreNotMixed() throws IOException {
        Path file = texts.write("day,use\n"
                + IntStream.range(10, 40)
                        .mapToObj(
                                i -> "2021-03-" + (i < 30 ? i : i - 29) + "," + i + (i == 17 ? ".5 MWh\n" : ".5 kWh\n"))
                        .collect(Collectors.joining()));
        assertThatThrownBy(() -> SeriesSplit.read(file, SeriesForm.FOUND))
                .hasMessageContaining("'use' (numbers in several units, kWh and MWh; write them in one)");
    }

    /** The first unlike one is behind the rows by which the column was understood. */
    @Test
    void aLateCellInAnotherUnitMakesNoNumberOfIt() throws IOException {
        String rows = IntStream.range(0, 1500)
                .mapToObj(i -> i % 17 + (i == 1400 ? " MWh" : " kWh") + "," + i % 5)
                .collect(Collectors.joining("@"));
        Table table = texts.read("use,x@" + rows);
        assertThat(kinds(table)).containsExactly(ColumnKind.WORD, ColumnKind.NUMBER);
    }

    @Test
    void byteOrderMarksInNamesAreNoneOfTheirs() throws IOException {
        Table table =
                texts.read("\uFEFF\uFEFFdate,\uFEFFa,\"\uFEFFb\"@2021-01-01,1,\uFEFF2@2021-01-02,3,4@2021-01-03,3,5");
        assertThat(TextTables.names(table)).containsExactly("date", "a", "b");
        assertThat(table.columns().getLast().values()).containsExactly(2, 4, 5);
    }
}
