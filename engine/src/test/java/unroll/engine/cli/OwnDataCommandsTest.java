package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.engine.home.Home;
import unroll.engine.record.RunFolder;

/** A person's own data in the terminal, named from one folder and needed from another. */
class OwnDataCommandsTest extends CommandTest {
    private Path data;
    private Path runs;

    @BeforeEach
    void measure() throws IOException {
        data = Files.createDirectories(folder.resolve("garden")).resolve("rows.csv");
        Files.writeString(data, "0.1,0.4\n0.3,0.2\n0.2,0.1\n".repeat(40));
        runs = folder.resolve("runs");
    }

    /** As somebody would write it who stands where the program was started. */
    private String fromHere() {
        return Path.of("").toAbsolutePath().relativize(data).toString();
    }

    private int trainOnRows(String path) {
        return train(runs, "--set", "task=own-series", "--set", "task.window=5", "--set", "task.folder=" + path);
    }

    private RunFolder run() {
        List<RunFolder> all = RunFolder.list(runs);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Path project() {
        Path project = folder.resolve("garden.unroll");
        assertThat(call("export", run().path(), "--to", "project", project))
                .as(complained())
                .isZero();
        return project;
    }

    private void nothingIsIn(Path place) throws IOException {
        try (var all = Files.list(Files.createDirectories(place))) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void data_named_from_here_are_kept_so_that_they_are_found_from_anywhere() throws IOException {
        assertThat(Path.of(fromHere())).isRelative().exists();
        assertThat(trainOnRows(fromHere())).as(complained()).isZero();
        assertThat(Files.readString(run().path().resolve("experiment.json"))).contains("\"" + data + "\"");
        assertThat(call("gradients", run().path())).as(complained()).isZero();
        assertThat(call("resume", run().path())).as(complained()).isZero();
    }

    @Test
    void an_experiment_finds_the_data_that_lie_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), """
            {"name": "e", "task": {"kind": "own-series", "folder": "garden/rows.csv", "window": 5},
             "model": {"kind": "rnn", "hidden": 3}, "training": {"batch": 4, "updates": 2, "testSequences": 3}}
            """);
        assertThat(call("train", file, "--runs", runs)).as(complained()).isZero();
        assertThat(run().experiment().task().files()).containsExactly(data);
    }

    @Test
    void data_that_are_nowhere_are_named_by_their_whole_path() {
        assertThat(trainOnRows("nowhere/rows.csv")).isEqualTo(2);
        assertThat(complained()).startsWith(Path.of("nowhere/rows.csv").toAbsolutePath() + ": does not exist");
    }

    @Test
    void data_can_be_trained_on_without_an_experiment() throws IOException {
        Path tabs = Files.writeString(
                folder.resolve("ROWS.TSV"), Files.readString(data).replace(',', '\t'));
        assertThat(call(
                        "train",
                        tabs,
                        "--runs",
                        runs,
                        "--set",
                        "task.window=5",
                        "--set",
                        "model.hidden=3",
                        "--set",
                        "training.updates=2",
                        "--set",
                        "training.batch=4",
                        "--set",
                        "training.testSequences=3"))
                .as(complained())
                .isZero();
        assertThat(run().experiment().name()).isEqualTo("ROWS");
        assertThat(call("train", run().path())).isEqualTo(2);
        assertThat(complained()).contains("unroll resume");
    }

    @Test
    void a_project_takes_its_data_along_and_says_so() throws IOException {
        assertThat(trainOnRows(data.toString())).isZero();
        Path project = project();
        assertThat(printed()).contains("and 1 of your own that it reads");
        Files.delete(data);
        Path capital = Files.move(project, folder.resolve("GARDEN.UNROLL"));
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(call("resume", capital, "--runs", elsewhere))
                .as(complained())
                .isZero();
        assertThat(RunFolder.list(elsewhere).getFirst().experiment().task().files())
                .singleElement()
                .satisfies(file -> assertThat(file).exists().startsWith(elsewhere));
    }

    @Test
    void a_project_without_its_data_says_which_setting_to_give_and_leaves_nothing() throws IOException {
        assertThat(trainOnRows(data.toString())).isZero();
        Path moved = Files.move(data, folder.resolve("moved.csv"));
        Path project = project();
        assertThat(printed()).contains(data.toString()).contains("is not inside");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(call("resume", project, "--runs", elsewhere)).isEqualTo(2);
        assertThat(complained())
                .contains(project.toString())
                .contains(data.toString())
                .contains("--set task.folder=");
        nothingIsIn(elsewhere);
        assertThat(call("resume", project, "--runs", elsewhere, "--set", "task.folder=" + moved))
                .as(complained())
                .isZero();
        assertThat(RunFolder.list(elsewhere).getFirst().experiment().task().files())
                .containsExactly(moved);
    }

    @Test
    void a_run_whose_data_were_moved_goes_on_with_them_and_with_no_other_settings() throws IOException {
        assertThat(trainOnRows(data.toString())).isZero();
        Path moved = Files.move(data, folder.resolve("moved.csv"));
        assertThat(call("resume", run().path())).isEqualTo(2);
        assertThat(complained()).contains(data.toString()).contains("--set task.folder=");
        assertThat(call("resume", run().path(), "--set", "task.folder=" + moved))
                .as(complained())
                .isZero();
        assertThat(run().experiment().task().files()).containsExactly(moved);
        assertThat(call("resume", run().path(), "--set", "training.batch=3")).isEqualTo(2);
        assertThat(complained()).contains("task.folder").contains("unroll branch");
    }

    @Test
    void a_tilde_that_no_shell_saw_is_the_users_folder_in_every_path() {
        Path nowhere = Home.ofUser().resolve("no such folder of anybody");
        assertThat(call("resume", "~/no such folder of anybody")).isEqualTo(2);
        assertThat(complained()).contains(nowhere.toString());
        assertThat(call("list", "--runs", "~/no such folder of anybody")).isZero();
        assertThat(printed()).contains(nowhere.toString());
        assertThat(call("train", "~/no such folder of anybody.json")).isEqualTo(2);
        assertThat(complained()).contains(nowhere + ".json");
        assertThat(trainOnRows("~/no such folder of anybody")).isEqualTo(2);
        assertThat(complained()).contains(nowhere.toString());
    }

    @Test
    void a_sweep_that_goes_on_says_once_that_its_data_are_others_now() throws IOException {
        Path sweep = Files.writeString(folder.resolve("s.json"), """
            {"name": "s", "base": {"task": {"kind": "own-series", "folder": "%s", "window": 5},
              "model": {"kind": "rnn", "hidden": 2}, "training": {"updates": 2, "batch": 2, "testSequences": 2}},
             "axes": [{"axis": "seed", "set": ["seeds.data"], "values": [1, 2]}]}
            """.formatted(data));
        Path place = folder.resolve("made");
        assertThat(call("sweep", sweep, "--to", place)).as(complained()).isZero();
        assertThat(printed()).doesNotContain("has changed");

        Files.writeString(data, "0.1,0.5\n0.3,0.2\n0.2,0.1\n".repeat(40));
        assertThat(call("sweep", place)).as(complained()).isZero();
        assertThat(printed()).containsOnlyOnce("has changed since this run began");
    }
}
