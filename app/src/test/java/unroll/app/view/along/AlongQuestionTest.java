package unroll.app.view.along;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Experiment;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;
import unroll.engine.music.RollNote;
import unroll.engine.music.TimeStep;
import unroll.engine.probe.Probe;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

/** What a network of a real run makes of notes that somebody played. */
class AlongQuestionTest {
    private static final Experiment MUSIC = SettingsJson.read(Experiment.class, """
        {"name": "Music", "task": {"kind": "piano-rolls", "source": "../sample-data/music/chorales", "window": 20},
         "model": {"kind": "lstm", "hidden": 6}, "backend": {"threads": 1}}
        """, "test");

    private static final PianoRoll PLAYED = PianoRoll.of(
            TimeStep.ofQuarters(0.5),
            Keyboard.PIANO,
            7,
            List.of(new RollNote(60, 0, 4), new RollNote(64, 2, 3), new RollNote(108, 6, 7), new RollNote(21, 6, 7)));

    @TempDir
    Path runs;

    private <A> A ask(Probe<A> probe) throws Exception {
        CompletableFuture<A> answered = new CompletableFuture<>();
        try (Trainer trainer = new Trainer(MUSIC, RunFolder.planned(runs, MUSIC), snapshot -> {})) {
            trainer.watch(probe, answered::complete);
            return answered.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void theContinuationBeginsWithWhatWasPlayedToTheLastKey() throws Exception {
        AlongLook look = ask(new AlongQuestion(PLAYED, 0, 20));
        assertThat(look.excerpt().truthRoll()).isEqualTo(PLAYED);
        PianoRoll goesOn = look.excerpt().freeRunRoll();
        assertThat(goesOn.frames()).isEqualTo(20);
        assertThat(goesOn.part(0, 7)).isEqualTo(PLAYED);
        assertThat(goesOn.part(7, 20).sounding())
                .as("a network that has learned nothing sounds half the keys")
                .isBetween(13 * 88 / 4L, 13 * 88 * 3 / 4L);
        assertThat(look.excerpt().freeRunFrom()).isEqualTo(7);
        assertThat(ask(new AlongQuestion(PLAYED, 0, 20)).excerpt().freeRunRoll())
                .as("the same again")
                .isEqualTo(goesOn);
        assertThat(ask(new AlongQuestion(PLAYED, 1, 20)).excerpt().freeRunRoll())
                .as("another one")
                .isNotEqualTo(goesOn);
    }

    @Test
    void whatWasPlayedLastLeadsTheNetworkElsewhere() throws Exception {
        PianoRoll other =
                PianoRoll.of(PLAYED.step(), Keyboard.PIANO, 7, List.of(new RollNote(60, 0, 4), new RollNote(64, 2, 3)));
        assertThat(ask(new AlongQuestion(other, 0, 20)).excerpt().freeRunRoll().part(7, 20))
                .isNotEqualTo(ask(new AlongQuestion(PLAYED, 0, 20))
                        .excerpt()
                        .freeRunRoll()
                        .part(7, 20));
    }

    @Test
    void beforeItIsAskedTheNetworkDoesNotGoOn() throws Exception {
        AlongLook look = ask(new AlongQuestion(PLAYED, AlongQuestion.NONE, 20));
        assertThat(look.excerpt().truthRoll()).isEqualTo(PLAYED);
        assertThat(look.excerpt().freeRun()).isEmpty();
        assertThat(look.excerpt().steps()).isEqualTo(20);
    }
}
