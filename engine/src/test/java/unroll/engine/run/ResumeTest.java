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
        Experiment experiment = SmallRun.with(SmallRun.experiment(precision, 40), "gradient", gradient);
        Path whole = changedAtTwelve(experiment, 0.05);
        Path other = changedAtTwelve(experiment, 0.06);
        Path parts = SmallRun.trained(experiment, runs("parts"), 5);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(parts, log)) {
            SmallRun.step(trainer, log, 7);
            trainer.change(trainer.experiment().changedAt(12, "learningRate", 0.05));
        }
        for (int steps : new int[] {1, 3}) {
            log = new SnapshotLog();
            try (Trainer trainer = SmallRun.reopened(parts, log)) {
                SmallRun.step(trainer, log, steps);
            }
        }
        log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(parts, log)) {
            assertThat(log.last().update()).isEqualTo(16);
            trainer.play();
            log.await(State.FINISHED);
        }
        assertThat(SmallRun.numbers(parts)).isEqualTo(SmallRun.numbers(whole)).isNotEqualTo(SmallRun.numbers(other));
        assertThat(SmallRun.metrics(parts)).isEqualTo(SmallRun.metrics(whole)).isNotEqualTo(SmallRun.metrics(other));
        assertThat(RunFolder.open(parts).experiment())
                .isEqualTo(RunFolder.open(whole).experiment());
    }

    private Path changedAtTwelve(Experiment experiment, double rate) throws IOException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(experiment, runs("changed"), log)) {
            SmallRun.step(trainer, log, 12);
            trainer.change(trainer.experiment().changedAt(12, "learningRate", rate));
            trainer.play();
            log.await(State.FINISHED);
            return trainer.folder().path();
        }
    }

    @Test
    void the_kept_experiment_run_again_makes_the_same_changes_at_the_same_updates() throws IOException {
        Path changed = changedAtTwelve(SmallRun.experiment("single", 40), 0.05);
        Path again = SmallRun.trained(RunFolder.open(changed).experiment(), runs("again"), 40);
        assertThat(SmallRun.numbers(again)).isEqualTo(SmallRun.numbers(changed));
        assertThat(SmallRun.metrics(again)).isEqualTo(SmallRun.metrics(changed));
        Path unchanged = SmallRun.trained(SmallRun.experiment("single", 40), runs("unchanged"), 40);
        assertThat(SmallRun.numbers(again)).isNotEqualTo(SmallRun.numbers(unchanged));
    }

    /** Who changes a setting saw an update that has long passed; what is kept must say when the change really came. */
    @Test
    void a_change_that_is_asked_for_too_late_is_kept_as_it_happened() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 3_000);
        SnapshotLog log = new SnapshotLog();
        Path changed;
        try (Trainer trainer = SmallRun.trainer(experiment, runs("late"), log)) {
            changed = trainer.folder().path();
            SmallRun.step(trainer, log, 20);
            trainer.change(experiment.changedAt(3, "learningRate", 0.0123)); // as if 3 were the newest update
            SmallRun.step(trainer, log, 20);
            trainer.play();
            Experiment faster = trainer.experiment().changedAt(30, "momentum", 0.5);
            trainer.change(faster);
            log.await(State.FINISHED);
            assertThat(trainer.experiment()).isNotEqualTo(faster);
            assertThat(RunFolder.open(changed).experiment()).isEqualTo(trainer.experiment());
        }
        assertThat(Files.readString(changed.resolve("experiment.json"))).contains("20,", "0.0123");
        Path again = SmallRun.trained(RunFolder.open(changed).experiment(), runs("again"), 3_000);
        assertThat(SmallRun.numbers(again)).isEqualTo(SmallRun.numbers(changed));
        assertThat(SmallRun.metrics(again)).isEqualTo(SmallRun.metrics(changed));
    }

    @Test
    void a_run_whose_end_is_moved_goes_on_and_one_whose_end_is_passed_stops_there() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 10);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(experiment, runs("longer"), log)) {
            trainer.play();
            log.await(State.FINISHED);
            trainer.change(SmallRun.with(experiment, "training.updates", "15"));
            log.await(State.PAUSED);
            trainer.play();
            assertThat(log.await(State.FINISHED).update()).isEqualTo(15);
            trainer.change(SmallRun.with(experiment, "training.updates", "2000000"));
            trainer.play();
            log.await(s -> s.update() > 100);
            trainer.change(SmallRun.with(experiment, "training.updates", "20"));
            long stopped = log.await(State.FINISHED).update();
            trainer.save();
            assertThat(log.await(s -> s.savedUpdate() == stopped).update()).isEqualTo(stopped);
            trainer.play();
            trainer.pause();
        }
        assertThat(log.last().state()).isEqualTo(State.CLOSED);
        assertThat(log.last().update()).isEqualTo(log.last().savedUpdate());
    }

    @Test
    void curves_are_read_back_from_the_metrics() throws IOException {
        Path folder = SmallRun.trained(SmallRun.experiment("single", 40), runs("curves"), 21);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(folder, log)) {
            TrainingCurves curves = log.last().curves();
            assertThat(curves.size()).isEqualTo(21);
            assertThat(curves.update(20)).isEqualTo(21);
            assertThat(List.of(curves.testUpdate(0), curves.testUpdate(1), curves.testUpdate(3)))
                    .containsExactly(0L, 7L, 21L);
            SmallRun.step(trainer, log, 1);
            assertThat(log.last().curves().size()).isEqualTo(22);
        }
    }
}
