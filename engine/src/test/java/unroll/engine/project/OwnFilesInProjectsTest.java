package unroll.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.MissingFiles;
import unroll.engine.file.FileException;
import unroll.engine.record.RunFolder;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/** Runs of a person's own data that travel as projects. */
class OwnFilesInProjectsTest {
    @TempDir
    Path folder;

    private Path data;
    private Path runs;
    private Path project;

    @BeforeEach
    void measure() throws IOException {
        data = Files.createDirectories(folder.resolve("greenhouse"));
        for (String name : new String[] {"monday.csv", "tuesday.csv"}) {
            StringBuilder rows = new StringBuilder("warm,wet\n");
            for (int t = 0; t < 60; t++) {
                rows.append(String.format(Locale.ROOT, "%.3f,%.3f%n", Math.sin(0.3 * t), Math.cos(0.2 * t)));
            }
            Files.writeString(data.resolve(name), rows);
        }
        Files.writeString(data.resolve("diary.txt"), "Nobody is to read this.");
        runs = folder.resolve("elsewhere").resolve("runs");
        project = folder.resolve("greenhouse.unroll");
    }

    private Experiment experiment(String more) {
        return SettingsJson.read(Experiment.class, """
            {"name": "Greenhouse", "task": {"kind": "own-series", "folder": "greenhouse", "window": 8},
             "model": {"kind": "rnn", "hidden": 3}, "optimiser": {"kind": "nesterov", "learningRate": 0.01},
             "training": {"batch": 4, "updates": 20, "testSequences": 4, "testEvery": 5}, "backend": {"threads": 1} %s}
            """.formatted(more), "greenhouse.json", folder);
    }

    /** Makes so many updates, or all that are left. */
    private static RunFolder train(RunFolder folder, Experiment experiment, long updates) {
        CountDownLatch rested = new CountDownLatch(1);
        try (Trainer trainer = new Trainer(experiment, folder, snapshot -> {
            if (snapshot.update() > 0 && snapshot.state() == (updates < 20 ? State.PAUSED : State.FINISHED)) {
                rested.countDown();
            }
        })) {
            trainer.step(updates);
            rested.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return folder;
    }

    private RunFolder trained(Experiment experiment, long updates) {
        return train(RunFolder.planned(folder.resolve("runs"), experiment), experiment, updates);
    }

    private ProjectFile.Written write(RunFolder run) {
        return ProjectFile.write(project, run, run.experiment(), Map.of());
    }

    private Path place(RunFolder run) {
        return SettingsList.files(run.experiment()).firstEntry().getValue().path();
    }

    private static double[] weights(RunFolder run) {
        return Objects.requireNonNull(
                        run.checkpoint().orElseThrow().parameters().get("W_hh"))
                .numbers();
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> all = Files.list(Files.createDirectories(runs))) {
            assertThat(all).isEmpty();
        }
    }

    private void forgetTheData() throws IOException {
        Files.move(data, folder.resolve("attic"));
    }

    @Test
    void a_run_goes_on_bit_for_bit_with_the_data_that_came_with_it() throws IOException {
        RunFolder whole = trained(experiment(""), 1000);
        RunFolder run = trained(experiment(""), 9);
        ProjectFile.Written written = write(run);
        assertThat(written.data()).as("the diary is not read").isEqualTo(2);
        assertThat(written.without()).isEmpty();
        forgetTheData();
        RunFolder opened = ProjectFile.open(project, runs).run();
        assertThat(place(opened)).isEqualTo(opened.path().resolve("data/task.folder/greenhouse"));
        assertThat(place(opened).resolve("diary.txt")).doesNotExist();
        train(opened, opened.experiment(), 1000);
        assertThat(weights(opened)).isEqualTo(weights(whole)).isNotEqualTo(weights(run));
    }

    @Test
    void music_travels_with_the_parts_of_its_folder() throws IOException {
        Path chorales = Path.of("..", "sample-data", "music", "chorales");
        for (String piece : new String[] {"train/chorale-01.mid", "train/chorale-02.mid", "test/chorale-05.mid"}) {
            Files.createDirectories(data.resolve(piece).resolveSibling(""));
            Files.copy(chorales.resolve(piece), data.resolve(piece));
        }
        Experiment music = SettingsJson.with(
                experiment(""), "task", "{\"kind\": \"piano-rolls\", \"source\": \"" + data + "\", \"window\": 20}");
        RunFolder run = trained(music, 5);
        int before = run.experiment().task().open().testSequences(1000);
        assertThat(write(run).data()).isEqualTo(3);
        forgetTheData();
        RunFolder opened = ProjectFile.open(project, runs).run();
        assertThat(place(opened).resolve("test/chorale-05.mid")).exists();
        assertThat(opened.experiment().task().open().testSequences(1000)).isEqualTo(before);
        train(opened, opened.experiment(), 3);
    }

