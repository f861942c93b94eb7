package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.backend.FailingCard;
import unroll.engine.setting.SettingsException;

/** A card that fails takes the updates since the last save, and nothing else. */
class FailingCardTest {
    @TempDir
    Path runs;

    private static Experiment on(String device, int card) {
        Experiment experiment = Small.with(Small.experiment("single", 40), "backend.device", device);
        return Small.with(experiment, "backend.card", String.valueOf(card));
    }

    @Test
    void a_run_stops_where_its_card_fails_and_goes_on_on_the_processor_from_what_was_saved() {
        FailingCard.failAfter(1000);
        Heard heard = new Heard();
        Path run;
        try (Trainer trainer = Small.trainer(on("cuda", FailingCard.NUMBER), runs, heard)) {
            assertThat(trainer.backend()).startsWith("Failing card");
            Small.step(trainer, heard, 5);
            run = trainer.folder().path();
            FailingCard.failAfter(4);
            trainer.play();
            Snapshot last = heard.await(s -> s.state() == State.FAILED);
            assertThat(last.trouble())
                    .hasValue("The run stopped: the card fell off the bus. What was saved is in " + run + ".");
            assertThat(last.savedUpdate()).isEqualTo(5);
        }
        RunFolder failed = RunFolder.open(run);
        Experiment moved = Small.with(failed.experiment(), "backend.device", "cpu");
        Path branch = Branch.of(failed, 5, moved, runs).folder().path();
        Heard onProcessor = new Heard();
        try (Trainer trainer = Small.reopened(branch, onProcessor)) {
            Small.step(trainer, onProcessor, 10);
        }
        Path undisturbed = Small.trained(Small.experiment("single", 40), runs, 15);
        assertThat(Small.numbers(branch)).isEqualTo(Small.numbers(undisturbed)); // that card is the processor
    }

    @Test
    void a_card_that_fails_where_a_view_asks_stops_the_run_as_well() {
        FailingCard.failAfter(1000);
        Heard heard = new Heard();
        try (Trainer trainer = Small.trainer(on("cuda", FailingCard.NUMBER), runs, heard)) {
            Small.step(trainer, heard, 5);
            FailingCard.failAfter(0); // while it rests
            trainer.watch(new SequenceProbe(0, 0), answer -> {});
            Snapshot last = heard.await(s -> s.state() == State.FAILED);
            assertThat(last.trouble().orElseThrow()).contains("the card fell off the bus");
        }
    }

    @Test
    void auto_takes_a_card_that_is_there_and_says_why_where_there_is_none() {
        FailingCard.failAfter(1000);
        try (Training there = new Training(on("auto", FailingCard.NUMBER));
                Training none = new Training(on("auto", 3))) {
            assertThat(there.describeBackend()).startsWith("Failing card").doesNotContain("no card");
            assertThat(none.describeBackend()).startsWith("CPU").endsWith("no card: there is no card 3");
        }
        assertThatThrownBy(() -> new Training(on("cuda", 3)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("backend.device: cuda cannot be used: there is no card 3; choose cpu or auto");
    }
}
