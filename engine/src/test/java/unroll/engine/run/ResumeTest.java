package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.record.TrainingCurves;

/** A run that is interrupted, changed and continued ends with the same bits as one that is not. */
class ResumeTest {
    @TempDir
    Path folder;

    private Path runs(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        single | {"kind": "bptt"}
        double | {"kind": "bptt"}
        double | {"kind": "rtrl"}
        single | {"kind": "tbptt", "every": 2, "back": 5}
        single | {"kind": "tbptt", "every": 4, "back": 6, "online": true}
        double | {"kind": "tbptt", "every": 2, "back": 2, "online": true}
        """)
    void closed_reopened_and_changed_in_between_a_run_gives_the_same_bits(String precision, String gradient)
            throws IOException {
        Experiment experiment = Small.with(Small.experiment(precision, 40), "gradient", gradient);
        Path whole = changedAtTwelve(experiment, 0.05);
        Path other = changedAtTwelve(experiment, 0.06);
        Path parts = Small.trained(experiment, runs("parts"), 5);
        Heard heard = new Heard();
        try (Trainer trainer = Small.reopened(parts, heard)) {
            Small.step(trainer, heard, 7);
            trainer.change(trainer.experiment().changedAt(12, "learningRate", 0.05));
        }
        for (int steps : new int[] {1, 3}) {
            heard = new Heard();
            try (Trainer trainer = Small.reopened(parts, heard)) {
                Small.step(trainer, heard, steps);
            }
        }
        heard = new Heard();
        try (Trainer trainer = Small.reopened(parts, heard)) {
            assertThat(heard.last().update()).isEqualTo(16);
            trainer.play();
            heard.await(State.FINISHED);
        }
        assertThat(Small.numbers(parts)).isEqualTo(Small.numbers(whole)).isNotEqualTo(Small.numbers(other));
        assertThat(Small.metrics(parts)).isEqualTo(Small.metrics(whole)).isNotEqualTo(Small.metrics(other));
        assertThat(RunFolder.open(parts).experiment())
                .isEqualTo(RunFolder.open(whole).experiment());
    }

    private Path changedAtTwelve(Experiment experiment, double rate) throws IOException {
        Heard heard = new Heard();
        try (Trainer trainer = Small.trainer(experiment, runs("changed"), heard)) {
            Small.step(trainer, heard, 12);
            trainer.change(trainer.experiment().changedAt(12, "learningRate", rate));
            trainer.play();
            heard.await(State.FINISHED);
            return trainer.folder().path();
        }
    }

    @Test
    void the_kept_experiment_run_again_makes_the_same_changes_at_the_same_updates() throws IOException {
        Path changed = changedAtTwelve(Small.experiment("single", 40), 0.05);
        Path again = Small.trained(RunFolder.open(changed).experiment(), runs("again"), 40);
        assertThat(Small.numbers(again)).isEqualTo(Small.numbers(changed));
        assertThat(Small.metrics(again)).isEqualTo(Small.metrics(changed));
        Path unchanged = Small.trained(Small.experiment("single", 40), runs("unchanged"), 40);
        assertThat(Small.numbers(again)).isNotEqualTo(Small.numbers(unchanged));
    }

    /** Who changes a setting saw an update that has long passed; what is kept must say when the change really came. */
    @Test
    void a_change_that_is_asked_for_too_late_is_kept_as_it_happened() throws IOException {
        Experiment experiment = Small.experiment("single", 3_000);
        Heard heard = new Heard();
        Path changed;
        try (Trainer trainer = Small.trainer(experiment, runs("late"), heard)) {
            changed = trainer.folder().path();
            Small.step(trainer, heard, 20);
            trainer.change(experiment.changedAt(3, "learningRate", 0.0123)); // as if 3 were the newest update
            Small.step(trainer, heard, 20);
            trainer.play();
            Experiment faster = trainer.experiment().changedAt(30, "momentum", 0.5);
            trainer.change(faster);
            heard.await(State.FINISHED);
            assertThat(trainer.experiment()).isNotEqualTo(faster);
            assertThat(RunFolder.open(changed).experiment()).isEqualTo(trainer.experiment());
        }
        assertThat(Files.readString(changed.resolve("experiment.json"))).contains("20,", "0.0123");
        Path again = Small.trained(RunFolder.open(changed).experiment(), runs("again"), 3_000);
        assertThat(Small.numbers(again)).isEqualTo(Small.numbers(changed));
        assertThat(Small.metrics(again)).isEqualTo(Small.metrics(changed));
    }

    @Test
    void a_run_whose_end_is_moved_goes_on_and_one_whose_end_is_passed_stops_there() throws IOException {
        Experiment experiment = Small.experiment("single", 10);
        Heard heard = new Heard();
        try (Trainer trainer = Small.trainer(experiment, runs("longer"), heard)) {
            trainer.play();
            heard.await(State.FINISHED);
            trainer.change(Small.with(experiment, "training.updates", "15"));
            heard.await(State.PAUSED);
            trainer.play();
            assertThat(heard.await(State.FINISHED).update()).isEqualTo(15);
            trainer.change(Small.with(experiment, "training.updates", "2000000"));
            trainer.play();
            heard.await(s -> s.update() > 100);
            trainer.change(Small.with(experiment, "training.updates", "20"));
            long stopped = heard.await(State.FINISHED).update();
            trainer.save();
            assertThat(heard.await(s -> s.savedUpdate() == stopped).update()).isEqualTo(stopped);
            trainer.play();
            trainer.pause();
        }
        assertThat(heard.last().state()).isEqualTo(State.CLOSED);
        assertThat(heard.last().update()).isEqualTo(heard.last().savedUpdate());
    }

    @Test
    void curves_are_read_back_from_the_metrics() throws IOException {
        Path folder = Small.trained(Small.experiment("single", 40), runs("curves"), 21);
        Heard heard = new Heard();
        try (Trainer trainer = Small.reopened(folder, heard)) {
            TrainingCurves curves = heard.last().curves();
            assertThat(curves.size()).isEqualTo(21);
            assertThat(curves.update(20)).isEqualTo(21);
            assertThat(List.of(curves.testUpdate(0), curves.testUpdate(1), curves.testUpdate(3)))
                    .containsExactly(0L, 7L, 21L);
            Small.step(trainer, heard, 1);
            assertThat(heard.last().curves().size()).isEqualTo(22);
        }
    }
}
