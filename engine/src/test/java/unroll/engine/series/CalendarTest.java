package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are laid out by asking of every half hour whether it is one; the calendar sees a part of them and has to give the rest. */
class CalendarTest {
    private static final LocalDateTime BEGIN = LocalDateTime.of(2019, 1, 1, 0, 0);

    private static boolean midnight(LocalDateTime time) {
        return time.getHour() == 0 && time.getMinute() == 0;
    }

    private static boolean workday(LocalDateTime time) {
        return time.getDayOfWeek() != DayOfWeek.SATURDAY && time.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static boolean lastOfMonth(LocalDateTime time) {
        return midnight(time) && time.plusDays(1).getDayOfMonth() == 1;
    }

    private static boolean lastBusinessDay(LocalDateTime time) {
        LocalDate last = time.toLocalDate().with(TemporalAdjusters.lastDayOfMonth());
        LocalDate friday = last.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        return midnight(time) && time.toLocalDate().equals(last.getDayOfWeek().getValue() > 5 ? friday : last);
    }

    private static Arguments kind(String words, int season, int shown, Predicate<LocalDateTime> isOne) {
        return Arguments.of(words, season, shown, isOne);
    }

    static Stream<Arguments> calendars() {
        return Stream.of(
                kind("business days (Monday to Friday)", 5, 12, time -> midnight(time) && workday(time)),
                kind(
                        "business days (Monday to Friday)",
                        5,
                        13,
                        time -> time.getHour() == 17 && time.getMinute() == 30 && workday(time)),
                kind(
                        "Monday, Wednesday, Friday of each week",
                        3,
                        9,
                        time -> midnight(time)
                                && workday(time)
                                && time.getDayOfWeek().getValue() % 2 == 1),
                kind(
                        "Sunday to Thursday of each week",
                        5,
                        15,
                        time -> midnight(time)
                                && time.getDayOfWeek() != DayOfWeek.FRIDAY
                                && time.getDayOfWeek() != DayOfWeek.SATURDAY),
                kind(
                        "30 minutes apart at the same times of each week, Monday to Friday",
                        14,
                        210,
                        time -> workday(time)
                                && !time.toLocalTime()
                                        .isBefore(LocalDateTime.of(2019, 1, 1, 9, 30)
                                                .toLocalTime())
                                && time.getHour() < 17
                                && !(time.getHour() == 16 && time.getMinute() == 30)),
                kind("an hour apart", 24, 10, time -> time.getMinute() == 0),
                kind("30 minutes apart", 48, 400, time -> true),
                kind("a day apart", 7, 4, CalendarTest::midnight),
                kind("a day apart", 7, 40, CalendarTest::midnight),
                kind("a week apart", 0, 5, time -> midnight(time) && time.getDayOfWeek() == DayOfWeek.MONDAY),
                kind("a month apart", 12, 2, time -> midnight(time) && time.getDayOfMonth() == 1),
                kind("a month apart", 12, 14, time -> midnight(time) && time.getDayOfMonth() == 15),
                kind("a month apart at the end of the month", 12, 3, CalendarTest::lastOfMonth),
                kind("a month apart at the end of the month", 12, 14, CalendarTest::lastOfMonth),
                kind("a month apart on the last business day of the month", 12, 14, CalendarTest::lastBusinessDay),
                kind(
                        "a quarter apart at the end of the month",
                        4,
                        5,
                        time -> lastOfMonth(time) && time.getMonthValue() % 3 == 0),
                kind(
                        "a quarter apart",
                        4,
                        4,
                        time -> midnight(time) && time.getDayOfMonth() == 1 && time.getMonthValue() % 3 == 1),
                kind(
                        "6 months apart",
                        2,
                        4,
                        time -> midnight(time) && time.getDayOfMonth() == 1 && time.getMonthValue() % 6 == 1),
                kind("a year apart", 0, 3, time -> midnight(time) && time.getDayOfYear() == 1),
                kind(
                        "a year apart at the end of the month",
                        0,
                        4,
                        time -> lastOfMonth(time) && time.getMonthValue() == 2));
    }

    private static double seconds(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    private static double[] times(Predicate<LocalDateTime> isOne, int count) {
        return Stream.iterate(BEGIN, time -> time.plusMinutes(30))
                .filter(isOne)
                .limit(count)
                .mapToDouble(CalendarTest::seconds)
                .toArray();
    }

    private static Calendar found(double[] times) {
        return Calendar.of(TimeAxis.dated("date", times).scale(), times).orElseThrow();
    }

    @ParameterizedTest(name = "{0}, seen in {2} rows")
    @MethodSource("calendars")
    void timesGoOnAsTheyWere(String words, int season, int shown, Predicate<LocalDateTime> isOne) {
        double[] all = times(isOne, shown + 30 > 100 ? shown + 400 : shown + 9);
        double[] seen = Arrays.copyOf(all, shown);
        Calendar calendar = found(seen);
        assertThat(calendar.words()).isEqualTo(words);
        assertThat(calendar.season()).isEqualTo(season);
        for (int k = 1; k <= all.length - shown; k++) {
            assertThat(calendar.after(seen[shown - 1], k)).isEqualTo(all[shown - 1 + k]);
            assertThat(calendar.steps(seen[shown - 1], all[shown - 1 + k])).isEqualTo(k);
        }
        assertThat(calendar.fit(seen)).isEqualTo(1);
    }

    /** Holidays are rows that lack, not another calendar; so is a single row on a Saturday. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void someRowsMayLackOrBeTooMany(int seed) {
        Random random = new Random(seed);
        double[] days = Stream.iterate(BEGIN, time -> time.plusDays(1))
                .limit(400)
                .filter(time -> workday(time) || time.getDayOfYear() == 5)
                .filter(time -> random.nextInt(20) > 0)
                .mapToDouble(CalendarTest::seconds)
                .toArray();
        Calendar calendar = found(days);
        assertThat(calendar.words()).isEqualTo("business days (Monday to Friday)");
        double friday = seconds(LocalDateTime.of(2021, 4, 2, 0, 0));
        assertThat(calendar.next(friday)).isEqualTo(seconds(LocalDateTime.of(2021, 4, 5, 0, 0)));
        assertThat(calendar.steps(friday, seconds(LocalDateTime.of(2021, 4, 7, 0, 0))))
                .as("a row lacks on Monday, and one on Tuesday")
                .isEqualTo(3);
    }

    @Test
    void daysThatLackByChanceAreNoCalendarOfTheirOwn() {
        Random random = new Random(7);
        double[] days = Stream.iterate(BEGIN, time -> time.plusDays(1))
                .limit(60)
                .filter(time -> random.nextInt(4) > 0)
                .mapToDouble(CalendarTest::seconds)
                .toArray();
        assertThat(found(days).words()).isEqualTo("a day apart");
    }

    @Test
    void whatIsCountedGoesOnEvenly() {
        Calendar calendar = Calendar.of(TimeAxis.Scale.COUNTED, new double[] {1821, 1822, Double.NaN, 1823, 1824})
                .orElseThrow();
        assertThat(calendar.words()).isEqualTo("1 apart");
        assertThat(calendar.after(1824, 3)).isEqualTo(1827);
        assertThat(calendar.season()).isZero();
        for (double[] nothing : List.of(new double[0], new double[] {3}, new double[] {3, 3, 3})) {
            assertThat(Calendar.of(TimeAxis.Scale.COUNTED, nothing)).isEqualTo(Optional.empty());
        }
    }
}
