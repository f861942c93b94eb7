package unroll.engine.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.data.DataException;

/** Rows in the order of time, where it leaps, where values are missing and where steps are uneven. */
class TimesOfSeriesTest extends TableTest {
    @Test
    void rowsAreInTheOrderOfTime() throws IOException {
        SeriesSplit split =
                read("date,x@" + rows(20, i -> String.format(Locale.ROOT, "2021-03-%02d,%d", 20 - i, 20 - i)));
        assertThat(all(split, 0)).isSorted().hasSize(20);
        assertThat(String.join(" ", split.understood())).contains("Rows were put into the order of time.");
    }

    @ParameterizedTest
    @EnumSource(MissingValues.class)
    void whatIsMissingIsDealtWithAsChosen(MissingValues missing) throws IOException {
        String text = "x,y@,1@2,2@,3@,4@8,5@" + rows(20, i -> i % 3 + "," + (i * i) % 5) + "@";
        if (missing == MissingValues.REFUSE) {
            assertThatThrownBy(() -> read(text, missing, Gaps.KEEP))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("a value of 'x' is missing in row 1");
            return;
        }
        SeriesSplit split = read(text, missing, Gaps.KEEP);
        List<Double> x = all(split, 0).subList(0, 5);
        switch (missing) {
            case CARRY_ON -> assertThat(x).containsExactly(2.0, 2.0, 2.0, 2.0, 8.0);
            case INTERPOLATE -> assertThat(x).containsExactly(2.0, 2.0, 4.0, 6.0, 8.0);
            case MASK -> {
                assertThat(x).containsExactly(Double.NaN, 2.0, Double.NaN, Double.NaN, 8.0);
                assertThat(names(split, split.shape().inputs())).containsExactly("x", "x missing", "y");
                assertThat(names(split, split.shape().targets())).containsExactly("x", "y");
                assertThat(all(split, 1).subList(0, 5)).containsExactly(1.0, 0.0, 1.0, 1.0, 0.0);
            }
            case REFUSE -> throw new AssertionError();
        }
        assertThat(String.join(" ", split.understood())).contains("3 values are missing in x");
    }

    @Test
    void gapsInTimeAreKeptDividedOrFilled() throws IOException {
        String text = "date,x@"
                + rows(16, i -> String.format(Locale.ROOT, "2021-03-%02d,%d", i + 1, i)) + "@"
                + rows(9, i -> String.format(Locale.ROOT, "2021-03-%02d,%d", i + 20, 100 + i));
        SeriesSplit kept = read(text, MissingValues.CARRY_ON, Gaps.KEEP);
        assertThat(all(kept, 0)).hasSize(25);
        assertThat(String.join(" ", kept.understood())).contains("Time leaps once; the rows follow each other");
        SeriesSplit divided = read(text, MissingValues.CARRY_ON, Gaps.DIVIDE);
        assertThat(divided.training()).extracting(Series::rows).containsExactly(16, 4);
        assertThat(divided.test()).extracting(Series::rows).containsExactly(5);
        SeriesSplit filled = read(text, MissingValues.INTERPOLATE, Gaps.FILL);
        assertThat(all(filled, 0)).hasSize(28);
        assertThat(all(filled, 0).subList(15, 20)).containsExactly(15.0, 36.25, 57.5, 78.75, 100.0);
        TimeAxis axis = filled.shape().time().orElseThrow();
        Series training = filled.training().getFirst();
        assertThat(axis.text(training.time(17).orElseThrow())).isEqualTo("2021-03-18");
    }

    @Test
    void monthsAreNoGapsAndWeekendsAreSaid() throws IOException {
        SeriesSplit months = read("month,x@"
                + rows(40, i -> String.format(Locale.ROOT, "%d-%02d,%d", 2001 + i / 12, i % 12 + 1, i % 5)));
        assertThat(String.join(" ", months.understood()))
                .contains("Time is month, a month apart.")
                .doesNotContain("leaps");
        assertThat(months.shape().season()).isEqualTo(12);
        TimeAxis axis = months.shape().time().orElseThrow();
        double last = months.test().getFirst().time(7).orElseThrow();
        assertThat(axis.text(last)).isEqualTo("2004-04");
        assertThat(axis.text(months.shape().calendar().orElseThrow().after(last, 10)))
                .isEqualTo("2005-02");
    }

