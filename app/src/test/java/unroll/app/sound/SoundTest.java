package unroll.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.view.Cues;
import unroll.app.view.Playhead;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.RollNote;
import unroll.engine.music.TimeStep;

/** What is heard of a hand-made roll, and when, by a clock that the test moves. */
class SoundTest {
    private static final long MS = 1_000_000;

    /** C4 over steps 1 and 2, E4 in step 2, G4 in the last of four and, for loops, in the first. */
    private static final PianoRoll ROLL = PianoRoll.of(
            TimeStep.ofQuarters(1),
            Keyboard.PIANO,
            4,
            List.of(new RollNote(60, 1, 3), new RollNote(64, 2, 3), new RollNote(67, 3, 4), new RollNote(67, 0, 1)));

    private final HandClock clock = new HandClock();
    private final RecordedSound devices = new RecordedSound(clock::now);
    private final Cues cues = new Cues();
    private final Sound sound = new Sound(devices, cues, clock, clock::now, Runnable::run);

    @BeforeEach
    void look() {
        sound.offer(Sound.Part.TRUTH, () -> ROLL);
        sound.partProperty().set(Sound.Part.TRUTH);
        sound.look(true);
    }

    private void play(int from, boolean loops) {
        cues.follow(Optional.of(new Playhead(clock.now(), from, 100 * MS, 4, loops)));
    }

    private void pause() {
        cues.follow(Optional.empty());
    }

    @Test
    void keysAreStruckWhereTheyBeginAndReleasedWhereTheyEndAndNotStruckAnewInBetween() {
        play(0, false);
        clock.pass(1000 * MS);
        assertThat(devices.events())
                .containsExactly(
                        "opened at 0",
                        "on G4 at 0",
                        "off G4 at 100",
                        "on C4 at 100",
                        "on E4 at 200",
                        "off C4 at 300",
                        "off E4 at 300",
                        "on G4 at 300",
                        "off G4 at 400");
        assertThat(clock.pending()).as("at rest no timer runs").isZero();
    }

    @Test
    void atTheBeginningOfARoundEverythingIsStruckAnew() {
        play(3, true);
        clock.pass(150 * MS);
        assertThat(devices.events()).containsExactly("opened at 0", "on G4 at 0", "off G4 at 100", "on G4 at 100");
        clock.pass(400 * MS);
        assertThat(devices.events()).contains("off C4 at 400", "on G4 at 400", "off G4 at 500", "on G4 at 500");
    }

    @Test
    void aSeekAndAPauseReleaseWhatSounds() {
        play(1, true);
        clock.pass(50 * MS);
        assertThat(devices.events()).containsExactly("opened at 0", "on C4 at 0");
        play(2, true);
        assertThat(devices.events()).containsExactly("off C4 at 50", "on C4 at 50", "on E4 at 50");
        clock.pass(20 * MS);
        pause();
        assertThat(devices.events()).containsExactly("off C4 at 70", "off E4 at 70");
        clock.pass(1000 * MS);
        assertThat(devices.events()).isEmpty();
        assertThat(clock.pending()).isZero();
    }

    /** As much earlier as a device takes, so that it is heard when the cursor is there. */
    @ParameterizedTest(name = "{0} ms")
    @ValueSource(ints = {0, 30, 120})
    void whatADeviceDelaysIsStruckAsMuchEarlier(int latency) {
        devices.latency = latency * MS;
        play(0, false);
        clock.pass(1000 * MS);
        List<String> events = devices.events();
        assertThat(events).contains("on E4 at " + (200 - latency), "off E4 at " + (300 - latency));
    }

    @Test
    void anotherTempoGoesOnAtItsOwnSpeed() {
        play(0, false);
        clock.pass(120 * MS);
        devices.events();
        cues.follow(Optional.of(new Playhead(100 * MS, 1, 50 * MS, 4, false)));
        clock.pass(1000 * MS);
        assertThat(devices.events()).contains("on E4 at 150", "on G4 at 200", "off G4 at 250");
    }

    @Test
    void whatIsCountedInIsSilent() {
        play(-3, false);
        clock.pass(290 * MS);
        assertThat(devices.events()).containsExactly("opened at 0");
        clock.pass(20 * MS);
        assertThat(devices.events()).containsExactly("on G4 at 300");
    }

