package unroll.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/** Dates and clocks are read in all the ways in which people write them. */
class TimesOfTablesTest {
    @TempDir
    private Path folder;

    private TextTables texts;

    @BeforeEach
    void setUp() {
        texts = new TextTables(folder);
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
        Table table = texts.read("date,x@" + rows);
        Column dates = table.columns().getFirst();
        assertThat(dates.kind()).isEqualTo(ColumnKind.TIME);
        assertThat(dates.dated()).isTrue();
        assertThat(TextTables.time(dates, 0)).isEqualTo(first);
        assertThat(TextTables.time(dates, table.rows() - 1)).isEqualTo(last);
        assertThat(table.doubts()).isEmpty();
    }

    @Test
    void aClockAloneIsATimeWithoutADay() throws IOException {
        Column clock =
                texts.read("time,x@0:00.000,1@0:00.003,2@1:00.5,3").columns().getFirst();
        assertThat(clock.kind()).isEqualTo(ColumnKind.TIME);
        assertThat(clock.dated()).isFalse();
        assertThat(clock.values()).containsExactly(0, 0.003, 60.5);
    }

    @Test
    void timesWithZonesAreSaidToBeShownInUniversalTime() throws IOException {
        Table local = texts.read("when,x@2024-01-01T00:00+02:00,1@2024-01-01T01:00+02:00,2@2024-01-01T02:00+02:00,3");
        assertThat(TextTables.time(local.columns().getFirst(), 0)).isEqualTo("2023-12-31T22:00:00Z");
        assertThat(local.columns().getFirst().universal()).isTrue();
        assertThat(local.understood())
                .contains("The times of 'when' are written with zones, and are given in universal time (UTC).");
        Table universal = texts.read("when,x@2024-01-01T00:00Z,1@2024-01-01T01:00Z,2@2024-01-01T02:00Z,3");
        assertThat(universal.columns().getFirst().universal()).isTrue();
        Table plain = texts.read("when,x@2024-01-01T00:00,1@2024-01-01T01:00,2@2024-01-01T02:00,3");
        assertThat(plain.columns().getFirst().universal()).isFalse();
        assertThat(plain.understood()).noneMatch(sentence -> sentence.contains("UTC"));
    }

    /** Months before years may stand behind a point as decimals do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "m;x@10.2000;37@11.2000;7@12.2000;4@01.2001;5 ~ TIME",
                "m;x@10.2000;37,5@11.2000;7,5@12.2000;4,1@01.2001;5,2 ~ TIME",
                "m;x@01.2001;37@12.2000;7@11.2000;4@10.2000;5 ~ TIME",
                "m;x@10.2000;37@12.2000;7@01.2001;4@02.2001;5 ~ TIME",
                "m;x@10.2000;37@11.2000;7@13.2000;4@01.2001;5 ~ NUMBER",
                "m;x@10.2000;37@10.2050;7@10.2100;4@11.2000;5 ~ NUMBER",
                "m;x@10.2000;37@12.2000;7@11.2000;4@01.2001;5 ~ NUMBER",
            })
    void monthsWithAPointAreTimesWhereTheyGoOn(String text, ColumnKind kind) throws IOException {
        Table table = texts.read(text);
        assertThat(TextTables.kinds(table)).containsExactly(kind, ColumnKind.NUMBER);
        if (kind == ColumnKind.TIME) {
            String[] last = text.substring(text.lastIndexOf('@') + 1).split("[.;]", -1);
            assertThat(TextTables.time(table.columns().getFirst(), table.rows() - 1))
                    .isEqualTo(last[1] + "-" + last[0] + "-01T00:00:00Z");
        }
    }
}
