package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.data.DataException;
import unroll.engine.format.Tables;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;

class ColumnsOfTablesTest extends TableTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "date,x ~ 2021-03-%02d,%d ~ date, a day apart",
                "x,when ~ %2$d,2021-03-%1$02d ~ when, a day apart",
                "day,hour,x ~ 03.04.2021,%1$02d:00,%2$d ~ day, hour, an hour apart",
                "year,month,x ~ 2021,%d,%d ~ year, month, a month apart",
                "n,x ~ %d,%d ~ n, 1 apart",
                ",x ~ %d,%d ~ column 1, 1 apart",
                "depth,step,x ~ 7.5,%d,%d ~ step, 1 apart",
            })
    void whatCountsOrDatesTheRowsIsTimeAndNotLearned(String head, String row, String time) throws IOException {
        int count = head.startsWith("year") ? 12 : 20;
        SeriesSplit split = read(head + "@"
                + rows(
                        Math.max(15, count),
                        i -> String.format(
                                Locale.ROOT,
                                head.startsWith("year") ? row.replace("2021", String.valueOf(2021 + i / 12)) : row,
                                head.startsWith("year") ? i % 12 + 1 : i + 1,
                                i * i % 7)));
        assertThat(String.join(" ", split.understood())).contains("Time is " + time + ".");
        assertThat(split.columns()).doesNotContain(time.split(",", -1)[0]).contains("x");
    }

    @Test
    void aColumnThatCountsInTheMiddleOrAloneIsLearned() throws IOException {
        assertThat(read("x,ramp@" + rows(20, i -> i * i % 7 + "," + i)).columns())
                .containsExactly("x", "ramp");
        assertThat(read("step@" + rows(20, i -> "" + i)).columns()).containsExactly("step");
        SeriesSplit named = read(
                "step,x@" + rows(20, i -> i + "," + i * i % 7), new ColumnSettings("none", "", "", "", "", "", ""));
        assertThat(named.columns()).containsExactly("step", "x");
    }

    @Test
    void rolesAreAsTheSettingsSay() throws IOException {
        String text = "date,sun,load,wind,note,\"price, EUR\"@"
                + rows(
                        30,
                        i -> String.format(
                                Locale.ROOT,
                                "2021-03-%02d,%d,%d,%d,%s,%d",
                                i + 1,
                                i % 3,
                                i % 5,
                                i % 7,
                                i % 2 == 0 ? "calm" : "storm",
                                i % 4));
        SeriesSplit split = read(text, new ColumnSettings("", "", "sun", "load", "", "\"price, EUR\"", "note"));
        assertThat(names(split, split.shape().inputs())).containsExactly("sun", "wind", "note = calm", "note = storm");
        assertThat(names(split, split.shape().targets())).containsExactly("load", "wind");
        assertThat(split.shape().closed()).isFalse();
        assertThat(all(split, 3).subList(0, 4)).containsExactly(1.0, 0.0, 1.0, 0.0);
        assertThat(all(split, 4).subList(0, 4)).containsExactly(0.0, 1.0, 0.0, 1.0);
        SeriesSplit few = read(text, new ColumnSettings("", "", "", "", "Load", "", ""));
        assertThat(few.columns()).containsExactly("load");
        assertThatThrownBy(() -> read(text, new ColumnSettings("", "", "rain", "", "", "", "")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has no column 'rain'; its columns are 'date' (times), 'sun' (numbers)");
        assertThatThrownBy(() -> read(text, new ColumnSettings("", "", "note", "", "", "", "")))
                .hasMessageContaining("'note' holds words; to use them, name it among the classes");
        assertThatThrownBy(() -> read("a,b@" + rows(20, i -> "x" + i % 3 + ",y" + i % 2)))
                .hasMessageContaining("holds no column of numbers that could be predicted");
    }

    @Test
    void standardisingLeavesClassesAsTheyAre() throws IOException {
        SeriesSplit split = read(
                        "x,note@" + rows(30, i -> i * i % 11 + "," + (i % 3 == 0 ? "a" : "b")),
                        new ColumnSettings("", "", "", "", "", "", "note"))
                .standardised();
        assertThat(all(split, 1)).containsOnly(0.0, 1.0);
        assertThat(all(split, 0)).doesNotContain(4.0);
    }

    @Test
    void severalSeriesInOneFileAreToldApartByAName() throws IOException {
        String text = "shop,date,sold@"
                + rows(20, i -> String.format(Locale.ROOT, "north,2021-03-%02d,%d", i + 1, i % 5))
                + "@"
                + rows(30, i -> String.format(Locale.ROOT, "south,2021-03-%02d,%d", i + 1, 100 + i % 5));
        SeriesSplit split = read(text);
        assertThat(split.training()).extracting(Series::name).containsExactly("north", "south");
        assertThat(split.training()).extracting(Series::rows).containsExactly(16, 24);
        assertThat(split.test()).extracting(Series::rows).containsExactly(4, 6);
        assertThat(split.training().get(1).at(0, 0)).isEqualTo(100);
        assertThat(String.join(" ", split.understood())).contains("in 2 series by shop");
        SeriesSplit whole = readLastHeldBack(text);
        assertThat(whole.test()).extracting(Series::name).containsExactly("south");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"shop,date", "7,date", "shop,step", "7,step"})
    void seriesThatTakeTurnsOrFollowEachOtherAreToldApart(String kind, String time) throws IOException {
        for (boolean turns : List.of(true, false)) {
            String text = "shop," + time + ",sold@"
                    + rows(60, i -> {
                        int shop = turns ? i % 3 : i / 20;
                        int day = turns ? i / 3 : i % 20;
                        return (kind.equals("7") ? String.valueOf(70 + shop) : "shop" + shop) + ","
                                + (time.equals("date") ? String.format(Locale.ROOT, "2021-03-%02d", day + 1) : day)
                                + ","
                                + (100 * shop + day * day % 7);
                    });
            SeriesSplit split = read(text);
            assertThat(split.training()).as("%s", turns).hasSize(3);
            assertThat(split.columns()).containsExactly("sold");
            for (int shop = 0; shop < 3; shop++) {
                for (int row = 0; row < 16; row++) {
                    assertThat(split.training().get(shop).at(row, 0)).isEqualTo(100 * shop + row * row % 7);
                }
            }
        }
    }

    @ParameterizedTest(name = "noise of one unit in the last place at {0}")
    @CsvSource({"0.3", "1e300", "123456789"})
    void aColumnThatIsConstantButForRoundingStaysConstant(double value) throws IOException {
        SeriesSplit split = read("x,y@" + rows(30, i -> (i % 2 == 0 ? value : Math.nextUp(value)) + "," + i * i % 7))
                .standardised();
        List<Double> x = all(split, 0);
        assertThat(x).allMatch(v -> Math.abs(v) <= 1e-9 * Math.abs(value));
    }

    @Test
    void anotherFileIsReadInTheSameUnits() throws IOException {
        SeriesSplit split = read(
                        "date,x,y@"
                                + rows(30, i -> String.format(Locale.ROOT, "2021-03-%02d,%d,%d", i + 1, i % 7, i % 3)),
                        new ColumnSettings("", "", "", "y", "", "", ""))
                .standardised();
        Path other = Files.writeString(folder.resolve("new.csv"), "y2;x;date\n1;3,5;01.05.2021\n2;4,5;02.05.2021\n");
        SeriesForm form = new SeriesForm(
                TableForm.FOUND,
                new ColumnSettings("", "", "", "y", "", "", ""),
                MissingValues.CARRY_ON,
                Gaps.KEEP,
                HeldBack.FOUND,
                0.2);
        Series series = split.code().others(other, form).given().getFirst();
        ColumnUnit unit = split.units().getFirst();
        assertThat(unit.zero() + unit.one() * series.at(1, 0)).isCloseTo(4.5, within(1e-12));
        assertThat(series.at(0, 1)).as("a target that the file lacks").isNaN();
        Path without = Files.writeString(folder.resolve("without.csv"), "date,z\n2021-05-01,1\n2021-05-02,2\n");
        assertThatThrownBy(() -> split.code().others(without, form)).hasMessageContaining("has no column 'x'");
    }

    @Test
    void aSingleColumnIsCountedAsOne() throws IOException {
        assertThat(read("x@" + rows(30, r -> String.valueOf(r * r)))
                        .understood()
                        .getFirst())
                .endsWith(": 30 rows of 1 column.");
    }

    /** Two hours east of Greenwich a day begins at 22 o'clock of the day before. */
    @Test
    void theAxisSaysThatTimesWithZonesAreUniversal() throws IOException {
        SeriesSplit zoned = read("when,x@" + rows(20, r -> "2024-01-02T%02d:00+02:00,%d".formatted(r, r * r)));
        assertThat(zoned.shape().time().orElseThrow().name()).isEqualTo("when (UTC)");
        assertThat(zoned.understood()).contains("Time is when (UTC), an hour apart.");
        assertThat(zoned.described().getFirst().range()).isEqualTo("2024-01-01 22:00 to 2024-01-02 17:00 (UTC)");
        SeriesSplit plain = read("when,x@" + rows(20, r -> "2024-01-02T%02d:00,%d".formatted(r, r * r)));
        assertThat(plain.shape().time().orElseThrow().name()).isEqualTo("when");
    }

    @Test
    void seriesThatAreLaidAcrossAreLearnedEachByItself() throws IOException {
        String years = rows(16, y -> String.valueOf(1990 + y)).replace('@', ',');
        SeriesSplit split = read("site,Lat," + years + "@"
                + rows(
                        5,
                        s -> "s" + s + ",7.5,"
                                + rows(16, y -> String.valueOf(s * y + y % 3)).replace('@', ',')));
        assertThat(split.columns()).containsExactly("value");
        assertThat(split.understood()).contains("Time is year, 1 apart.");
        assertThat(split.training().stream().mapToInt(one -> one.rows()).sum()
                        + split.test().stream().mapToInt(one -> one.rows()).sum())
                .isEqualTo(80);
        assertThat(split.training().getFirst().time(0)).contains(1990.0);
    }

    /** Two shops, three products, so many days; {@code row} is given the shop, the product and the day. */
    private static String panel(int days, IntFunction<String> order, String row) {
        return IntStream.range(0, 6 * days)
                .mapToObj(order)
                .map(Integer::parseInt)
                .map(i -> String.format(
                        Locale.ROOT, row, i / days / 3, i / days % 3, i % days + 1, 100 * (i / days) + i % days))
                .collect(Collectors.joining("@"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "shop,product,day,sold@ ~ S%d,P%d,2024-01-%02d,%d ~ false ~ ''",
                "day,shop,product,sold@ ~ 2024-01-%3$02d,S%1$d,P%2$d,%4$d ~ true ~ ''",
                "shop,product,day,sold@ ~ %d,%d,2024-01-%02d,%d ~ false ~ ''",
                "shop,product,day,sold@ ~ S%d,P%d,2024-01-%02d,%d ~ false ~ 'shop,product'",
            })
    void seriesArePartedByTheCombinationOfColumnsOfNames(String head, String row, boolean mixed, String named)
            throws IOException {
        int days = 20;
        SeriesSplit split = read(
                head + panel(days, i -> String.valueOf(mixed ? (i * 77 + 5) % (6 * days) : i), row),
                new ColumnSettings("", named, "", "", "", "", ""));
        assertThat(split.understood().getFirst()).endsWith("in 6 series by shop, product.");
        assertThat(split.columns()).containsExactly("sold");
        assertThat(split.training()).hasSize(6).allSatisfy(one -> {
            double first = one.at(0, 0);
            assertThat(first % 100).isZero();
            for (int r = 0; r < one.rows(); r++) {
                assertThat(one.at(r, 0)).isEqualTo(first + r);
            }
            String[] names = one.name().split(", ", -1);
            assertThat(names).hasSize(2);
            int shop = (int) first / 300;
            int product = (int) first / 100 % 3;
            assertThat(names[0].replaceAll("\\.0$", "")).endsWith(String.valueOf(shop));
            assertThat(names[1].replaceAll("\\.0$", "")).endsWith(String.valueOf(product));
        });
        assertThat(split.understood()).noneMatch(sentence -> sentence.contains("same time"));
    }

    @Test
    void columnsOfNamesAreWrittenAsASettingAndReadAgain() throws IOException {
        Path file = write("shop,product,day,sold@" + panel(20, i -> String.valueOf(i), "S%d,P%d,2024-01-%02d,%d"));
        Table table = Tables.read(file, TableForm.FOUND);
        Roles roles = Roles.of(table, ColumnSettings.FOUND);
        assertThat(roles.columns(ColumnRole.NAME)).containsExactly(0, 1);
        assertThat(roles.settings(table)).isEqualTo(ColumnSettings.FOUND);
        Roles one = roles.with(table, 1, new ColumnUse(ColumnRole.LEFT_OUT, false));
        Roles read = Roles.of(table, one.settings(table));
        assertThat(read.columns(ColumnRole.NAME)).containsExactly(0);
    }

    /** An hour that comes twice, as clocks are put back, parts nothing. */
    @Test
    void aSingleTimeThatComesTwiceMakesNoNamesOfAColumn() throws IOException {
        SeriesSplit split = read("hour,x,open@"
                + rows(25, i -> {
                    int at = (i + 12) % 25;
                    return String.format(
                            Locale.ROOT, "2024-10-27 %02d:00,%d.5,%d", at > 2 ? at - 1 : at, at * at % 7, at % 2);
                }));
        assertThat(split.understood().getFirst()).doesNotContain("series by");
    }

    /** Single precision holds whole numbers up to 2^24 = 16,777,216. */
    @Test
    void seriesWhoseNumbersAreLargeAreToldApartAndCalledByThem() throws IOException {
        String text = "account,date,spend@"
                + rows(20, i -> String.format(Locale.ROOT, "16777217,2021-03-%02d,%d", i + 1, i * i % 7))
                + "@"
                + rows(20, i -> String.format(Locale.ROOT, "16777216,2021-03-%02d,%d", i + 1, i * i % 5));
        assertThat(read(text).training()).extracting(Series::name).containsExactly("16777217", "16777216");
        assertThat(read(text.replace("16777217", "3").replace("16777216", "7")).training())
                .extracting(Series::name)
                .containsExactly("3", "7");
    }

    @Test
    void manyShortSeriesAreRefusedWithWhatHelps() throws IOException {
        String text = "customer,year,spend@" + rows(320, i -> (1000 + i / 8) + "," + (2000 + i % 8) + "," + i * i % 97);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "has 40 series of at most 8 rows; to keep a fifth of each back for testing they need at least"
                                + " 15, or hold the last series back (setting task.heldBack=last-series)");
        SeriesSplit whole = readLastHeldBack(text);
        assertThat(whole.test()).hasSize(8);
    }
}
