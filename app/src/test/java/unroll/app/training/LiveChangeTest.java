package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.engine.setting.Schedule;

class LiveChangeTest {
    @Test
    void aConstantTypedWhileTheRunGoesOnHoldsFromThatUpdate() {
        assertThat(LiveChange.join(1200, Schedule.parse("0.01"), Schedule.parse("0.02")))
                .isEqualTo(Schedule.parse("0: 0.01, 1200: 0.02"));
    }

    @Test
    void takingItBackLaterTellsTheWholeStory() {
        assertThat(LiveChange.join(1500, Schedule.parse("0: 0.01, 1200: 0.02"), Schedule.parse("0.01")))
                .isEqualTo(Schedule.parse("0: 0.01, 1200: 0.02, 1500: 0.01"));
    }

    @Test
    void piecesStillToComeAreKept() {
        assertThat(LiveChange.join(100, Schedule.parse("0.9"), Schedule.parse("0: 0.5, 1000: 0.99")))
                .isEqualTo(Schedule.parse("0: 0.9, 100: 0.5, 1000: 0.99"));
    }

    @Test
    void aChangeThatBeginsLaterLeavesNoTraceNow() {
        assertThat(LiveChange.join(100, Schedule.parse("0.9"), Schedule.parse("0: 0.9, 1000: 0.99")))
                .isEqualTo(Schedule.parse("0: 0.9, 1000: 0.99"));
    }
}
