package unroll.app.view.along;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Excerpt;
import unroll.app.sound.HandClock;
import unroll.app.sound.RecordedSound;
import unroll.app.sound.Sound;
import unroll.app.view.Cues;
import unroll.app.view.Playhead;
import unroll.app.view.RunHead;
import unroll.engine.music.Keyboard;
import unroll.engine.music.RollNote;
import unroll.engine.music.TimeStep;
import unroll.engine.task.Appearance;

/** What becomes of keys that are played, by a clock that the test moves; a half of a quarter note at 80 a minute is 375 ms. */
class AlongControllerTest {
    private static final long MS = 1_000_000;
    private static final int STEPS = 40;
    private static final TimeStep STEP = TimeStep.ofQuarters(0.5);

    private final HandClock clock = new HandClock();
    private final RecordedSound devices = new RecordedSound(clock::now);
    private final Cues cues = new Cues();
    private final Sound sound = new Sound(devices, cues, clock, clock::now, Runnable::run);
    private final AlongController along = new AlongController(cues, sound, clock::now);
    private final AlongModel model = along.model();

    private static RunHead music(TimeStep step, int steps) {
        Appearance notes = new Appearance.Notes(Keyboard.PIANO, step);
        return new RunHead("m", "", List.of(), "nats", notes, List.of(), true, false, steps, 3, 5);
    }

    @BeforeEach
    void open() {
        cues.playingProperty()
                .subscribe(on -> cues.follow(cues.stretch()
                        .filter(stretch -> on)
                        .map(stretch ->
                                new Playhead(clock.now(), stretch.from(), cues.stepNanos(), stretch.end(), false))));
        begin(music(STEP, STEPS));
        sound.look(true);
    }

    private void begin(RunHead run) {
        cues.begin(run);
        along.begin(run);
    }

    /** Lets time pass, looking every 5 ms. */
    private void pass(long milliseconds) {
        for (long i = 0; i < milliseconds; i += 5) {
            clock.pass(5 * MS);
            cues.playheadProperty().get().ifPresent(head -> cues.moveTo(head, clock.now()));
        }
    }

    /** Records 8 steps: C4 over 0 and 1, a little late; E4 in step 2 for a blink, G4 from 3 on to the end. */
    private void record() {
        model.lengthProperty().set(8);
        along.recordOrStop();
        pass(8 * 375 + 40);
        along.strike(60);
        pass(2 * 375 + 20);
        along.release(60);
        along.strike(64);
        pass(20);
        along.release(64);
        pass(400);
        along.strike(67);
        pass(5000);
        along.release(67);
    }

    @Test
    void whatIsPlayedIsAtTheNearestStepsInOneAtLeast() {
        along.recordOrStop();
        assertThat(model.lengthProperty().get()).as("two bars").isEqualTo(16);
        assertThat(model.recordingProperty().get()).isTrue();
        assertThat(model.beatsLeftProperty().get()).isEqualTo(4);
        pass(760);
        assertThat(model.beatsLeftProperty().get()).isEqualTo(3);
        along.recordOrStop();
        assertThat(model.recordingProperty().get()).isFalse();
        assertThat(model.questionProperty().get().played().frames())
                .as("stopped before it began")
                .isZero();
        record();
        assertThat(model.recordingProperty().get()).isFalse();
        assertThat(model.questionProperty().get().played().frames()).isEqualTo(8);
        assertThat(model.questionProperty().get().played().notes())
                .containsExactly(new RollNote(60, 0, 2), new RollNote(64, 2, 3), new RollNote(67, 3, 8));
        assertThat(cues.playingProperty().get()).isFalse();
    }

    @Test
    void whoStopsEarlyKeepsWhatWasPlayedSoFar() {
        along.recordOrStop();
        pass(8 * 375 + 5);
        along.strike(60);
        pass(375 * 2 + 60);
        along.recordOrStop();
        assertThat(model.questionProperty().get().played().frames()).isEqualTo(3);
        assertThat(model.questionProperty().get().played().notes()).containsExactly(new RollNote(60, 0, 2));
    }

    /** Also while the test sequence could be heard. */
    @Test
    void whileItIsRecordedOnlyTheHandsAreHeard() {
        sound.offer(Sound.Part.FREE_RUN, () -> {
            throw new AssertionError("nobody wants to hear that");
        });
        record();
        assertThat(devices.events())
                .extracting(event -> event.replaceAll(" at .*", ""))
                .containsExactly("opened", "on C4", "off C4", "on E4", "off E4", "on G4", "off G4");
    }

    @Test
    void theNetworkIsAskedAndWhatItAnswersIsPlayedFromWhereItGoesOn() {
        along.goOn();
        assertThat(model.questionProperty().get().take())
                .as("nothing was played")
                .isEqualTo(AlongQuestion.NONE);
        record();
        along.goOn();
        AlongQuestion question = model.questionProperty().get();
        assertThat(question.take()).isZero();
        assertThat(question.steps()).isEqualTo(STEPS);
        float[][] free = new float[STEPS][88];
        free[9][60 - 21] = 1;
        Excerpt answer = new Excerpt(Keyboard.PIANO, STEP, 8, "played", new float[STEPS][88], new float[0][], free, 8);
        AlongQuestion other = new AlongQuestion(question.played(), 5, STEPS);
        along.show(new AlongLook(3, other, Excerpt.EMPTY));
        assertThat(cues.playingProperty().get())
                .as("an answer to something else")
                .isFalse();
        along.show(new AlongLook(3, question, answer));
        assertThat(model.excerptProperty().get()).isEqualTo(answer);
        assertThat(cues.timeProperty().get()).isEqualTo(8);
        assertThat(cues.playingProperty().get()).isTrue();
        assertThat(sound.partProperty().get()).isEqualTo(Sound.Part.PLAYED_ALONG);
        devices.events();
        cues.follow(Optional.of(new Playhead(clock.now(), 8, 100 * MS, STEPS, false)));
        clock.pass(250 * MS);
        assertThat(devices.events())
                .extracting(event -> event.replaceAll(" at .*", ""))
                .containsExactly("on C4", "off C4");
        along.goOn();
        assertThat(model.questionProperty().get().take()).as("in another way").isEqualTo(1);
    }

    @Test
    void whatWasPlayedStaysForAnotherNetworkOfTheSameMusic() {
        record();
        begin(music(STEP, 30));
        assertThat(model.questionProperty().get().played().frames()).isEqualTo(8);
        assertThat(model.questionProperty().get().steps()).isEqualTo(30);
        begin(music(STEP, 8));
        assertThat(model.questionProperty().get().played().frames())
                .as("no room to go on")
                .isZero();
        record();
        begin(music(TimeStep.ofQuarters(1), 30));
        assertThat(model.questionProperty().get().played().frames())
                .as("other steps")
                .isZero();
        begin(RunHead.NONE);
        assertThat(model.appliesProperty().get()).isFalse();
    }
}
