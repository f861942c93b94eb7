package unroll.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.view.Cues;
import unroll.app.view.RunHead;
import unroll.engine.music.Keyboard;
import unroll.engine.music.TimeStep;
import unroll.engine.task.Appearance;

/** The time step runs on by a clock that the test moves, however seldom anybody looks. */
class StepAnimationTest {
    private static final long MS = 1_000_000;
    private static final int STEPS = 20;

    private final Cues cues = new Cues();
    private long now = 77;
    private final StepAnimation animation;

    private static RunHead music(TimeStep step) {
        Appearance notes = new Appearance.Notes(Keyboard.PIANO, step);
        return new RunHead("m", "", List.of(), "nats", notes, List.of(), true, false, STEPS, 3, 5);
    }

    StepAnimationTest() throws TimeoutException {
        FxToolkit.registerPrimaryStage(); // a toolkit, whose pulses the tests do not wait for
        animation = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new StepAnimation(cues, () -> now));
    }

    @BeforeEach
    void open() {
        onWindow(() -> {
            cues.begin(music(TimeStep.ofQuarters(0.5)));
            animation.show(true);
        });
    }

    private static void onWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private int after(double milliseconds) {
        onWindow(() -> {
            now += Math.round(milliseconds * MS);
            animation.pulse();
        });
        return cues.timeProperty().get();
    }

    private void play() {
        onWindow(() -> cues.playingProperty().set(true));
    }

    /** A half of a quarter note at 80 a minute is 375 ms, at 120 it is 250; a step in seconds lasts at any tempo. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"0.5, true, 80, 375", "0.5, true, 120, 250", "1, true, 60, 1000", "0.05, false, 200, 50"})
    void aStepLastsAsLongAsTheTempoSays(double length, boolean quarters, double beats, double milliseconds) {
        onWindow(() -> {
            cues.begin(music(new TimeStep(length, quarters)));
            cues.beatsProperty().set(beats);
            cues.timeProperty().set(3);
        });
        play();
        assertThat(after(milliseconds - 1)).isEqualTo(3);
        assertThat(after(1)).isEqualTo(4);
        assertThat(after(10 * milliseconds)).as("nobody looked for ten steps").isEqualTo(14);
        assertThat(after(7 * milliseconds)).as("after the last comes the first").isEqualTo(1);
    }

    @Test
    void aTaskWithoutATempoGoesAsFastAsOneCanFollow() {
        onWindow(() -> cues.begin(RunHead.NONE));
        assertThat(cues.stepNanos()).isEqualTo(66 * MS);
    }

    @Test
    void whoeverMarksAnotherStepHearsItFromItsBeginning() {
        play();
        assertThat(after(370)).isZero();
        onWindow(() -> cues.timeProperty().set(10));
        assertThat(after(370)).isEqualTo(10);
        assertThat(after(5)).isEqualTo(11);
    }

    @Test
    void anotherTempoTakesEffectWithinTheStep() {
        play();
        after(400); // 25 ms into step 1
        onWindow(() -> cues.beatsProperty().set(160)); // 187.5 ms a step
        assertThat(after(187.4 - 25)).isEqualTo(1);
        assertThat(after(0.2)).isEqualTo(2);
    }

    @Test
    void withoutALoopItRestsAtTheLastStepAndBeginsAgainAtTheFirst() {
        onWindow(() -> {
            cues.loopingProperty().set(false);
            cues.timeProperty().set(18);
        });
        play();
        assertThat(after(375 * 1.5)).isEqualTo(19);
        assertThat(cues.playingProperty().get()).isTrue();
        assertThat(after(375)).isEqualTo(19);
        assertThat(cues.playingProperty().get()).isFalse();
        assertThat(cues.playheadProperty().get()).isEmpty();
        play();
        assertThat(after(0)).isZero();
    }

    @Test
    void aStretchIsCountedInGoneOverOnceAndForgotten() {
        onWindow(() -> {
            cues.timeProperty().set(12);
            cues.playOnce(new Cues.Stretch(-4, 6));
        });
        assertThat(cues.countInProperty().get()).isEqualTo(4);
        assertThat(after(380)).isZero();
        assertThat(cues.countInProperty().get()).isEqualTo(3);
        assertThat(after(375 * 3)).isZero();
        assertThat(cues.countInProperty().get()).isZero();
        assertThat(after(375 * 5)).isEqualTo(5);
        assertThat(cues.playingProperty().get()).isTrue();
        assertThat(after(375)).as("though everything is a loop else").isEqualTo(5);
        assertThat(cues.playingProperty().get()).isFalse();
        play();
        assertThat(after(375 * 4)).as("no stretch any more").isEqualTo(9);
    }

    @Test
    void whatNobodySeesStandsStill() {
        play();
        after(375);
        onWindow(() -> animation.show(false));
        assertThat(cues.playheadProperty().get()).isEmpty();
        assertThat(after(10_000)).isEqualTo(1);
        onWindow(() -> animation.show(true));
        assertThat(after(375)).isEqualTo(2);
    }
}
