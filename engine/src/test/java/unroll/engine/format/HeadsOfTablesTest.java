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
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;

/** What stands before the values of a table is told from them: titles, comments, names and units. */
class HeadsOfTablesTest {
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
        Table table = texts.read(text);
        assertThat(TextTables.names(table)).startsWith("a", "b; c");
        assertThat(TextTables.numbers(table)).startsWith(1.0, 2.0).endsWith(3.0, 4.0);
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
        assertThat(String.join("|", TextTables.names(texts.read(text)))).isEqualTo(names);
    }

    @Test
    void wordsOfLinesThatAreNoRowsAreNoneOfTheColumns() throws IOException {
        Table table = texts.read("a title,here@kind,x@wet,1@dry,2@wet,3@the end@");
        assertThat(table.columns().getFirst().words()).containsExactly("wet", "dry");
        assertThat(table.columns().getFirst().values()).containsExactly(0, 1, 0);
    }

    /** What yfinance, pandas and loggers of weather stations write; the last line of a head may name the rows only. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "Price,Close,High,Volume@Ticker,AAPL,AAPL,AAPL@Date,,,@2024-01-02,1.5,2,3@2024-01-03,4,5,6@2024-01-04,7,8,9"
                    + " ~ Date|Close AAPL|High AAPL|Volume AAPL",
                "Price,Close,Close,High,High@Ticker,A,B,A,B@Date,,,,@2024-01-02,1.5,2,3,4@2024-01-03,4,5,6,7"
                        + " ~ Date|Close A|Close B|High A|High B",
                ",load,load,wind@,a,b,a@0,1,2,3@1,4,5,6@2,7,8,9 ~ column 1|load a|load b|wind a",
                "Station seven@when,x,y@TS,C,m@,Avg,Smp@2024-01-02,1.5,2@2024-01-03,4,5 ~ when TS|x C Avg|y m Smp",
                ",north,,south,@day,low,high,low,high@2024-01-02,1,2,3,4@2024-01-03,5,6,7,8"
                        + " ~ day|north low|north high|south low|south high",
                "when,x,y@s,C,m@0,1.5,2@1,4,5 ~ when|x|y",
            })
    void linesOfAHeadAreJoinedIntoOneNameOfEachColumn(String text, String names) throws IOException {
        Table table = texts.read(text);
        assertThat(String.join("|", TextTables.names(table))).isEqualTo(names);
        assertThat(table.rows()).isEqualTo(2 + (text.contains("7,8,9") ? 1 : 0));
        Table again = Tables.read(table.file(), table.found());
        assertThat(TextTables.names(again)).as("by the form that was found").isEqualTo(TextTables.names(table));
        assertThat(again.rows()).isEqualTo(table.rows());
    }

    @Test
    void whichLinesAreTheHeadIsSaid() throws IOException {
        assertThat(texts.read("Price,Close,High@Ticker,A,A@Date,,@2024-01-02,1.5,2@2024-01-03,4,5")
                        .understood())
                .contains("Lines 1 to 3 were taken as the columns' names.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Data Source,Weather service@@Last"
                        + " Updated,2024-06-28@@day,a,b,c,d@2020-01-01,1,2,3,4@2020-01-02,5,6,7,8",
                "Data Source,Weather service,,,@,,,,@Last"
                        + " Updated,2024-06-28,,,@day,a,b,c,d@2020-01-01,1,2,3,4@2020-01-02,5,6,7,8",
            })
    void aBlockOfTitlesBeforeTheHeadIsNoneOfTheTable(String text) throws IOException {
        Table table = texts.read(text);
        assertThat(TextTables.names(table)).containsExactly("day", "a", "b", "c", "d");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.understood()).contains("Lines 1 to 3 were taken as a title.");
    }

    /** As the World Bank and others lay their tables: a row is a series, a column a year or a day. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "\"Data Source\",\"World Development Indicators\",@@\"Last Updated Date\",\"2024-06-28\",@@"
                        + "\"Country Name\",\"Code\",\"Indicator\",\"1960\",\"1961\",\"1962\",\"1963\",@"
                        + "\"Aruba\",\"ABW\",\"Population, total\",\"1\",\"2\",\"3\",\"4\",@"
                        + "\"Nowhere\",\"NWH\",\"Population, total\",\"\",\"\",\"\",\"\",@"
                        + "\"Angola\",\"AGO\",\"Population, total\",\"5\",\"6.5\",\"7\",\"\",@"
                        + " ~ Country Name|Aruba|Angola ~ 1960|1961|1962|1963 ~ 1 2 3 4 5 6.5 7 NaN",
                "Series Name,Country,1960 [YR1960],1961 [YR1961],1962 [YR1962]@Population,Aruba,1,2,..@"
                        + "Area,Aruba,4,5.5,6@Population,Angola,7,8,9"
                        + " ~ Series Name, Country|Population, Aruba|Area, Aruba|Population, Angola ~ 1960|1961|1962"
                        + " ~ 1 2 NaN 4 5.5 6 7 8 9",
                "Province,Country,Lat,1/22/20,1/23/20,1/24/20,1/25/20@,Chad,12.5,0,1,5,7@North,Peru,-9.2,3,4,4,4"
                        + " ~ Country|Chad|Peru"
                        + " ~ 2020-01-22T00:00:00Z|2020-01-23T00:00:00Z|2020-01-24T00:00:00Z|2020-01-25T00:00:00Z"
                        + " ~ 0 1 5 7 3 4 4 4",
                "site;1990;1991;1992@a;1,5;2,5;3@b;4;5;6 ~ site|a|b ~ 1990|1991|1992 ~ 1.5 2.5 3 4 5 6",
            })
    void aTableThatIsLaidAcrossIsTurnedAndSaidToBe(String text, String series, String times, String values)
            throws IOException {
        Table table = texts.read(text);
        List<String> names = List.of(series.split("\\|"));
        assertThat(TextTables.names(table))
                .containsExactly(names.getFirst(), times.contains("-") ? "time" : "year", "value");
        assertThat(table.columns().getFirst().words()).isEqualTo(names.subList(1, names.size()));
        assertThat(table.declared()).containsExactly(Declared.SERIES, Declared.TIME, Declared.NOTHING);
        assertThat(table.columns().getLast().values())
                .containsExactly(Arrays.stream(values.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
        List<String> when = List.of(times.split("\\|"));
        for (int r = 0; r < table.rows(); r++) {
            Column time = table.columns().get(1);
            assertThat(
                            time.kind() == ColumnKind.TIME
                                    ? TextTables.time(time, r)
                                    : String.valueOf((int) time.values()[r]))
                    .isEqualTo(when.get(r % when.size()));
        }
        assertThat(String.join(" ", table.understood())).contains("laid across").contains("each of its ");
        assertThat(table.doubts()).isEmpty();
        assertThat(Tables.read(table.file(), table.found()).columns().getLast().values())
                .as("by the form that was found")
                .containsExactly(table.columns().getLast().values());
    }

    @Test
    void whatIsLeftOutOfATableLaidAcrossIsSaid() throws IOException {
        Table table = texts.read("a title@site,Lat,1990,1991,1992@a,1,2,3,4@b,5,,,@c,6,7,8,9@@Data from: somewhere@");
        assertThat(table.rows()).isEqualTo(6);
        assertThat(table.understood())
                .contains("Line 1 was taken as a title.", "Line 2 was taken as the columns' names.")
                .contains(
                        "The table is laid across: its columns '1990' to '1992' are times, and each of its 2 rows is a"
                                + " series, named by site.")
                .contains("Its other columns are left out: Lat.")
                .contains("2 lines without a value of any time are left out.");
    }

    @Test
    void yearsAsColumnsBesideTimesDownTheRowsAreColumns() throws IOException {
        assertThat(TextTables.names(texts.read("date,2019,2020,2021@01-01,1.5,2,3@01-02,4,5,6@01-03,7,8,9")))
                .containsExactly("date", "2019", "2020", "2021");
        assertThat(TextTables.names(texts.read("name,born,died@Ada,1815,1852@Emmy,1882,1935@Sofja,1850,1891")))
                .containsExactly("name", "born", "died");
        assertThat(TextTables.names(texts.read("month,2019,2020,2021@Jan,1,2,3@Feb,4,5,6@Mar,7,8,9")))
                .as("time goes both ways")
                .containsExactly("month", "2019", "2020", "2021");
        assertThat(texts.read("Ada,2001,2002@Emmy,2003,2005@Sofja,2002,2004").rows())
                .isEqualTo(3);
    }
}
