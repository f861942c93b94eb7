package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows to come are dated as those of the table are. */
class ForecastDatesTest extends ForecastTest {
    @Test
    void rowsToComeAreBusinessDaysWhereTheRowsAre() throws IOException {
        Path file = dated("stock.csv", 60, ForecastTest::workday);
        assertThat(call("inspect", file)).isZero();
        assertThat(printed())
                .contains("Time is Date, business days (Monday to Friday).")
                .doesNotContain("leaps");
        learn(file);
        List<String[]> table = predict(file, "--ahead", "7");
        assertThat(printed()).contains("Rows to come follow Date: business days (Monday to Friday).");
        assertThat(column(table, 0, 61))
                .containsExactly(
                        "2021-03-26",
                        "2021-03-29",
                        "2021-03-30",
                        "2021-03-31",
                        "2021-04-01",
                        "2021-04-02",
                        "2021-04-05");
    }

    /** Five rows show no weekend, but the run has seen many; a table of all days of the week shows that it has them. */
    @Test
    void theCalendarIsTheFilesOwnUnlessThatOfTheRunFitsAsWell() throws IOException {
        learn(dated("stock.csv", 60, ForecastTest::workday));
        Path week = write("week.csv", "Date,level\n" + lines(5, i -> "2023-05-0" + (1 + i) + "," + level(i)));
        assertThat(column(predict(week, "--ahead", "2"), 0, 6)).containsExactly("2023-05-08", "2023-05-09");
        Path daily = dated("daily.csv", 30, day -> true);
        assertThat(column(predict(daily, "--ahead", "2"), 0, 31)).containsExactly("2021-01-31", "2021-02-01");
        assertThat(printed()).contains("a day apart");
        Path hours = write(
                "hours.csv",
                "When,level\n" + lines(30, i -> String.format("2023-05-%02d %02d:00,%d", 1 + i / 24, i % 24, i)));
        List<String[]> hourly = predict(hours, "--ahead", "2");
        assertThat(hourly.getFirst()[0]).isEqualTo("When");
        assertThat(column(hourly, 0, 30)).containsExactly("2023-05-02 05:00", "2023-05-02 06:00", "2023-05-02 07:00");
    }

    @Test
    void endsOfMonthsStayEndsOfMonths() throws IOException {
        Path file = dated("months.csv", 37, day -> day.plusDays(1).getDayOfMonth() == 1);
        learn(file);
        assertThat(column(predict(file, "--ahead", "3"), 0, 38))
                .containsExactly("2024-02-29", "2024-03-31", "2024-04-30");
        assertThat(printed()).contains("a month apart at the end of the month");
    }
}
