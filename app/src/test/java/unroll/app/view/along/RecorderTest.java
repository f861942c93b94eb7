package unroll.app.view.along;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.music.Keyboard;
import unroll.engine.music.RollNote;
import unroll.engine.music.TimeStep;

/** Keys that are struck and released between the time steps, of which there are eight. */
class RecorderTest {
    private final Recorder recorder = new Recorder(TimeStep.ofQuarters(0.5), Keyboard.PIANO, 8);

    /** By hand: to the nearest step, in one at least, and none before the first. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "1.6, 3.4, 2, 3",
        "1.4, 3.6, 1, 4",
        "2.9, 2.95, 3, 4",
        "2.1, 2.2, 2, 3",
        "-0.4, 0.9, 0, 1",
        "-2, 1.2, 0, 1",
        "-0.4, -0.1, 0, 1",
        "6.6, 30, 7, 8"
    })
    void aNoteIsAtTheNearestSteps(double struck, double released, int from, int to) {
        recorder.strike(60, struck);
        recorder.release(60, released);
        assertThat(recorder.roll(8).notes()).containsExactly(new RollNote(60, from, to));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"-3, -1", "-0.6, 0.4", "7.6, 8", "9, 12"})
    void whatIsBesideTheStepsIsNone(double struck, double released) {
        recorder.strike(60, struck);
        recorder.release(60, released);
        assertThat(recorder.roll(8).notes()).isEmpty();
    }

    @Test
    void keysThatAreDownSoundUpToNowAndOneThatIsStruckAgainGoesOn() {
        recorder.strike(60, 1);
        recorder.strike(64, 2);
        recorder.release(67, 2);
        assertThat(recorder.roll(3).notes()).isEqualTo(List.of(new RollNote(60, 1, 3), new RollNote(64, 2, 3)));
        recorder.strike(60, 4);
        recorder.release(60, 6);
        assertThat(recorder.roll(7).notes()).isEqualTo(List.of(new RollNote(60, 1, 6), new RollNote(64, 2, 7)));
    }
}