    /** The network has learned, and predicts something else: what goes on sounding is not struck anew. */
    @Test
    void anotherRollOfTheSamePartTakesOverAtTheNextStep() {
        play(1, false);
        clock.pass(50 * MS);
        devices.events();
        sound.offer(
                Sound.Part.TRUTH,
                () -> PianoRoll.of(
                        TimeStep.ofQuarters(1),
                        Keyboard.PIANO,
                        4,
                        List.of(new RollNote(60, 0, 4), new RollNote(72, 0, 4))));
        assertThat(devices.events()).isEmpty();
        clock.pass(100 * MS);
        assertThat(devices.events()).containsExactly("on C5 at 100");
    }

    @Test
    void anotherPartBeginsAtOnceAndItsRollIsMadeOnlyThen() {
        int[] made = {0};
        sound.offer(Sound.Part.FREE_RUN, () -> {
            made[0]++;
            return PianoRoll.of(TimeStep.ofQuarters(1), Keyboard.PIANO, 4, List.of(new RollNote(72, 0, 4)));
        });
        play(1, false);
        clock.pass(50 * MS);
        devices.events();
        assertThat(made[0]).isZero();
        sound.partProperty().set(Sound.Part.FREE_RUN);
        assertThat(devices.events()).containsExactly("off C4 at 50", "on C5 at 50");
    }

    @Test
    void mutedOrUnseenHoldsNoDeviceAndTriesAgainAfterThat() {
        sound.mutedProperty().set(true);
        play(0, true);
        clock.pass(500 * MS);
        sound.strike(60);
        assertThat(devices.events()).isEmpty();
        assertThat(clock.pending()).isZero();
        sound.mutedProperty().set(false);
        assertThat(devices.events()).containsExactly("opened at 500", "on C4 at 500");
        sound.look(false);
        assertThat(devices.events()).containsExactly("silence at 500", "closed at 500");
        clock.pass(500 * MS);
        assertThat(devices.events()).isEmpty();
        assertThat(clock.pending()).isZero();
    }

    @Test
    void nothingIsOpenedForWhatIsSilent() {
        sound.withdraw();
        play(0, true);
        clock.pass(500 * MS);
        assertThat(devices.events()).isEmpty();
        sound.strike(62);
        sound.release(62);
        assertThat(devices.events()).containsExactly("opened at 500", "on D4 at 500", "off D4 at 500");
    }

    @Test
    void aKeyThatAHandHoldsIsNotReleasedByTheScore() {
        sound.strike(60);
        play(1, false);
        clock.pass(250 * MS);
        assertThat(devices.events())
                .containsExactly(
                        "opened at 0", "on C4 at 0", "on C4 at 0", "on E4 at 100", "off E4 at 200", "on G4 at 200");
        sound.release(60);
        assertThat(devices.events()).containsExactly("off C4 at 250");
    }

    @Test
    void withoutADeviceItIsSaidOnceAndTriedAgainWhenSomebodyAsksAnew() {
        devices.refusal = "this computer has no sound device";
        play(0, true);
        clock.pass(2000 * MS);
        sound.strike(60);
        sound.release(60);
        assertThat(devices.events()).as("asked once").containsExactly("refused at 0");
        assertThat(sound.whySilentProperty().get()).isEqualTo("this computer has no sound device");
        assertThat(clock.pending()).isZero();
        sound.mutedProperty().set(true);
        assertThat(sound.whySilentProperty().get()).isEmpty();
        devices.refusal = "";
        sound.mutedProperty().set(false);
        assertThat(devices.events()).contains("opened at 2000");
        assertThat(sound.whySilentProperty().get()).isEmpty();
    }

    @Test
    void aDeviceThatFailsIsSaidAndDoesNoHarm() {
        play(0, true);
        devices.events();
        devices.fails = true;
        clock.pass(500 * MS);
        assertThat(devices.events()).containsExactly("off G4 at 100");
        assertThat(sound.whySilentProperty().get()).isEqualTo("the sound device failed");
        assertThat(clock.pending()).isZero();
    }
}