    @Test
    void a_motion_travels_with_the_skeleton_beside_it() throws IOException {
        Files.writeString(data.resolve("07.asf"), """
            :units
              angle deg
            :root
              order TX TY TZ RX RY RZ
            :bonedata
              begin
                name leg
                direction 0 -1 0
                length 1
                axis 0 0 0 XYZ
                dof rx
              end
            :hierarchy
              begin
                root leg
              end
            """);
        Files.writeString(data.resolve("08.asf"), "of somebody else");
        StringBuilder frames = new StringBuilder(":SAMPLES-PER-SECOND 30\n:DEGREES\n");
        for (int frame = 1; frame <= 60; frame++) {
            frames.append("%d\nroot 0 1 %d 0 0 0\nleg %d\n".formatted(frame, frame, frame % 7));
        }
        Path walk = Files.writeString(data.resolve("07_01.amc"), frames);
        RunFolder run = trained(
                SettingsJson.with(
                        experiment(""),
                        "task",
                        "{\"kind\": \"own-motion\", \"source\": \"" + walk + "\", \"window\": 10}"),
                5);
        assertThat(write(run).data()).isEqualTo(2);
        forgetTheData();
        RunFolder opened = ProjectFile.open(project, runs).run();
        assertThat(place(opened)).isEqualTo(opened.path().resolve("data/task.source/07_01.amc"));
        assertThat(place(opened).resolveSibling("07.asf")).exists();
        assertThat(place(opened).resolveSibling("08.asf")).doesNotExist();
        train(opened, opened.experiment(), 3);
    }

    @Test
    void the_run_and_its_data_can_be_moved_together_and_sent_on() throws IOException {
        write(trained(experiment(""), 9));
        forgetTheData();
        RunFolder opened = ProjectFile.open(project, runs).run();
        train(opened, opened.experiment(), 3);
        Path moved = Files.move(opened.path(), folder.resolve("moved"));
        assertThat(place(RunFolder.open(moved))).isEqualTo(moved.resolve("data/task.folder/greenhouse"));
        ProjectFile.Written again = write(RunFolder.open(moved));
        assertThat(again.data()).isEqualTo(2);
        Files.move(moved, folder.resolve("gone"));
        RunFolder third = ProjectFile.open(project, runs).run();
        assertThat(place(third)).exists().startsWith(third.path());
    }

    @Test
    void a_single_file_and_weights_to_begin_with_travel_too_until_there_is_a_state() throws IOException {
        RunFolder first = trained(experiment(""), 5);
        Path weights = folder.resolve("first.safetensors");
        Files.copy(first.path().resolve("history/0000000005.safetensors"), weights);
        Experiment experiment =
                experiment(", \"initialisation\": {\"kind\": \"weights\", \"file\": \"first.safetensors\"}");
        experiment = SettingsJson.with(
                experiment, "task.folder", data.resolve("monday.csv").toString());
        RunFolder planned = RunFolder.planned(folder.resolve("runs"), experiment);
        assertThat(ProjectFile.write(project, planned, experiment, Map.of()).data())
                .isEqualTo(2);
        forgetTheData();
        Files.delete(weights);
        RunFolder opened = ProjectFile.open(project, runs).run();
        assertThat(SettingsList.files(opened.experiment()).values())
                .allSatisfy(file -> assertThat(file.path()).exists().startsWith(opened.path()));
        train(opened, opened.experiment(), 5);
        assertThat(ProjectFile.write(project, opened, opened.experiment(), Map.of())
                        .data())
                .as("a run that has a state reads no weights")
                .isEqualTo(1);
    }

