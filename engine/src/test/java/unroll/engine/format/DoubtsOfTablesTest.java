package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.table.DateOrder;
import unroll.engine.table.DecimalSign;
import unroll.engine.table.Doubt;
import unroll.engine.table.HeadLines;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** What can be read in more than one way is asked about, until a setting settles it. */
class DoubtsOfTablesTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
    }

    @Test
    void whatCannotBeToldIsDoubtedAndSettledByASetting() throws IOException {
        Path file = texts.write("d,x\n3/4/2021,1\n4/4/2021,2\n5/4/2021,4\n");
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(table.doubts()).extracting(Doubt::setting).containsExactly("dates");
        TableForm settled =
                new TableForm("", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.DAY_FIRST, "", "");
        Table other = Tables.read(file, settled);
        assertThat(other.doubts()).isEmpty();
        assertThat(TextTables.time(other.columns().getFirst(), 0)).isEqualTo("2021-04-03T00:00:00Z");

        Path thousands = texts.write("x;y\n1,234;1\n2,345;2\n");
        assertThat(Tables.read(thousands, TableForm.FOUND).doubts())
                .extracting(Doubt::setting)
                .containsExactly("decimal");
        TableForm comma =
                new TableForm("", Separator.FOUND, DecimalSign.COMMA, HeadLines.FOUND, DateOrder.FOUND, "", "");
        assertThat(Tables.read(thousands, comma).columns().getFirst().values()).containsExactly(1.234, 2.345);

        assertThat(Tables.read(texts.write("10,01\n11,50\n9,07\n"), TableForm.FOUND)
                        .doubts())
                .extracting(Doubt::setting)
                .containsExactly("separator");
    }

    @Test
    void aDoubtIsSettledByTheChoiceThatWasTakenAnyway() throws IOException {
        Path file = texts.write("10,01\n11,50\n9,07\n");
        TableForm comma =
                new TableForm("", Separator.COMMA, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", "");
        assertThat(Tables.read(file, comma).doubts()).isEmpty();
        assertThat(Tables.read(file, comma).columns()).hasSize(2);
        TableForm other =
                new TableForm("UTF-8", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", "");
        assertThat(Tables.read(file, other).doubts())
                .as("a setting of something else settles nothing")
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"-999,true", "9999,true", "-200,true", "0,false", "3,false", "40,false"})
    void aNumberThatSeemsToStandForAMissingValueIsAskedAbout(String marker, boolean asked) throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int t = 0; t < 60; t++) {
            text.append(t % 9 == 4 ? marker : Double.toString(Math.rint(200 * Math.sin(t)) / 10 + 0.05))
                    .append(",")
                    .append(t % 2)
                    .append('\n');
        }
        Path file = texts.write(text.toString());
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(table.doubts()).hasSize(asked ? 1 : 0);
        for (String answer : List.of(marker, "none")) {
            Table answered = Tables.read(
                    file,
                    new TableForm(
                            "", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, answer, ""));
            assertThat(answered.doubts()).isEmpty();
            assertThat(answered.columns().getFirst().missing()).isEqualTo(answer.equals("none") ? 0 : 7);
        }
    }

    /** Three digits behind a point may be decimals or units behind thousands, unless some cell shows which. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "d;x@a;37@b;999@c;1.036@d;1.073 ~ true",
                "d;x@a;1.234@b;2.345@c;12.345@d;-3.456 ~ true",
                "d,x@2023-01-01,1.000@2023-01-02,2.037@2023-01-03,3.074 ~ false",
                "d,x@2023-01-01,999@2023-01-02,1.037@2023-01-03,1.074 ~ true",
                "d;x@01.2000;37@02.2000;1.036@03.2000;1.073@04.2000;5 ~ true",
                "d;x@a;0.234@b;2.345@c;12.345 ~ false",
                "d;x@a;1234.567@b;2.345@c;12.345 ~ false",
                "d;x@a;1.5@b;2.345@c;12.345 ~ false",
                "d;x@a;1.234@b;2.345e2@c;3.456 ~ false",
                "d;x@a;1.234@b;1.234,5@c;3.456 ~ false",
                "d;x@a;1.234@b;1.234.567@c;3.456 ~ false",
                "d;x@a;1@b;23@c;456 ~ false",
            })
    void threeDigitsBehindAPointAreAskedAbout(String text, boolean asked) throws IOException {
        Path file = texts.write(text.replace('@', '\n'));
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(table.doubts()).extracting(Doubt::setting).isEqualTo(asked ? List.of("decimal") : List.of());
        if (asked) {
            TableForm comma =
                    new TableForm("", Separator.FOUND, DecimalSign.COMMA, HeadLines.FOUND, DateOrder.FOUND, "", "");
            Table whole = Tables.read(file, comma);
            assertThat(whole.doubts()).isEmpty();
            assertThat(Arrays.stream(whole.columns().getLast().values())).allMatch(value -> value == Math.rint(value));
        }
    }

    /** Numbers that repeat, as counts and millimetres do, and one that is far from them. */
    @ParameterizedTest(name = "{0} among {1}")
    @CsvSource({
        "-9999,7,1,3,true",
        "-999,7,1,3,true",
        "-99,7,0.5,3,true",
        "9999,7,1,3,true",
        "999.9,7,0.5,3,true",
        "-999,2,1,3,true",
        "-999,7,1,2,false",
        "-999,7,300,3,false",
        "99,7,16,3,false",
        "-200,7,1,3,false",
        "40,7,1,3,false",
        "999,1,1,3,false",
    })
    void aUsualMarkFarFromNumbersThatRepeatIsAskedAbout(
            String marker, int different, double step, int times, boolean asked) throws IOException {
        StringBuilder text = new StringBuilder("d,x\n");
        for (int t = 0; t < 60; t++) {
            text.append((char) ('a' + t % 26)).append(t).append(',');
            text.append(t % 20 == 7 && t / 20 < times ? marker : Double.toString(20 + t * t % different * step));
            text.append('\n');
        }
        assertThat(Tables.read(texts.write(text.toString()), TableForm.FOUND).doubts())
                .extracting(Doubt::values)
                .isEqualTo(asked ? List.of(List.of(marker, "none")) : List.of());
    }
}
