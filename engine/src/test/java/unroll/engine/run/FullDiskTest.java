package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;

/**
 * A run that cannot be saved shows why and goes on, nothing saved is lost, and once there is room all is saved. The
 * device {@code /dev/full}, which has no room for anything, stands in for a full disk.
 */
@Isolated("it counts the threads of all runs")
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path runs;

    @Test
    @EnabledOnOs(OS.LINUX)
    void with_no_room_for_metrics_the_run_goes_on_and_catches_up_when_there_is() throws IOException {
        SnapshotLog log = new SnapshotLog();
        Path run;
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 40), runs, log)) {
            SmallRun.step(trainer, log, 5);
            run = trainer.folder().path();
            Path metrics = run.resolve("metrics.csv");
            Path aside = Files.move(metrics, run.resolve("aside"));
            Files.createSymbolicLink(metrics, FULL);
            SmallRun.step(trainer, log, 5);
            complains(log, metrics, "No space left on device");
            assertThat(RunFolder.open(run).checkpoint().orElseThrow().update()).isEqualTo(5);
            SmallRun.step(trainer, log, 5);
            assertThat(log.last().savedUpdate()).isEqualTo(5);
            Files.delete(metrics);
            Files.move(aside, metrics);
            trainer.save();
            Snapshot saved = log.await(s -> s.savedUpdate() == 15);
            assertThat(saved.trouble()).isEmpty();
        }
        Path undisturbed = SmallRun.trained(SmallRun.experiment("single", 40), runs, 15);
        assertThat(SmallRun.metrics(run)).isEqualTo(SmallRun.metrics(undisturbed));
        assertThat(SmallRun.numbers(run)).isEqualTo(SmallRun.numbers(undisturbed));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void with_no_room_for_a_checkpoint_those_before_stay() throws IOException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 40), runs, log)) {
            SmallRun.step(trainer, log, 5);
            Path run = trainer.folder().path();
            List<String> before = SmallRun.numbers(run);
            Files.createSymbolicLink(run.resolve("checkpoints/0000000010.safetensors.part"), FULL);
            SmallRun.step(trainer, log, 5);
            complains(log, run.resolve("checkpoints/0000000010.safetensors"), "No space left on device");
            assertThat(SmallRun.numbers(run)).isEqualTo(before);
            trainer.save();
            assertThat(log.await(s -> s.savedUpdate() == 10).trouble()).isEmpty();
        }
    }

    @Test
    void a_file_in_the_place_of_the_checkpoints_is_named_and_nothing_else_is_lost() throws IOException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 40), runs, log)) {
            SmallRun.step(trainer, log, 5);
            Path run = trainer.folder().path();
            Path folder = run.resolve("checkpoints");
            Path aside = Files.move(folder, run.resolve("aside"));
            Files.createFile(folder);
            SmallRun.step(trainer, log, 5);
            complains(log, folder, "there is a file where a folder belongs");
            Files.delete(folder);
            Files.move(aside, folder);
            SmallRun.step(trainer, log, 5);
            assertThat(log.await(s -> s.savedUpdate() == 15).trouble()).isEmpty();
        }
    }

    @Test
    void a_change_that_could_not_be_kept_is_kept_with_the_next_save() throws IOException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 40), runs, log)) {
            SmallRun.step(trainer, log, 5);
            Path run = trainer.folder().path();
            Path obstacle = Files.createDirectories(run.resolve("experiment.json.part/in the way"));
            trainer.change(trainer.experiment().changedAt(5, "learningRate", 0.3));
            log.await(s -> s.trouble().isPresent());
            complains(log, run.resolve("experiment.json"), "cannot be saved");
            Files.delete(obstacle);
            Files.delete(obstacle.getParent());
            SmallRun.step(trainer, log, 1);
            log.await(s -> s.trouble().isEmpty());
            assertThat(RunFolder.open(run).experiment()).isEqualTo(trainer.experiment());
        }
    }

    @Test
    void a_place_where_no_folder_can_be_made_is_named_at_the_start_and_training_goes_on() throws IOException {
        Path file = Files.createFile(runs.resolve("file"));
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 20), file, log)) {
            trainer.play();
            Snapshot end = log.await(State.FINISHED);
            assertThat(end.update()).isEqualTo(20);
            assertThat(end.curves().tests()).isEqualTo(4);
            complains(log, file, "cannot be saved");
            Files.delete(file);
            trainer.save();
            assertThat(log.await(s -> s.savedUpdate() == 20).trouble()).isEmpty();
            assertThat(SmallRun.metrics(trainer.folder().path())).hasSize(1 + 20 + 4);
        }
    }

    @Test
    void a_folder_that_cannot_be_opened_leaves_no_threads_behind() throws IOException {
        Path run = SmallRun.trained(SmallRun.experiment("single", 20), runs, 5);
        Path metrics = run.resolve("metrics.csv");
        Files.delete(metrics);
        Files.createDirectory(metrics);
        long before = workers();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> SmallRun.reopened(run, new SnapshotLog()))
                    .isInstanceOf(RunException.class)
                    .hasMessageStartingWith(metrics.toString());
        }
        assertThat(workers()).isLessThanOrEqualTo(before + 1); // the last one may still be ending
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("unroll-worker"))
                .count();
    }

    private static void complains(SnapshotLog log, Path file, String reason) {
        String sentence = log.last().trouble().orElse("no trouble");
        assertThat(sentence).startsWith(file.toString()).contains(reason).doesNotContain("\n");
    }
}
