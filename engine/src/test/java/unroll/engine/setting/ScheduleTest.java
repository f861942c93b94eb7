package unroll.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @Test
    void eachPieceHoldsFromItsFirstUpdateToTheNextPiece() {
        Schedule schedule = Schedule.parse(" 0: 3e-5 , 1500:3e-4, 1501: 0");
        assertThat(schedule.at(0)).isEqualTo(3e-5);
        assertThat(schedule.at(1499)).isEqualTo(3e-5);
        assertThat(schedule.at(1500)).isEqualTo(3e-4);
        assertThat(schedule.at(1501)).isZero();
        assertThat(schedule.at(Long.MAX_VALUE)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0.01", "-2", "0: 3e-5, 1500: 0.0003", "0: 1, 1: 2, 9000000000: 3"})
    void isWrittenAsItIsRead(String text) {
        Schedule schedule = Schedule.parse(text);
        assertThat(schedule).hasToString(text);
        assertThat(Schedule.parse(schedule.toString())).isEqualTo(schedule);
    }

    @ParameterizedTest(name = "\"{0}\" is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | '' is no schedule; write 0.01, or 0: 3e-5, 1500: 3e-4 for pieces",
                "fast | 'fast' is no schedule; write 0.01, or 0: 3e-5, 1500: 3e-4 for pieces",
                "0: 1: 2 | '0: 1: 2' is no schedule; write 0.01, or 0: 3e-5, 1500: 3e-4 for pieces",
                "0: 1, | '0: 1,' is no schedule; write 0.01, or 0: 3e-5, 1500: 3e-4 for pieces",
                "0.5: 1 | '0.5: 1' is no schedule; write 0.01, or 0: 3e-5, 1500: 3e-4 for pieces",
                "5: 1 | a schedule needs a value from update 0 on",
                "0: 1, 5: 2, 5: 3 | a schedule's updates must ascend, but 5 follows 5",
                "1, 2 | a schedule's updates must ascend, but 0 follows 0",
                "NaN | a schedule's values must be finite numbers, not NaN",
                "0: 1, -5: 2 | a schedule begins at update 0, not at -5",
            })
    void whatIsNoScheduleIsRefused(String text, String message) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    @Test
    void aChangeKeepsThePastAndReplacesTheFuture() {
        Schedule schedule = Schedule.parse("0: 1, 10: 2, 20: 3");
        assertThat(schedule.from(15, 9)).isEqualTo(Schedule.parse("0: 1, 10: 2, 15: 9"));
        assertThat(schedule.from(10, 9)).isEqualTo(Schedule.parse("0: 1, 10: 9"));
        assertThat(schedule.from(0, 9)).isEqualTo(Schedule.constant(9));
        assertThat(schedule.from(99, 9)).isEqualTo(Schedule.parse("0: 1, 10: 2, 20: 3, 99: 9"));
    }

    @Test
    void exponentiallySpacedPiecesDoubleInLengthAndReachTheLastValueInTime() {
        Schedule schedule = Schedule.exponentiallySpaced(List.of(0.5, 0.9, 0.98, 0.995), 700);
        assertThat(schedule).isEqualTo(Schedule.parse("0: 0.5, 100: 0.9, 300: 0.98, 700: 0.995"));
        assertThat(Schedule.exponentiallySpaced(List.of(0.1, 0.2), 5)).isEqualTo(Schedule.parse("0: 0.1, 5: 0.2"));
    }

    /**
     * The rising momentum of Sutskever et al. (2013), which changes every 250 updates and is capped, with its fall to 0.9 over the
     * last 1000: a schedule can hold it, and its text too.
     */
    @ParameterizedTest(name = "capped at {0}")
    @ValueSource(doubles = {0.9, 0.99, 0.995, 0.999})
    void aMomentumThatRisesEvery250UpdatesIsASchedule(double cap) {
        long updates = 150_000;
        List<Schedule.Piece> pieces = new ArrayList<>();
        for (long k = 0; pieces.isEmpty() || pieces.getLast().value() < cap; k++) {
            pieces.add(new Schedule.Piece(250 * k, Math.min(1 - 0.5 / (k + 1), cap)));
        }
        Schedule schedule = new Schedule(pieces).from(updates - 1000, 0.9);
        assertThat(Schedule.parse(schedule.toString())).isEqualTo(schedule);
        for (long t = 0; t < updates; t++) {
            double log = Math.log(Math.floor(t / 250.0) + 1) / Math.log(2);
            double formula = t < updates - 1000 ? Math.min(1 - Math.pow(2, -1 - log), cap) : 0.9;
            assertThat(schedule.at(t)).isCloseTo(formula, within(1e-14));
        }
    }

    @Test
    void exponentialSpacingThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Schedule.exponentiallySpaced(List.of(1.0), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.exponentiallySpaced(List.of(1.0, 2.0, 3.0), 1))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("must ascend");
    }
}
