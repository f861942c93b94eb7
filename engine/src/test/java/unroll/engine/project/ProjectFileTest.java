package unroll.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.Remarks;
import unroll.engine.record.RunFolder;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

/** Projects that travel, and files that only look like projects. */
class ProjectFileTest {
    private static final byte[] VIEWS = "{\"windows\": []}".getBytes(StandardCharsets.UTF_8);

    private static final Remarks WRITTEN = new Remarks("Adder", List.of("first", "good"), "It adds.");

    @TempDir
    Path folder;

    private Path runs;
    private RunFolder run;
    private Path project;

    private static Experiment experiment(double rate) {
        return SettingsJson.read(Experiment.class, """
            {"name": "Small sums", "task": {"kind": "addition", "length": 10}, "model": {"kind": "rnn", "hidden": 6},
             "optimiser": {"kind": "nesterov", "learningRate": %s},
             "training": {"batch": 10, "updates": 30, "testSequences": 10, "testEvery": 7}, "backend": {"threads": 1}}
            """.formatted(rate), "small.json");
    }

    /** Makes so many updates, or all that are left. */
    private static RunFolder train(RunFolder folder, Experiment experiment, long updates) {
        CountDownLatch rested = new CountDownLatch(1);
        try (Trainer trainer = new Trainer(experiment, folder, snapshot -> {
            if (snapshot.update() > 0 && snapshot.state() == (updates < 30 ? State.PAUSED : State.FINISHED)) {
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

    @BeforeEach
    void trainAndSave() {
        runs = folder.resolve("elsewhere").resolve("runs");
        Experiment experiment = experiment(0.01);
        run = train(RunFolder.planned(folder.resolve("runs"), experiment), experiment, 12);
        run.remark(WRITTEN);
        project = folder.resolve("saved.unroll");
        ProjectFile.Written written = ProjectFile.write(project, run, experiment, Map.of("views.json", VIEWS));
        assertThat(written.bytes()).isEqualTo(project.toFile().length());
    }

    private static List<String> numbers(RunFolder run) {
        Checkpoint checkpoint = run.checkpoint().orElseThrow();
        List<String> numbers = new ArrayList<>(List.of("update " + checkpoint.update()));
        checkpoint.tensors().forEach((name, tensor) -> numbers.add(name + Arrays.toString(tensor.numbers())));
        return numbers;
    }

    /** Without the column of seconds. */
    private static List<String> metrics(RunFolder run) throws IOException {
        return Files.readAllLines(run.path().resolve("metrics.csv")).stream()
                .map(line -> line.replaceFirst("^([^,]*),[^,]*", "$1"))
                .toList();
    }

    @Test
    void aRunOutOfAProjectGoesOnBitForBit() throws IOException {
        ProjectFile.Opened opened = ProjectFile.open(project, runs);
        assertThat(opened.run().path()).hasParent(runs);
        assertThat(opened.run().remarks()).as("name, tags and notes").isEqualTo(WRITTEN);
        assertThat(opened.extras())
                .containsOnlyKeys("project.json", "views.json")
                .containsEntry("views.json", VIEWS);
        assertThat(opened.run().history()).isEqualTo(run.history());
        train(opened.run(), opened.run().experiment(), 1000);
        Experiment experiment = experiment(0.01);
        RunFolder whole = train(RunFolder.planned(folder.resolve("whole"), experiment), experiment, 1000);
        Experiment another = experiment(0.02);
        RunFolder other = train(RunFolder.planned(folder.resolve("other"), another), another, 1000);
        assertThat(numbers(opened.run())).isEqualTo(numbers(whole)).isNotEqualTo(numbers(other));
        assertThat(metrics(opened.run())).isEqualTo(metrics(whole)).isNotEqualTo(metrics(other));
    }

    @Test
    void openedTwiceItIsTwoRunsAndTheFirstIsNotTouched() throws IOException {
        RunFolder first = ProjectFile.open(project, runs).run();
        first.remark(Remarks.NONE.withNotes("changed"));
        RunFolder second = ProjectFile.open(project, runs).run();
        assertThat(second.path()).isNotEqualTo(first.path());
        assertThat(first.remarks().notes()).isEqualTo("changed");
        assertThat(second.remarks().notes()).isEqualTo("It adds.");
    }

    @Test
    void openedAgainItIsCalledACopyUnlessTheFirstIsCalledOtherwise() {
        assertThat(ProjectFile.open(project, runs).run().name()).isEqualTo("Adder");
        RunFolder second = ProjectFile.open(project, runs).run();
        assertThat(second.name()).isEqualTo("Copy of Adder");
        assertThat(second.remarks()).isEqualTo(WRITTEN.withName("Copy of Adder"));
        RunFolder third = ProjectFile.open(project, runs).run();
        assertThat(third.name()).isEqualTo("Copy 2 of Adder");
        second.remark(WRITTEN.withName("Another"));
        assertThat(ProjectFile.open(project, runs).run().name()).isEqualTo("Copy of Adder");
        Experiment other = experiment(0.03);
        RunFolder planned = RunFolder.planned(folder.resolve("runs"), other);
        ProjectFile.write(project, planned, other, Map.of());
        assertThat(ProjectFile.open(project, runs).run().name())
                .as("other settings are no double")
                .isEqualTo(other.name());
    }

    @Test
    void aRunThatWasNeverTrainedIsAProjectToo() {
        Experiment experiment = experiment(0.03);
        RunFolder planned = RunFolder.planned(folder.resolve("runs"), experiment);
        ProjectFile.write(project, planned, experiment, Map.of());
        RunFolder opened = ProjectFile.open(project, runs).run();
        assertThat(opened.experiment()).isEqualTo(experiment);
        assertThat(opened.checkpoint()).isEmpty();
        assertThat(planned.path()).doesNotExist();
    }

    private void nothingIsLeft() throws IOException {
        if (Files.exists(runs)) {
            try (Stream<Path> all = Files.list(runs)) {
                assertThat(all).isEmpty();
            }
        }
    }

    private void isRefused(String... words) throws IOException {
        assertThatThrownBy(() -> ProjectFile.open(project, runs))
                .isInstanceOf(FileException.class)
                .hasMessageContaining(project.toString())
                .hasMessageContainingAll(words);
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.3, 0.7, 0.95, 0.999})
    void aProjectThatWasCutOffIsRefused(double share) throws IOException {
        byte[] all = Files.readAllBytes(project);
        Files.write(project, Arrays.copyOf(all, (int) (share * all.length)));
        isRefused("copy it again");
    }

    @Test
    void aDamagedByteIsRefusedOrHarmless() throws IOException {
        byte[] all = Files.readAllBytes(project);
        int refused = 0;
        for (int at = 11; at < all.length; at += 97) {
            byte[] damaged = all.clone();
            damaged[at] ^= 0x15;
            Files.write(project, damaged);
            try {
                RunFolder opened = ProjectFile.open(project, runs).run();
                assertThat(numbers(opened)).as("byte " + at).isEqualTo(numbers(run));
                assertThat(metrics(opened)).as("byte " + at).isEqualTo(metrics(run));
            } catch (FileException e) {
                refused++;
            }
        }
        assertThat(refused).as("of %d places", all.length / 97).isGreaterThan(all.length / 97 / 2);
    }

    /** Writes the project anew with other files. */
    private void rewrite(Map<String, String> changed) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(project.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        changed.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(project))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run/../../evil.txt",
                "../evil.txt",
                "/tmp/evil.txt",
                "run/history/../../../evil.safetensors",
                "run\\..\\evil.txt",
                "run/lock",
                "run/history/1.safetensors",
                "evil.txt"
            })
    void aNameThatNoProjectHasIsRefused(String name) throws IOException {
        rewrite(Map.of(name, "harm"));
        isRefused(name);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("evil"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        project.json | {"format": "unroll-project-9", "name": ""} | later edition
        project.json | no JSON | not valid JSON
        run/experiment.json | {"task": {"kind": "adition"}} | did you mean
        run/checkpoints/0000000012.safetensors | nonsense | checkpoint
        run/origin.json | {"from": 3} | origin.json
        """)
    void aFileThatMakesNoSenseIsRefused(String name, String text, String said) throws IOException {
        rewrite(Map.of(name, text));
        if (name.contains("checkpoints")) { // the older one would do
            rewrite(Map.of(name, text, "run/checkpoints/0000000010.safetensors", text));
        }
        isRefused(said);
    }

    @Test
    void anotherZipIsRefused() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(project))) {
            out.putNextEntry(new ZipEntry("photo.png"));
            out.closeEntry();
        }
        isRefused("is no project");
    }

    /** Where the central directory says how large an entry is. */
    private static int sizeAt(byte[] zip, String name) {
        for (int at = zip.length - 4; at >= 0; at--) {
            boolean header = zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2;
            if (header && new String(zip, at + 46, name.length(), StandardCharsets.UTF_8).equals(name)) {
                return at + 24;
            }
        }
        throw new AssertionError("no " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "run/metrics.csv, 10",
        "run/metrics.csv, 100000",
        "run/metrics.csv, 4294967294",
        "views.json, 3",
        "views.json, 900000000",
        "project.json, 900000000",
        "run/experiment.json, 5"
    })
    void sizesThatLieAreRefused(String name, long size) throws IOException {
        byte[] zip = Files.readAllBytes(project);
        int at = sizeAt(zip, name);
        for (int i = 0; i < 4; i++) {
            zip[at + i] = (byte) (size >> 8 * i);
        }
        Files.write(project, zip);
        isRefused("saved.unroll");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        rewrite(Map.of("run/notes.mX", "harm"));
        String text = new String(Files.readAllBytes(project), StandardCharsets.ISO_8859_1);
        Files.writeString(project, text.replace("run/notes.mX", "run/notes.md"), StandardCharsets.ISO_8859_1);
        isRefused("notes.md");
    }
}
