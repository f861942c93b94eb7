package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Expenses;
import unroll.engine.record.ExperimentFile;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsException;

/** Damaged files of a run: the next best one is used, or one sentence says which file and what to do. */
class DamageTest {
    @TempDir
    Path temporary;

    private Path run = Path.of("");
    private Path older = Path.of("");
    private Path newest = Path.of("");

    @BeforeEach
    void a_run_with_two_checkpoints() throws IOException {
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(SmallRun.experiment("single", 40), temporary, log)) {
            SmallRun.step(trainer, log, 5);
            SmallRun.step(trainer, log, 5);
            run = trainer.folder().path();
        }
        List<Path> checkpoints = SmallRun.checkpoints(run);
        assertThat(checkpoints).hasSize(2);
        older = checkpoints.get(0);
        newest = checkpoints.get(1);
    }

    private long update() {
        return RunFolder.open(run).checkpoint().orElseThrow().update();
    }

    @Test
    void a_newest_checkpoint_that_is_truncated_anywhere_gives_way_to_the_one_before() throws IOException {
        byte[] whole = Files.readAllBytes(newest);
        int header = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(update()).isEqualTo(10);
        int[] lengths = {
            0,
            4,
            7,
            8,
            9,
            8 + header / 2,
            8 + header - 1,
            8 + header,
            9 + header,
            whole.length / 2 + header / 2,
            whole.length - 4,
            whole.length - 1
        };
        for (int length : lengths) {
            Files.write(newest, Arrays.copyOf(whole, length));
            assertThat(update())
                    .as("truncated to %d of %d bytes", length, whole.length)
                    .isEqualTo(5);
        }
        Files.write(newest, Arrays.copyOf(whole, whole.length + 1));
        assertThat(update()).as("with a byte more").isEqualTo(5);
    }

    @Test
    void a_newest_checkpoint_with_one_flipped_bit_anywhere_gives_way_to_the_one_before() throws IOException {
        byte[] whole = Files.readAllBytes(newest);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            Files.write(newest, damaged);
            assertThat(update()).as("bit %d of byte %d", i % 8, i).isEqualTo(5);
        }
        Files.write(newest, whole);
        assertThat(update()).as("undamaged again").isEqualTo(10);
    }

    @Test
    void with_all_checkpoints_damaged_one_sentence_names_a_file() throws IOException {
        Files.write(older, new byte[] {1, 2, 3});
        Files.write(newest, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> RunFolder.open(run).checkpoint())
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith(older.toString())
                .hasMessageContaining("truncated")
                .hasMessageEndingWith("use an earlier checkpoint")
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> SmallRun.reopened(run, new SnapshotLog())).isInstanceOf(RunException.class);
    }

    @Test
    void a_checkpoint_of_another_net_is_refused_with_the_tensor() {
        Experiment other = SmallRun.with(RunFolder.open(run).experiment(), "model.hidden", "7");
        assertThatThrownBy(() -> new Trainer(other, RunFolder.open(run), new SnapshotLog()))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith(run.toString())
                .hasMessageContaining("numbers of W_");
    }

    @Test
    void going_on_from_the_older_checkpoint_leaves_no_trace_of_the_damaged_one_and_two_good_ones() throws IOException {
        byte[] damaged = Files.readAllBytes(newest);
        damaged[damaged.length - 1] ^= 1;
        Files.write(newest, damaged);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            assertThat(log.last().update()).isEqualTo(5);
            SmallRun.step(trainer, log, 3);
        }
        assertThat(RunFolder.open(run).history()).containsExactly(0L, 5L, 8L);
        assertThat(update()).isEqualTo(8);
        Files.write(run.resolve("checkpoints/0000000008.safetensors"), new byte[9]);
        assertThat(update()).isEqualTo(5);
        log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            SmallRun.step(trainer, log, 35);
        }
        Path whole = SmallRun.trained(SmallRun.experiment("single", 40), temporary, 40);
        assertThat(SmallRun.numbers(run)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(run)).isEqualTo(SmallRun.metrics(whole));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"half a line", "a line without its end", "no header", "half a header", "nothing", "no text"})
    void a_damaged_metrics_file_is_mended_as_far_as_its_lines_are_whole(String damage) throws IOException {
        Path metrics = run.resolve("metrics.csv");
        String text = Files.readString(metrics);
        String header = text.substring(0, text.indexOf('\n') + 1);
        byte[] bytes = switch (damage) {
            case "half a line" -> (text + "11,0.3,0.5").getBytes(StandardCharsets.UTF_8);
            case "a line without its end" ->
                text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
            case "no header" -> text.substring(header.length()).getBytes(StandardCharsets.UTF_8);
            case "half a header" -> header.substring(0, 20).getBytes(StandardCharsets.UTF_8);
            case "nothing" -> new byte[0];
            case "no text" -> new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10};
            default -> throw new AssertionError(damage);
        };
        int kept = switch (damage) {
            case "half a line", "no header" -> 10;
            case "a line without its end" -> 9;
            default -> 0;
        };
        Files.write(metrics, bytes);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            assertThat(log.last().curves().size()).isEqualTo(kept);
            SmallRun.step(trainer, log, 2);
        }
        String mended = Files.readString(metrics);
        assertThat(mended).startsWith(header).endsWith("\n");
        if (kept == 10) {
            assertThat(mended).startsWith(text);
        }
        List<String> lines = mended.lines().toList();
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .allSatisfy(line -> assertThat(line).matches("1[12],.*"));
        log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            assertThat(log.last().curves().size()).isEqualTo(kept + 2);
            assertThat(trainer.experiment()).isEqualTo(RunFolder.open(run).experiment());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"metrics.csv, /", "inner.csv, ;", "metrics.csv, |"})
    void a_file_whose_lines_cannot_be_read_is_kept_beside_and_that_is_said(String name, String separator)
            throws IOException {
        Path file = run.resolve(name);
        String saved = name.equals("inner.csv")
                ? "update,iteration,quadratic,residual,kept\n3,0,-1.0,0.5,1\n"
                : Files.readString(file);
        String other = saved.replace(",", separator);
        for (int i = 1; i <= 2; i++) {
            Files.writeString(file, other);
            SnapshotLog log = new SnapshotLog();
            try (Trainer trainer = SmallRun.reopened(run, log)) {
                Path kept = run.resolve(name + (i == 1 ? ".kept" : ".kept-2"));
                assertThat(log.last().trouble().orElseThrow())
                        .startsWith(file.toString())
                        .contains(kept.getFileName().toString());
                assertThat(Files.readString(kept)).isEqualTo(other);
                SmallRun.step(trainer, log, 1);
                assertThat(log.last().trouble()).as("as long as it is open").isPresent();
            }
        }
    }

    @Test
    void lines_that_end_as_on_windows_are_read() throws IOException {
        Path metrics = run.resolve("metrics.csv");
        String text = Files.readString(metrics);
        Files.writeString(metrics, text.replace("\n", "\r\n"));
        assertThat(RunFolder.open(run).expenses()).isEqualTo(expenses(text));
        assertThat(RunFolder.open(run).standing().test()).isPresent();
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            assertThat(log.last().curves().size()).isEqualTo(10);
            assertThat(log.last().trouble()).isEmpty();
            assertThat(trainer.folder().path().resolve("metrics.csv.kept")).doesNotExist();
        }
        assertThat(Files.readString(metrics)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"';', ','", "';', '.'", "'\t', '.'"})
    void what_a_spreadsheet_has_saved_is_read(String separator, String point) throws IOException {
        Path metrics = run.resolve("metrics.csv");
        String text = Files.readString(metrics);
        Files.writeString(metrics, text.replace(",", separator).replace(".", point));
        assertThat(RunFolder.open(run).expenses()).isEqualTo(expenses(text));
        assertThat(RunFolder.open(run).standing().test()).isPresent();
        assertThat(RunFolder.open(run).scores()).isNotEmpty();
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            assertThat(log.last().curves().size()).isEqualTo(10);
            assertThat(log.last().trouble()).isEmpty();
            assertThat(trainer.folder().path().resolve("metrics.csv.kept")).doesNotExist();
        }
        assertThat(Files.readString(metrics)).isEqualTo(text);
    }

    private Expenses expenses(String text) throws IOException {
        Path copy = Files.createDirectories(temporary.resolve("copy"));
        Files.writeString(copy.resolve("metrics.csv"), text);
        return RunFolder.at(copy).expenses();
    }

    @Test
    void a_run_that_was_cut_off_by_a_crash_complains_of_nothing() throws IOException {
        Path metrics = run.resolve("metrics.csv");
        String text = Files.readString(metrics);
        String last =
                text.lines().filter(line -> line.startsWith("10,")).findFirst().orElseThrow();
        Files.writeString(metrics, text + last.replaceFirst("10,", "11,") + "\n" + last.replaceFirst("10,", "12,0.3"));
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            assertThat(log.last().trouble()).isEmpty();
            assertThat(trainer.folder().path().resolve("metrics.csv.kept")).doesNotExist();
        }
        assertThat(Files.readString(metrics)).isEqualTo(text);
    }

    @Test
    void an_experiment_that_cannot_be_used_is_refused_with_file_and_place() throws IOException {
        Path file = run.resolve("experiment.json");
        String text = Files.readString(file);
        refused(file, text.replace("\"hidden\": 6", "\"hiden\": 6"), "model.hiden", "did you mean 'hidden'?");
        refused(file, text.replace("\"hidden\": 6", "\"hidden\": \"six\""), "model.hidden", "whole number");
        refused(file, text.replace("\"hidden\": 6", "\"hidden\": 5000"), "model.hidden", "1 to 4096");
        refused(file, text.replace("\"addition\"", "\"additoin\""), "task.kind", "'addition'");
        refused(file, text.substring(0, text.length() / 2), "JSON", "");
        refused(file, "[]", "braces", "");
        refused(file, "", "braces", "");
    }

    private void refused(Path file, String text, String place, String what) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> RunFolder.open(run).experiment())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(place)
                .hasMessageContaining(what)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void an_experiment_that_is_no_text_or_is_gone_is_refused_with_its_file() throws IOException {
        Path file = run.resolve("experiment.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        assertThatThrownBy(() -> RunFolder.open(run).experiment())
                .isInstanceOf(RunException.class)
                .hasMessage(file + ": cannot be read: it is no text in UTF-8");
        Files.delete(file);
        assertThatThrownBy(() -> RunFolder.open(run))
                .isInstanceOf(RunException.class)
                .hasMessage(run + ": is no run: it has no experiment.json");
        assertThat(RunFolder.list(temporary)).isEmpty();
        assertThatThrownBy(() -> ExperimentFile.read(file)).hasMessageContaining("there is no such file");
    }

    @Test
    void a_long_or_strange_name_makes_a_folder_all_the_same() {
        String name = IntStream.range(0, 300).mapToObj(i -> "ü").collect(Collectors.joining());
        String pairs = "x".repeat(59) + "\ud835\udd38tail"; // the 60th letter takes two places in a string
        String wide = "\ud835\udd38".repeat(70); // and four bytes in a file system
        for (String odd : List.of(name, pairs, wide, "a/b\\c:*?\"<>|", "..", " ", "\t")) {
            Path folder = SmallRun.trained(
                    SmallRun.with(SmallRun.experiment("single", 3), "name", odd), temporary.resolve("names"), 3);
            assertThat(folder).isDirectory().hasParentRaw(temporary.resolve("names"));
            assertThat(RunFolder.open(folder).experiment().name()).isEqualTo(odd);
        }
    }
}