    @Test
    void what_is_too_much_is_left_out_and_said() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(data.resolve("week.csv").toFile(), "rw")) {
            large.setLength(65L << 20);
        }
        Experiment experiment = experiment("");
        RunFolder planned = RunFolder.planned(folder.resolve("runs"), experiment);
        ProjectFile.Written written = ProjectFile.write(project, planned, experiment, Map.of());
        assertThat(written.data()).isZero();
        assertThat(written.bytes()).isLessThan(1 << 20);
        assertThat(written.without())
                .singleElement()
                .asString()
                .contains(data.toString())
                .contains("64 MB");
    }

    @Test
    void without_its_data_a_project_says_what_is_missing_and_leaves_nothing() throws IOException {
        RunFolder run = trained(experiment(""), 9);
        forgetTheData();
        assertThat(write(run).without()).singleElement().asString().contains("there is nothing of that name");
        assertThatThrownBy(() -> ProjectFile.open(project, runs))
                .isInstanceOfSatisfying(
                        MissingFiles.class,
                        missing -> assertThat(missing.missing()).containsOnlyKeys("task.folder"))
                .hasMessageContaining(project.toString())
                .hasMessageContaining(data.toString());
        nothingIsLeft();
        RunFolder opened = ProjectFile.open(
                        project,
                        runs,
                        experiment -> SettingsJson.with(
                                experiment,
                                "task.folder",
                                folder.resolve("attic").toString()))
                .run();
        assertThat(place(opened)).isEqualTo(folder.resolve("attic"));
    }

    /** Writes the project anew with another experiment. */
    private void rewrite(String from, String to) throws IOException {
        Path old = Files.move(project, folder.resolve("old.zip"));
        try (ZipFile zip = new ZipFile(old.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(project))) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("experiment.json")) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).contains(from);
                    bytes = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    @Test
    void a_path_that_begins_nowhere_is_looked_for_beside_the_project() throws IOException {
        RunFolder run = trained(experiment(""), 9);
        forgetTheData();
        write(run);
        rewrite(data.toString(), "meadow/rows");
        assertThatThrownBy(() -> ProjectFile.open(project, runs))
                .isInstanceOf(MissingFiles.class)
                .hasMessageContaining(folder.resolve("meadow/rows").toString());
        nothingIsLeft();
        Files.createDirectories(folder.resolve("meadow"));
        Files.move(folder.resolve("attic"), folder.resolve("meadow/rows"));
        assertThat(place(ProjectFile.open(project, runs).run())).isEqualTo(folder.resolve("meadow/rows"));
    }

    @Test
    void a_run_whose_state_is_of_another_network_is_refused_and_leaves_nothing() throws IOException {
        write(trained(experiment(""), 9));
        rewrite("\"hidden\": 3", "\"hidden\": 4");
        assertThatThrownBy(() -> ProjectFile.open(project, runs))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(project.toString())
                .hasMessageContaining("W_h");
        nothingIsLeft();
    }

    @Test
    void data_that_cannot_be_used_are_refused_and_nothing_is_left() throws IOException {
        RunFolder run = trained(experiment(""), 9);
        for (Path file : Arrays.asList(data.resolve("monday.csv"), data.resolve("tuesday.csv"))) {
            Files.writeString(file, "1,2\n".repeat(20) + "three,4\n");
        }
        write(run);
        assertThatThrownBy(() -> ProjectFile.open(project, runs))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(project.toString())
                .hasMessageContaining("three")
                .hasMessageNotContaining(".opening");
        nothingIsLeft();
    }

    /** A name of 300 letters fits into a zip but into no folder, as what follows fits onto no full disk. */
    @Test
    void what_cannot_be_written_is_laid_to_the_place_and_not_to_the_project() throws IOException {
        write(trained(experiment(""), 9));
        addToProject("run/data/task.folder/greenhouse/" + "x".repeat(300) + ".csv");
        assertThatThrownBy(() -> ProjectFile.open(project, runs))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("cannot be unpacked into " + runs)
                .hasMessageNotContaining("cannot be read");
        nothingIsLeft();
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ProjectFile.open(project, file))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("cannot be unpacked into " + file + ": there is a file where a folder belongs");
    }

    /** Writes the project anew with one file more. */
    private void addToProject(String name) throws IOException {
        Path old = Files.move(project, folder.resolve("old.zip"));
        try (ZipFile zip = new ZipFile(old.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(project))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(zip.getInputStream(entry).readAllBytes());
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(65);
            out.closeEntry();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run/data/../../evil.txt",
                "run/data/task.folder/../../../../evil.txt",
                "run/data//tmp/evil.txt",
                "run/data/a\\..\\evil.txt",
                "run/data/./evil.txt",
                "run/data/evil\u0007.txt",
                "run/data"
            })
    void a_name_of_data_that_leads_elsewhere_is_refused(String name) throws IOException {
        write(trained(experiment(""), 9));
        addToProject(name);
        assertThatThrownBy(() -> ProjectFile.open(project, runs)).isInstanceOf(FileException.class);
        nothingIsLeft();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("evil"));
        }
    }
}
