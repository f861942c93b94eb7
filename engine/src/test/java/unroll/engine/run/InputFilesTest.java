package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.InputFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** Data that are others than when a run began are noticed; nothing else is. */
class InputFilesTest {
    private static final String ROWS = "0.1,0.4\n0.3,0.2\n0.2,0.1\n".repeat(40);

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void measure() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("a.csv"), ROWS);
        Files.writeString(data.resolve("b.csv"), ROWS);
    }

    private Experiment experiment() {
        return SettingsJson.read(Experiment.class, """
            {"name": "Own", "task": {"kind": "own-series", "folder": "data", "window": 5}, "model": {"kind": "rnn", "hidden": 3},
             "training": {"batch": 4, "updates": 100, "testSequences": 3}, "backend": {"threads": 1}}
            """, "own.json", folder);
    }

    /** Trains two updates more; what was said of the data. */
    private List<String> train(RunFolder run, Experiment experiment) {
        List<String> changed = InputFiles.changed(run, experiment);
        CountDownLatch rested = new CountDownLatch(1);
        try (Trainer trainer = new Trainer(experiment, run, snapshot -> {
            if (snapshot.state() == State.PAUSED && snapshot.savedUpdate() == snapshot.update()) {
                rested.countDown();
            }
        })) {
            trainer.step(2);
            rested.await();
            return changed;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private RunFolder begun() {
        RunFolder run = RunFolder.planned(folder.resolve("runs"), experiment());
        assertThat(train(run, experiment())).isEmpty();
        return run;
    }

    @Test
    void the_same_data_are_the_same_wherever_they_lie() throws IOException {
        RunFolder run = begun();
        assertThat(train(run, run.experiment())).isEmpty();
        Files.writeString(data.resolve("notes.txt"), "not read");
        assertThat(train(run, run.experiment())).isEmpty();
        Path moved = Files.move(data, folder.resolve("moved"));
        assertThat(train(run, SettingsJson.with(run.experiment(), "task.folder", moved.toString())))
                .isEmpty();
    }

    @Test
    void a_digit_that_is_another_is_noticed_every_time() throws IOException {
        RunFolder run = begun();
        Files.writeString(data.resolve("b.csv"), ROWS.replaceFirst("0.3", "0.7"));
        for (int time = 0; time < 2; time++) {
            assertThat(train(run, run.experiment()))
                    .singleElement()
                    .asString()
                    .contains(data.toString(), "has changed since this run began", "2 files, 1,920 bytes");
        }
        Files.writeString(data.resolve("b.csv"), ROWS);
        assertThat(train(run, run.experiment())).isEmpty();
    }

    @Test
    void files_that_came_or_changed_their_names_are_noticed() throws IOException {
        RunFolder run = begun();
        Files.move(data.resolve("b.csv"), data.resolve("c.csv"));
        assertThat(train(run, run.experiment())).singleElement().asString().contains("2 files");
        Files.writeString(data.resolve("b.csv"), ROWS);
        assertThat(train(run, run.experiment())).singleElement().asString().contains("3 files");
    }

    @Test
    void a_run_that_does_not_know_what_its_data_were_keeps_what_they_are() throws IOException {
        RunFolder run = begun();
        Path known = run.path().resolve("inputs.txt");
        String first = Files.readString(known);
        Files.delete(known);
        assertThat(train(run, run.experiment())).isEmpty();
        assertThat(known).hasContent(first.strip());
    }

    @Test
    void a_run_without_own_data_keeps_no_word_of_them() {
        Experiment sums = SettingsJson.with(experiment(), "task", "addition");
        RunFolder run = RunFolder.planned(folder.resolve("runs"), sums);
        assertThat(train(run, sums)).isEmpty();
        assertThat(run.path().resolve("inputs.txt")).doesNotExist();
        assertThat(train(run, sums)).isEmpty();
        assertThat(run.path().resolve("inputs.txt")).doesNotExist();
    }
}
