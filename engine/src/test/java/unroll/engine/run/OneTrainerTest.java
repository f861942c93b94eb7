package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.record.RunFolder;

/** Two who train one run would cut off what the other writes. */
class OneTrainerTest {
    @TempDir
    Path runs;

    @Test
    void a_run_has_one_who_trains_it_at_a_time() {
        Experiment experiment = SmallRun.experiment("single", 30);
        Path run;
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(experiment, runs, log)) {
            SmallRun.step(trainer, log, 4);
            run = trainer.folder().path();
            assertThatThrownBy(() -> SmallRun.reopened(run, new SnapshotLog()))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining(run.toString())
                    .hasMessageContaining("is being trained in another window or by another program");
            SmallRun.step(trainer, log, 4);
        }
        SnapshotLog again = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, again)) {
            SmallRun.step(trainer, again, 2);
        }
        assertThat(SmallRun.numbers(run)).isEqualTo(SmallRun.numbers(SmallRun.trained(experiment, runs, 10)));
    }

    @Test
    void twoRunsThatAreBegunInTheSameSecondHaveFoldersOfTheirOwn() {
        Experiment one = SmallRun.with(SmallRun.experiment("single", 9), "seeds.data", "1");
        Experiment two = SmallRun.with(one, "seeds.data", "2");
        RunFolder place = RunFolder.planned(runs, one);
        RunFolder same = RunFolder.planned(runs, two);
        while (!same.path().equals(place.path())) { // a second ended in between
            place = RunFolder.planned(runs, one);
            same = RunFolder.planned(runs, two);
        }
        SnapshotLog first = new SnapshotLog();
        SnapshotLog second = new SnapshotLog();
        try (Trainer trainer = new Trainer(one, place, first);
                Trainer other = new Trainer(two, same, second)) {
            SmallRun.step(trainer, first, 9);
            SmallRun.step(other, second, 9);
            assertThat(other.folder().path()).isNotEqualTo(trainer.folder().path());
            assertThat(second.last().trouble()).isEmpty();
            whole(trainer.folder(), one);
            whole(other.folder(), two);
        }
        assertThat(RunFolder.list(runs)).hasSize(2);
    }

    private void whole(RunFolder run, Experiment experiment) {
        Path alone = SmallRun.trained(experiment, runs.resolve("alone"), 9);
        assertThat(run.experiment()).isEqualTo(experiment);
        assertThat(SmallRun.numbers(run.path())).isEqualTo(SmallRun.numbers(alone));
        assertThat(run.expenses().updates()).isEqualTo(9);
        assertThat(run.expenses().tests())
                .hasSameSizeAs(RunFolder.at(alone).expenses().tests());
    }

    @Test
    void nothingIsWrittenIntoTheFolderOfOneWhoTrainsThere() throws IOException {
        Experiment experiment = SmallRun.experiment("single", 30);
        SnapshotLog first = new SnapshotLog();
        SnapshotLog second = new SnapshotLog();
        Path place = runs.resolve("taken");
        try (Trainer late = new Trainer(SmallRun.with(experiment, "seeds.data", "7"), RunFolder.at(place), second);
                Trainer trainer = new Trainer(experiment, RunFolder.at(place), first)) {
            SmallRun.step(trainer, first, 4);
            List<String> before = SmallRun.metrics(place);
            for (int i = 0; i < 2; i++) {
                SmallRun.step(late, second, 3);
                assertThat(second.last().trouble().orElseThrow()).contains("is being trained in another window");
            }
            assertThat(RunFolder.at(place).experiment()).isEqualTo(experiment);
            assertThat(SmallRun.metrics(place)).isEqualTo(before);
        }
    }

    @Test
    void a_folder_that_is_renamed_meanwhile_is_missed_and_once_it_is_back_nothing_is_lost() throws IOException {
        SnapshotLog log = new SnapshotLog();
        Path run;
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 30), runs, log)) {
            SmallRun.step(trainer, log, 4);
            run = trainer.folder().path();
            Path elsewhere = Files.move(run, runs.resolve("elsewhere"));
            SmallRun.step(trainer, log, 4);
            assertThat(log.last().trouble().orElse("no trouble"))
                    .startsWith(run.toString())
                    .contains("was renamed, moved or removed");
            assertThat(log.last().unsaved()).isTrue();
            assertThat(run).doesNotExist();
            Files.createDirectories(run);
            Files.createFile(run.resolve("lock"));
            SmallRun.step(trainer, log, 1);
            assertThat(log.last().trouble()).as("another folder in its place").isPresent();
            Files.delete(run.resolve("lock"));
            Files.delete(run);
            Files.move(elsewhere, run);
            SmallRun.step(trainer, log, 1);
            assertThat(log.last().trouble()).isEmpty();
            assertThat(log.last().unsaved()).isFalse();
        }
        Path undisturbed = SmallRun.trained(SmallRun.experiment("single", 30), runs, 10);
        assertThat(SmallRun.metrics(run)).isEqualTo(SmallRun.metrics(undisturbed));
        assertThat(SmallRun.numbers(run)).isEqualTo(SmallRun.numbers(undisturbed));
    }
}
