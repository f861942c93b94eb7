package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.DateOrder;
import unroll.engine.table.DecimalSign;
import unroll.engine.table.Doubt;
import unroll.engine.table.HeadLines;
import unroll.engine.table.Separator;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** Numbers are read in all the ways in which people write them, and what is none is not taken for one. */
class NumbersOfTablesTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "1,2.5@-3,4e2@",
                "1;2.5@-3;4e2",
                "1\t2.5\r@-3\t4e2\r@",
                "1|2.5@-3|400",
                "1 2.5@-3 400",
                "  1.00    2.5@ -3.00  400.0@",
                "\uFEFF1,2.5@-3,4e2@",
                "@@ +1 , 2.50 @-3,400@@@",
                "\"1\",\"2.5\"@\"-3\",\"4E+2\"@",
                "'1','2.5'@'-3','4E+2'@",
                "1;2,5@-3;400,0",
                "1,2.5@@-3,400",
                "# two rows@1,2.5@# the last@-3,400",
                "1,2.5,,@-3,400,,@,,,@,,,",
                "1,2.5@\u22123,400",
                "1,2.5%@-3,400%",
                "$1,2.5@-$3,400",
                "1,2.5@(3),400",
                "1;2,5@-3;400,00",
                "1,2.5@-3,400@cut",
            })
    void numbersAreReadInAllTheirWays(String text) throws IOException {
        Table table = texts.read(text);
        assertThat(TextTables.names(table)).startsWith("column 1", "column 2");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.columns().get(0).values()).containsExactly(1, -3);
        assertThat(table.columns().get(1).values()).containsExactly(2.5, 400);
    }

    @Test
    void decimalCommasThatComeLateAreSeenToo() throws IOException {
        Table table = texts.read("a;b\n" + "5;1\n".repeat(1500) + "7,5;2\n".repeat(10));
        assertThat(table.columns().getFirst().largest()).isEqualTo(7.5);
        assertThat(table.found().decimal()).isEqualTo(DecimalSign.COMMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1f", "1-2", "1.2.3", "1,23,456", "12 34"})
    void whatIsNoNumberIsAWord(String cell) throws IOException {
        assertThat(TextTables.kinds(texts.read("a;b@x;\"" + cell + "\"@y;\"" + cell + "\"")))
                .containsExactly(ColumnKind.WORD, ColumnKind.WORD);
    }

    /** The first 1,000 rows do not show what comes later. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"03/04/2021,12/31/2021,TIME", "5,five,WORD", "7,2021-01-01,WORD"})
    void whatFollowsMuchLaterIsSeenToo(String early, String late, ColumnKind kind) throws IOException {
        String text = "a,x\n" + (early + ",1\n").repeat(1500) + (late + ",2\n").repeat(1500);
        Table table = texts.read(text);
        assertThat(TextTables.kinds(table)).containsExactly(kind, ColumnKind.NUMBER);
        assertThat(table.rows()).isEqualTo(3000);
        assertThat(table.columns().getFirst().missing()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "NA", "NaN", "null", "#N/A", "inf", "-", "?", "k.A.", "k. A.", "n.d.", "fehlt", "<NA>", "#NV",
                "#WERT!", "#BEZUG!"
            })
    void aMissingValueIsKeptAsOne(String word) throws IOException {
        Table table = texts.read("a,b@1,2@3," + word + "@5,6");
        assertThat(table.columns().get(1).missing()).isEqualTo(1);
        assertThat(table.columns().get(1).values()).containsExactly(2, Double.NaN, 6);
    }

    @Test
    void cellsThatStandForAMissingValueCanBeNamed() throws IOException {
        Path file = texts.write("a,b\n1,-200\n-200.0,2\n3,n.v.\n");
        TableForm form = new TableForm(
                "", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "-200, n.v.", "");
        Table table = Tables.read(file, form);
        assertThat(table.columns().get(0).values()).containsExactly(1, Double.NaN, 3);
        assertThat(table.columns().get(1).values()).containsExactly(Double.NaN, 2, Double.NaN);
    }

    @Test
    void aLargeFileIsReadWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 70_000; t++) {
            text.append(t).append(',').append(-t * 0.1).append(",0.125\n");
        }
        Table table = texts.read(text.toString());
        assertThat(table.rows()).isEqualTo(70_000);
        for (int t = 0; t < 70_000; t++) {
            assertThat(table.columns().get(0).values()[t]).isEqualTo(t);
            assertThat(table.columns().get(1).values()[t]).isEqualTo(-t * 0.1);
            assertThat(table.columns().get(2).values()[t]).isEqualTo(0.125);
        }
    }

    @Test
    void aColumnOfNumbersThatSomeWordsMakeWordsIsAskedAbout() throws IOException {
        StringBuilder text = new StringBuilder("t,x\n");
        for (int r = 0; r < 20; r++) {
            text.append(r)
                    .append(',')
                    .append(r % 4 == 3 ? r % 8 == 3 ? "<1" : "~5" : "2.5")
                    .append('\n');
        }
        Path file = texts.write(text.toString());
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(table.columns().getLast().kind()).isEqualTo(ColumnKind.WORD);
        assertThat(table.doubts()).hasSize(1);
        Doubt doubt = table.doubts().getFirst();
        assertThat(doubt.sentence())
                .isEqualTo(
                        "'x' holds 15 numbers and 5 words, the first of them '<1' in line 5, and was taken for words:"
                                + " do these stand for missing values, or are they words (none)?");
        assertThat(doubt.setting()).isEqualTo("missing");
        assertThat(doubt.values()).containsExactly("<1, ~5", "none");
        TableForm answered =
                new TableForm("", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "<1, ~5", "");
        assertThat(Tables.read(file, answered).columns().getLast().missing()).isEqualTo(5);
        assertThat(Tables.read(file, answered).doubts()).isEmpty();
    }

    @Test
    void columnsOfWordsAmongWhichAreNumbersAreNotAskedAbout() throws IOException {
        assertThat(texts.read("house,x@12,1@12a,2@12b,3@14c,4@15a,5@16c,6@17,7@18f,8")
                        .doubts())
                .isEmpty();
        assertThat(texts.read("room,x@kitchen,1@12,2@hall,3@attic,4@cellar,5").doubts())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a,b@1,2@3,Inf@5,6@ ~ One value of 'b' is infinite, and counts as missing.",
                "a,b@1,2@-Infinity,3@+inf,4@5,6@7,8@ ~ 2 values of 'a' are infinite, and count as missing.",
                "a,b@1,2@3,NaN@5,6@ ~ ``",
                "a,b@1,2@3,4@5,6@Total,inf@ ~ ``",
            })
    void whatIsInfiniteIsSaidToBeSo(String text, String said) throws IOException {
        assertThat(texts.read(text).understood().stream()
                        .filter(sentence -> sentence.contains("infinite"))
                        .toList())
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }
}
