package unroll.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;

class TablesTest {
    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text);
    }

    /** With @ for the end of a line. */
    private Table read(String text) throws IOException {
        return Tables.read(write(text.replace('@', '\n')), TableForm.FOUND);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static List<ColumnKind> kinds(Table table) {
        return table.columns().stream().map(Column::kind).toList();
    }

    /** All numbers, row by row. */
    private static List<Double> numbers(Table table) {
        return IntStream.range(0, table.rows())
                .boxed()
                .flatMap(row -> table.columns().stream().map(column -> column.values()[row]))
                .toList();
    }

    private static String time(Column column, int row) {
        return Instant.ofEpochMilli(Math.round(1000 * column.values()[row])).toString();
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
        Table table = read(text);
        assertThat(names(table)).startsWith("column 1", "column 2");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.columns().get(0).values()).containsExactly(1, -3);
        assertThat(table.columns().get(1).values()).containsExactly(2.5, 400);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "a,\"b; c\"@1,2@3,4",
                "\uFEFF\"a\",\"b; c\"@1,2@3,4",
                " a \t b; c @1\t2@3\t4",
                "a;\"b; c\"@1;2@3;4",
                "a,b; c@m,l/s@1,2@3,4",
                "Tank of 2031@a,b; c@1,2@3,4",
                "Tank of 2031,@a,b; c@1,2@3,4",
                "sep=;@a;\"b; c\"@1;2@3;4",
                "# my tank@a,b; c@1,2@3,4",
                "# my tank@# a,b; c@1,2@3,4",
                "a,b; c,@1,2@3,4",
            })
    void namesAreFoundBehindTitlesAndCommentsAndBeforeUnits(String text) throws IOException {
        Table table = read(text);
        assertThat(names(table)).startsWith("a", "b; c");
        assertThat(numbers(table)).startsWith(1.0, 2.0).endsWith(3.0, 4.0);
        assertThat(table.rows()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "401,402@0.5,1@0.7,3@0.1,2 ~ 401|402",
                "\"2001\",\"2002\"@2001.5,2000@2002,2003@2004,2001 ~ 2001|2002",
                "0,1,2@7,3,9@5,4,2@8,1,1 ~ 0|1|2",
                ",0@1821,269@1822,321@1823,585 ~ column 1|0",
                "level,PM,10@1,2,3@4,5,6 ~ level|PM|10",
                "a,a,b@1,2,3@4,5,6 ~ a|a 2|b",
                "\"x\" \"y\"@\"1\" 5 2@\"2\" 6 3 ~ column 1|x|y",
                "5,6@7,8@4,5 ~ column 1|column 2",
                "1,2,3@4,5,6@7,8,9 ~ column 1|column 2|column 3",
                "2001,2002@2003,2004@2005,2006 ~ column 1|column 2",
            })
    void aFirstLineOfNumbersIsNamesOnlyWhereItIsUnlikeTheOthers(String text, String names) throws IOException {
        assertThat(String.join("|", names(read(text)))).isEqualTo(names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "1949-01@1949-02@1949-03 ~ 1949-01-01T00:00:00Z ~ 1949-03-01T00:00:00Z",
                "1981-01-01@1981-01-02 ~ 1981-01-01T00:00:00Z ~ 1981-01-02T00:00:00Z",
                "2016-07-01 00:00:00@2016-07-01 01:00:00 ~ 2016-07-01T00:00:00Z ~ 2016-07-01T01:00:00Z",
                "2016-07-01T00:00Z@2016-07-01T03:00+02:00 ~ 2016-07-01T00:00:00Z ~ 2016-07-01T01:00:00Z",
                "2016-07-01T00:00:00.5@2016-07-01T00:00:01.25 ~ 2016-07-01T00:00:00.500Z ~ 2016-07-01T00:00:01.250Z",
                "2016-07-01@2016-07-01 12:00 ~ 2016-07-01T00:00:00Z ~ 2016-07-01T12:00:00Z",
                "31.12.2019@01.01.2020 ~ 2019-12-31T00:00:00Z ~ 2020-01-01T00:00:00Z",
                "12/31/2019@1/1/2020 ~ 2019-12-31T00:00:00Z ~ 2020-01-01T00:00:00Z",
                "31/12/19@01/01/20 ~ 2019-12-31T00:00:00Z ~ 2020-01-01T00:00:00Z",
                "6/11/2001  11:50:00 PM@6/12/2001  12:00:00 AM@6/12/2001  12:10:00 AM ~ 2001-06-11T23:50:00Z ~"
                        + " 2001-06-12T00:10:00Z",
                "Jan 2020@Feb 2020 ~ 2020-01-01T00:00:00Z ~ 2020-02-01T00:00:00Z",
                "Jan-69@Feb-69 ~ 1969-01-01T00:00:00Z ~ 1969-02-01T00:00:00Z",
                "Dec-99@Jan-00 ~ 1999-12-01T00:00:00Z ~ 2000-01-01T00:00:00Z",
                "3. M\u00e4rz 2021@4. Mai 2021 ~ 2021-03-03T00:00:00Z ~ 2021-05-04T00:00:00Z",
                "\"Monday, 3 January 2022\"@\"Tuesday, 4 January 2022\" ~ 2022-01-03T00:00:00Z ~ 2022-01-04T00:00:00Z",
                "2019Q4@2020Q1 ~ 2019-10-01T00:00:00Z ~ 2020-01-01T00:00:00Z",
                "2020-W01@2020-W02 ~ 2019-12-30T00:00:00Z ~ 2020-01-06T00:00:00Z",
                "20191231@20200101 ~ 2019-12-31T00:00:00Z ~ 2020-01-01T00:00:00Z",
                "2019123123@2020010100 ~ 2019-12-31T23:00:00Z ~ 2020-01-01T00:00:00Z",
                "1900000000000@1900000001500@1900000003000 ~ 2030-03-17T17:46:40Z ~ 2030-03-17T17:46:43Z",
                "1900000000@1900000001@1900000007 ~ 2030-03-17T17:46:40Z ~ 2030-03-17T17:46:47Z",
            })
    void timesOfAllUsualKindsAreRead(String cells, String first, String last) throws IOException {
        String rows =
                Arrays.stream(cells.split("@")).map(cell -> cell + ",1.5\n").collect(Collectors.joining());
        Table table = read("date,x@" + rows);
        Column dates = table.columns().getFirst();
        assertThat(dates.kind()).isEqualTo(ColumnKind.TIME);
        assertThat(dates.dated()).isTrue();
        assertThat(time(dates, 0)).isEqualTo(first);
        assertThat(time(dates, table.rows() - 1)).isEqualTo(last);
        assertThat(table.doubts()).isEmpty();
    }

    @Test
    void aClockAloneIsATimeWithoutADay() throws IOException {
        Column clock = read("time,x@0:00.000,1@0:00.003,2@1:00.5,3").columns().getFirst();
        assertThat(clock.kind()).isEqualTo(ColumnKind.TIME);
        assertThat(clock.dated()).isFalse();
        assertThat(clock.values()).containsExactly(0, 0.003, 60.5);
    }

    @Test
    void whatCannotBeToldIsDoubtedAndSettledByASetting() throws IOException {
        Path file = write("d,x\n3/4/2021,1\n4/4/2021,2\n5/4/2021,4\n");
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(table.doubts()).extracting(Doubt::setting).containsExactly("dates");
        TableForm settled =
                new TableForm("", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.DAY_FIRST, "", "");
        Table other = Tables.read(file, settled);
        assertThat(other.doubts()).isEmpty();
        assertThat(time(other.columns().getFirst(), 0)).isEqualTo("2021-04-03T00:00:00Z");

        Path thousands = write("x;y\n1,234;1\n2,345;2\n");
        assertThat(Tables.read(thousands, TableForm.FOUND).doubts())
                .extracting(Doubt::setting)
                .containsExactly("decimal");
        TableForm comma =
                new TableForm("", Separator.FOUND, DecimalSign.COMMA, HeadLines.FOUND, DateOrder.FOUND, "", "");
        assertThat(Tables.read(thousands, comma).columns().getFirst().values()).containsExactly(1.234, 2.345);

        assertThat(Tables.read(write("10,01\n11,50\n9,07\n"), TableForm.FOUND).doubts())
                .extracting(Doubt::setting)
                .containsExactly("separator");
    }

    @Test
    void wordsOfLinesThatAreNoRowsAreNoneOfTheColumns() throws IOException {
        Table table = read("a title,here@kind,x@wet,1@dry,2@wet,3@the end@");
        assertThat(table.columns().getFirst().words()).containsExactly("wet", "dry");
        assertThat(table.columns().getFirst().values()).containsExactly(0, 1, 0);
    }

    @Test
    void aDoubtIsSettledByTheChoiceThatWasTakenAnyway() throws IOException {
        Path file = write("10,01\n11,50\n9,07\n");
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

    @Test
    void aThreadThatIsInterruptedReadsNoFurther() throws IOException {
        Path file = write("a,b\n1,2\n3,4\n");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted())
                .as("whoever interrupted it clears that")
                .isTrue();
        assertThat(Tables.read(file, TableForm.FOUND).rows()).isEqualTo(2);
    }

    /** The first 1,000 rows do not show what comes later. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"03/04/2021,12/31/2021,TIME", "5,five,WORD", "7,2021-01-01,WORD"})
    void whatFollowsMuchLaterIsSeenToo(String early, String late, ColumnKind kind) throws IOException {
        String text = "a,x\n" + (early + ",1\n").repeat(1500) + (late + ",2\n").repeat(1500);
        Table table = read(text);
        assertThat(kinds(table)).containsExactly(kind, ColumnKind.NUMBER);
        assertThat(table.rows()).isEqualTo(3000);
        assertThat(table.columns().getFirst().missing()).isZero();
    }

    @Test
    void decimalCommasThatComeLateAreSeenToo() throws IOException {
        Table table = read("a;b\n" + "5;1\n".repeat(1500) + "7,5;2\n".repeat(10));
        assertThat(table.columns().getFirst().largest()).isEqualTo(7.5);
        assertThat(table.found().decimal()).isEqualTo(DecimalSign.COMMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "NaN", "null", "#N/A", "inf", "-", "?"})
    void aMissingValueIsKeptAsOne(String word) throws IOException {
        Table table = read("a,b@1,2@3," + word + "@5,6");
        assertThat(table.columns().get(1).missing()).isEqualTo(1);
        assertThat(table.columns().get(1).values()).containsExactly(2, Double.NaN, 6);
    }

    @Test
    void cellsThatStandForAMissingValueCanBeNamed() throws IOException {
        Path file = write("a,b\n1,-200\n-200.0,2\n3,n.v.\n");
        TableForm form = new TableForm(
                "", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "-200, n.v.", "");
        Table table = Tables.read(file, form);
        assertThat(table.columns().get(0).values()).containsExactly(1, Double.NaN, 3);
        assertThat(table.columns().get(1).values()).containsExactly(Double.NaN, 2, Double.NaN);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "``~: holds no numbers",
                "` `~: holds no numbers",
                "a,b@~: holds names of columns and no numbers",
                "a,b@1,2@3@4,5~, line 3, column 2: the row has 1 value where line 1 has 2; complete it or take it out",
                "1,2@3,4,5@1,1~, line 2, column 3: the row has 3 values where the others have 2; complete it or take"
                        + " it out",
                "1,2@3,4@3,4,5~, line 3, column 3: the row has 3 values where the others have 2; complete it or take"
                        + " it out",
                "v@1@2@3@4@5@6@7@8@9@10@11@abc~, line 13, column 1: 'abc' is not a number as the other cells of 'v'"
                        + " are; correct it, or, if it stands for a missing value, say so (setting form.missing)",
                "1,2@3,1e999@~, line 2, column 2: '1e999' is too large for a number, as the cells of 'column 2' are;"
                        + " correct it, or, if it stands for a missing value, say so (setting form.missing)",
                "1,2@3,\"4@5,6~, line 2, column 1: no table: Unclosed quoted field at end of input (record starting at"
                        + " line 2)",
            })
    void damagedFilesAreRefusedWithTheirPlace(String text, String complaint) throws IOException {
        Path file = write(text.replace('@', '\n'));
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessage(file + complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1f", "1-2", "1.2.3", "1,23,456", "12 34"})
    void whatIsNoNumberIsAWord(String cell) throws IOException {
        assertThat(kinds(read("a;b@x;\"" + cell + "\"@y;\"" + cell + "\"")))
                .containsExactly(ColumnKind.WORD, ColumnKind.WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodingsAreFound(String encoding) throws IOException {
        Path file = folder.resolve("encoded.csv");
        Files.write(file, "\u00b0C,na\u00efve\n1,2\n3,4\n".getBytes(Charset.forName(encoding)));
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(names(table)).containsExactly("\u00b0C", "na\u00efve");
        assertThat(numbers(table)).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void anEncodingThatIsWrongIsRefused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "1,2\n3,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        for (String wanted : List.of("UTF-8", "EBCDIC-of-home")) {
            TableForm form =
                    new TableForm(wanted, Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", "");
            assertThatThrownBy(() -> Tables.read(file, form))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(wanted);
        }
        Files.write(file, new byte[] {0, 1, 2, 3, 'a', ','});
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).hasMessageContaining("no text has");
        assertThatThrownBy(() -> Tables.read(folder.resolve("none.csv"), TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("does not exist");
    }

    @Test
    void aLargeFileIsReadWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 70_000; t++) {
            text.append(t).append(',').append(-t * 0.1).append(",0.125\n");
        }
        Table table = read(text.toString());
        assertThat(table.rows()).isEqualTo(70_000);
        for (int t = 0; t < 70_000; t++) {
            assertThat(table.columns().get(0).values()[t]).isEqualTo(t);
            assertThat(table.columns().get(1).values()[t]).isEqualTo(-t * 0.1);
            assertThat(table.columns().get(2).values()[t]).isEqualTo(0.125);
        }
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
        Path file = write(text.toString());
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
}
