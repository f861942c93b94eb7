package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

/** JSON lines, ARFF and the archives of time series, as their descriptions have them, and texts that are packed. */
class TextFormatsTest {
    private static final double NONE = Double.NaN;

    private static final String ARFF = """
        % a tank
        @RELATION 'my tank'
        @attribute when date "dd/MM/yyyy HH:mm"
        @attribute 'the level' NUMERIC
        @attribute valve {open, 'nearly shut', 0}
        @Attribute rain real
        @attribute note string
        @data
        """;

    @TempDir
    private Path folder;

    private Table read(String name, String text) throws IOException {
        return Tables.read(Files.writeString(folder.resolve(name), text), TableForm.FOUND);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static double[] column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static List<String> words(Column column) {
        return Arrays.stream(column.values())
                .mapToObj(value -> Double.isNaN(value) ? "" : column.words().get((int) value))
                .toList();
    }

    private static String time(double seconds) {
        return Instant.ofEpochMilli(Math.round(1000 * seconds)).toString();
    }

    @Test
    void keysOfJsonLinesAreColumnsWhereverTheyComeFirst() throws IOException {
        Table table = read("a.jsonl", """
            {"t": "2021-03-04T05:06:07Z", "x": 1.5, "in": {"deep": -2e3}, "on": true}

            {"x": null, "in": {"deep": 7}, "on": false, "t": "2021-03-04T05:07:07Z", "late": 9}
            {"t": "2021-03-04T05:08:07Z", "in": {}, "x": NaN, "word": "12,5"}
            {"x": 1.234}
            """);
        assertThat(names(table)).containsExactly("t", "x", "in.deep", "on", "late", "word");
        assertThat(time(column(table, "t")[1])).isEqualTo("2021-03-04T05:07:07Z");
        assertThat(column(table, "x")).containsExactly(1.5, NONE, NONE, 1.234);
        assertThat(column(table, "in.deep")).containsExactly(-2000, 7, NONE, NONE);
        assertThat(column(table, "on")).containsExactly(1, 0, NONE, NONE);
        assertThat(column(table, "late")).containsExactly(NONE, 9, NONE, NONE);
    }

    @Test
    void aLineWhoseValuesAreAllMissingIsARow() throws IOException {
        assertThat(column(read("a.ndjson", "{\"x\":1}\n{\"x\":null}\n{}\n{\"x\":2}"), "x"))
                .containsExactly(1, NONE, NONE, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"x\": [1,2]} ~ line 2, column 1: the line has a list under 'x'",
                "[1,2] ~ line 2, column 1: the line is no JSON object",
                "{\"x\": 1 ~ line 2, column 1: the line is no whole JSON object",
                "{\"x\": 1} {\"x\": 2} ~ line 2, column 1: the line goes on behind its JSON object",
                "hello ~ line 2, column 1: the line is no JSON object",
            })
    void linesThatAreNoRowsAreRefused(String line, String complaint) {
        assertThatThrownBy(() -> read("a.jsonl", "{\"x\": 0}\n" + line + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void hostileJsonIsRefusedBeforeItFillsTheMemory() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 10_001; i++) {
            keys.append("{\"k").append(i).append("\":1}\n");
        }
        assertThatThrownBy(() -> read("a.jsonl", keys.toString())).hasMessageContaining("more than 10000");
        assertThatThrownBy(() -> read("a.jsonl", "{\"a\":".repeat(10_000)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void arffIsReadByItsDeclarations() throws IOException {
        Table table = read("a.arff", ARFF + """
            '03/04/2021 10:00',1.5,open,0,'it\\'s, wet'
            % between
            "03/05/2021 10:00", ?, 'nearly shut', 2e-1, "dry"
            04/05/2021 10:00,3,0,?,?
            """);
        assertThat(names(table)).containsExactly("when", "the level", "valve", "rain", "note");
        assertThat(time(column(table, "when")[0])).isEqualTo("2021-04-03T10:00:00Z");
        assertThat(time(column(table, "when")[2])).isEqualTo("2021-05-04T10:00:00Z");
        assertThat(column(table, "the level")).containsExactly(1.5, NONE, 3);
        assertThat(words(table.columns().get(2))).containsExactly("open", "nearly shut", "0");
        assertThat(column(table, "rain")).containsExactly(0, 0.2, NONE);
        assertThat(words(table.columns().get(4))).containsExactly("it's, wet", "dry", "");
        assertThat(table.doubts()).isEmpty();
    }

    @Test
    void sparseRowsHaveZerosWhereTheySayNothing() throws IOException {
        Table table = read("a.arff", """
            @relation r
            @attribute a real
            @attribute b {no,yes}
            @attribute c integer
            @data
            {0 1.5, 2 4}
            {1 yes}
            {}
            {2 ?}
            """);
        assertThat(column(table, "a")).containsExactly(1.5, 0, 0, 0);
        assertThat(words(table.columns().get(1))).containsExactly("no", "yes", "no", "no");
        assertThat(column(table, "c")).containsExactly(4, 0, 0, NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "@attribute a real@@data@1,2 ~ line 3, column 2: the row has 2 values where 1 attributes",
                "@attribute a relational@@data@1 ~ line 1, column 1: the attribute 'a' is of the type 'relational'",
                "@attribute a real@1 ~ line 2, column 1: '1' where @attribute or @data is expected",
                "@attribute a real ~ ends without the line @data",
                "@data@1 ~ declares no attribute",
                "@attribute a date yyyy@@data@2020-1 ~ line 3, column 1: '2020-1' is no date as the attribute 'a'",
                "@attribute a real@@data@{7 1} ~ line 3, column 1: '7 1' is no place and value",
            })
    void whatIsNoArffIsRefused(String text, String complaint) {
        assertThatThrownBy(() -> read("a.arff", text.replace("@@", "\n@").replaceAll("@(?=[0-9{])", "\n")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void casesOfAnArchiveAreSeriesWithTheirClass() throws IOException {
        Table table = read("a.ts", """
            # two pens
            @problemName Pens
            @timeStamps false
            @missing true
            @univariate false
            @dimensions 2
            @equalLength false
            @classLabel true 1 2
            @data
            1,2,?:0.5,NaN,-1e2:1
            7,8:9,10:2
            """);
        assertThat(names(table)).containsExactly("name", "dimension 1", "dimension 2", "class");
        assertThat(words(table.columns().get(0)))
                .containsExactly("series 1", "series 1", "series 1", "series 2", "series 2");
        assertThat(column(table, "dimension 1")).containsExactly(1, 2, NONE, 7, 8);
        assertThat(column(table, "dimension 2")).containsExactly(0.5, NONE, -100, 9, 10);
        assertThat(words(table.columns().get(3))).containsExactly("1", "1", "1", "2", "2");
        assertThat(table.declared())
                .containsExactly(Declared.SERIES, Declared.NOTHING, Declared.NOTHING, Declared.WORDS);
    }

    @Test
    void casesMayHaveTimes() throws IOException {
        Table table = read("a.ts", """
            @timeStamps true
            @univariate true
            @classLabel false
            @data
            (2007-01-01 00:00:00,241.97),(2007-01-01 00:00:30,-1)
            (2008-01-01 00:00:00,3),(2008-01-01 00:00:30,?)
            """);
        assertThat(names(table)).containsExactly("name", "time", "value");
        assertThat(column(table, "value")).containsExactly(241.97, -1, 3, NONE);
        assertThat(time(column(table, "time")[1])).isEqualTo("2007-01-01T00:00:30Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "@univariate true@@data@1,2:3 ~ line 3, column 1: the case has 2 parts between colons where the head"
                        + " has 1 dimension;",
                "@dimension 2@@data@1,2:3 ~ line 3, column 1: dimension 2 has 1 values where the first has 2",
                "@timestamps true@@univariate true@@data@1,2 ~ line 4, column 1: '1' is no time and value in brackets",
                "@timestamps true@@dimension 2@@data@(1,2):(2,2) ~ line 4, column 1: dimension 2 has other times",
                "@univariate false@@data@1 ~ @dimension is missing",
                "@dimension 99999@@data@1 ~ no number of dimensions",
                "const x = 1; ~ line 1, column 1: no line of a head",
            })
    void whatIsNoArchiveIsRefused(String text, String complaint) {
        assertThatThrownBy(() -> read("a.ts", text.replace("@@", "\n@").replaceAll("@(?=[0-9(])", "\n")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "yearly, 2014-01-31T00:00:00Z",
        "quarterly, 2012-07-31T00:00:00Z",
        "monthly, 2012-03-31T00:00:00Z",
        "weekly, 2012-02-14T00:00:00Z",
        "daily, 2012-02-02T00:00:00Z",
        "half_hourly, 2012-01-31T01:00:00Z",
        "10_minutes, 2012-01-31T00:20:00Z",
        "4_seconds, 2012-01-31T00:00:08Z",
    })
    void seriesOfTheMonashArchiveHaveTimesByTheirFrequency(String frequency, String third) throws IOException {
        Table table = read("a.tsf", """
            # Dataset
            @relation tourism
            @attribute series_name string
            @attribute start_timestamp date
            @attribute place string
            @frequency %s
            @horizon 4
            @missing true
            @equallength false
            @data
            T1:2012-01-31 00-00-00:7:1,2.5,?,4
            T2:1990-12-31 00-00-00:home:5,6
            """.formatted(frequency));
        assertThat(names(table)).containsExactly("series_name", "time", "value", "place");
        assertThat(words(table.columns().get(0))).containsExactly("T1", "T1", "T1", "T1", "T2", "T2");
        assertThat(column(table, "value")).containsExactly(1, 2.5, NONE, 4, 5, 6);
        assertThat(words(table.columns().get(3))).startsWith("7").endsWith("home");
        assertThat(time(column(table, "time")[2])).isEqualTo(third);
    }

    @Test
    void seriesOfTheMonashArchiveMayHaveNoTimes() throws IOException {
        Table table = read("a.tsf", "@attribute series_name string\n@data\nT1:1,2,3\nT2:4,5\n");
        assertThat(names(table)).containsExactly("series_name", "value");
        assertThatThrownBy(() -> read("b.tsf", "@attribute series_name string\n@data\nT1:1,2,3\nT2:x:4,5\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("2 parts before its values where the head has 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv.gz", "a.tsv.gz", "A.CSV.GZ", "named-otherwise.csv"})
    void packedTextsAreRead(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] rows = "a\tb\n1\t2.5\n3\t4\n".getBytes(StandardCharsets.UTF_16LE);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(rows);
        }
        Table table = Tables.read(file, TableForm.FOUND);
        assertThat(names(table)).containsExactly("a", "b");
        assertThat(column(table, "b")).containsExactly(2.5, 4);

        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("is cut off; copy it again");
        whole[12] ^= 0x55;
        whole[14] ^= 0x55;
        Files.write(file, whole);
        assertThatThrownBy(() -> Tables.read(file, TableForm.FOUND)).isInstanceOf(DataException.class);
    }

    @Test
    void columnsOfJsonLinesStandAsTheyFirstAppear() throws IOException {
        Path file = Files.writeString(folder.resolve("order.jsonl"), """
            {"zeta": 1, "beta": 2, "alpha": {"y": 3, "x": 4}}
            {"beta": 5, "new": 6, "zeta": 7}
            """);
        assertThat(Tables.read(file, TableForm.FOUND).columns())
                .extracting(Column::name)
                .containsExactly("zeta", "beta", "alpha.y", "alpha.x", "new");
    }
}