    /** Minutes after the first row, by a rule that no calendar has; the value is a quarter of the minutes. */
    private static List<Integer> unevenMinutes(int rows) {
        List<Integer> minutes = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < rows; i++) {
            minutes.add(at);
            at += new int[] {3, 7, 12, 12, 25, 40, 11}[i * i % 7];
        }
        return minutes;
    }

    private static String uneven(List<Integer> minutes) {
        return "time,x@"
                + rows(
                        minutes.size(),
                        i -> LocalDateTime.of(2021, 1, 1, 0, 0).plusMinutes(minutes.get(i)) + ","
                                + minutes.get(i) / 4.0);
    }

    @Test
    void unevenStepsAreSaid() throws IOException {
        SeriesSplit split = read(uneven(unevenMinutes(60)));
        assertThat(split.shape().season()).as("120 rows are no day").isZero();
        String said = said(split);
        assertThat(said)
                .contains(
                        "Time is time. ",
                        "Steps in time are uneven, from 3 minutes to 25 minutes;",
                        "task.gaps=resample")
                .doesNotContain("leaps", "apart");
        assertThat(said(read(
                        "time,x@" + rows(40, i -> "2021-01-01 00:00:" + (10 + i) + "." + i * i % 7 + "," + i % 5))))
                .as("jitter of a clock")
                .contains("uneven, from 0.7");
        assertThat(said(read(
                        "time,x@" + rows(40, i -> "2021-01-01 00:00:" + (10 + i) + ".00" + i * i % 7 + "," + i % 5))))
                .as("less of it")
                .doesNotContain("uneven");
    }

    /** Beside a loop that looks at all rows for each step. */
    @Test
    void unevenRowsAreBroughtToEvenSteps() throws IOException {
        List<Integer> minutes = unevenMinutes(60);
        SeriesSplit split = read(uneven(minutes), MissingValues.MASK, Gaps.RESAMPLE);
        assertThat(said(split)).contains("at every 12 minutes stands the mean of the rows nearest to it.");
        List<Double> values = all(split, 0);
        int last = minutes.getLast();
        assertThat(split.shape().season()).isEqualTo(120);
        assertThat(values).hasSize((int) Math.round(last / 12.0) + 1);
        for (int k = 0; k < values.size(); k++) {
            double step = 12 * k;
            double mean = minutes.stream()
                    .filter(minute -> minute - step > -6 && minute - step <= 6)
                    .mapToDouble(minute -> minute / 4.0)
                    .average()
                    .orElse(Double.NaN);
            if (Double.isNaN(mean)) {
                assertThat(values.get(k)).as("step %d", k).isNaN();
            } else {
                assertThat(values.get(k)).as("step %d", k).isCloseTo(mean, within(1e-9));
            }
        }
        assertThat(values).as("some steps have no row").contains(Double.NaN);
        Series test = split.test().getFirst();
        assertThat(test.time(1).orElseThrow() - test.time(0).orElseThrow()).isEqualTo(720);
    }

    @Test
    void whereNoRowIsNearValuesAreMissingAndDealtWithAsChosen() throws IOException {
        List<Double> values = all(read(uneven(unevenMinutes(60)), MissingValues.INTERPOLATE, Gaps.RESAMPLE), 0);
        assertThat(values).doesNotContain(Double.NaN).isSorted();
    }

    @Test
    void evenRowsStayWhatTheyAreAndLeapsAreFilled() throws IOException {
        String even = "date,x@" + rows(28, i -> String.format(Locale.ROOT, "2021-03-%02d,%d", i + 1, i * i % 11));
        assertThat(all(read(even, MissingValues.MASK, Gaps.RESAMPLE), 0))
                .isEqualTo(all(read(even, MissingValues.MASK, Gaps.KEEP), 0));
        String leaps = even.replaceAll("@2021-03-1[2-5],\\d+", "");
        assertThat(all(read(leaps, MissingValues.INTERPOLATE, Gaps.RESAMPLE), 0))
                .isEqualTo(all(read(leaps, MissingValues.INTERPOLATE, Gaps.FILL), 0));
    }

    @Test
    void stepsFarTooSmallForTheWholeTimeAreRefused() throws IOException {
        String text = "date,x@" + rows(30, i -> "2021-03-01 00:00:" + (10 + i + i % 2 * 0.3) + "," + i)
                + "@2029-01-01 00:00:00,7";
        assertThatThrownBy(() -> read(text, MissingValues.CARRY_ON, Gaps.RESAMPLE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("keep the rows as they are");
    }

    @ParameterizedTest
    @CsvSource({"t, time", "time (s), time", "Elapsed time, time", "height, learned"})
    void numbersThatRiseUnevenlyAreTimeWhereTheyAreCalledSo(String name, String what) throws IOException {
        String head = name + ",x@";
        SeriesSplit split = read(head + rows(40, i -> i * i * 0.31 + 0.2 * i + "," + i * i % 7));
        assertThat(split.columns()).hasSize(what.equals("time") ? 1 : 2);
        assertThat(said(split).contains("Steps in time are uneven, from 0.51 to "))
                .isEqualTo(what.equals("time"));
    }
}
