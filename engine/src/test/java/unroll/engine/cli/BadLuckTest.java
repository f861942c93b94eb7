package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** What the command line says, and with which code it ends, where a disk, a terminal or the memory fails. */
class BadLuckTest extends CommandTest {
    /** A stream that takes so many bytes and no more, as a pipe does whose reader goes. */
    private static PrintStream broken(int bytes) {
        return new PrintStream(
                new OutputStream() {
                    private int left = bytes;

                    @Override
                    public void write(int b) throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("Broken pipe");
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    private static int on(PrintStream out, PrintStream err, String... arguments) {
        return CommandLineInterface.of(out, err, Examples.first(), (trainer, rest) -> {}, (place, report) -> {})
                .execute(arguments);
    }

    @Test
    void where_nothing_can_be_saved_nothing_is_trained() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(train(file)).isEqualTo(2);
        assertThat(complained()).contains(file.toString(), "cannot be saved: there is a file where a folder belongs");
        assertThat(printed()).doesNotContain("updates");
    }

    @Test
    void what_cannot_be_saved_on_the_way_is_said_at_once_and_the_code_is_1() throws IOException {
        assertThat(train(folder)).isZero();
        RunFolder run = RunFolder.list(folder).getFirst();
        Experiment longer = SettingsJson.with(run.experiment(), "training.updates", "40");
        run.save(longer);
        Files.createDirectories(run.path().resolve("checkpoints/0000000040.safetensors.part/in the way"));
        assertThat(call("resume", run.path())).isEqualTo(1);
        assertThat(printed()).containsOnlyOnce("cannot be saved");
        assertThat(run.checkpoint().orElseThrow().update())
                .as("12, and then each ten updates: the last that could be saved")
                .isEqualTo(32);
    }

    @Test
    void output_that_nobody_gets_is_no_success() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(on(broken(10), new PrintStream(err, true, StandardCharsets.UTF_8), "settings"))
                .isEqualTo(1);
        assertThat(err.size()).isZero();
    }

    @Test
    void a_run_of_which_nobody_reads_on_rests_and_is_saved() {
        int code = on(
                broken(150),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                "train",
                "--runs",
                folder.toString(),
                "--set",
                "task=parity",
                "--set",
                "model.hidden=3",
                "--set",
                "training.updates=100000000");
        assertThat(code).isEqualTo(141);
        RunFolder run = RunFolder.list(folder).getFirst();
        assertThat(run.checkpoint().orElseThrow().update())
                .isEqualTo(run.expenses().updates())
                .isLessThan(100_000_000);
    }

    @Test
    void a_terminal_that_has_no_blocks_gets_letters() {
        PrintStream ascii = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.US_ASCII);
        PrintStream unicode = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(ProgressBar.bar(ascii, 8, 1, 2)).isEqualTo("####----");
        assertThat(ProgressBar.bar(unicode, 8, 1, 2)).isEqualTo("████░░░░");
    }

    @Test
    void an_experiment_that_no_memory_holds_is_refused_before_it_is_begun() throws IOException {
        Path file = Files.writeString(folder.resolve("large.json"), """
            {"name": "big", "task": {"kind": "addition", "length": 2000}, "model": {"kind": "lstm", "hidden": 4096},
             "training": {"batch": 100000, "testSequences": 100000, "updates": 5}}
            """);
        assertThat(call("train", file, "--runs", folder)).isEqualTo(2);
        assertThat(complained())
                .contains("a batch of 100,000 sequences", "MB of memory")
                .doesNotContain("\tat ");
        assertThat(RunFolder.list(folder)).isEmpty();
    }

    @Test
    void whatever_else_takes_too_much_memory_ends_with_a_sentence() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int code = CommandLineInterface.of(
                        nowhere,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Examples.first(),
                        (trainer, rest) -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        (place, report) -> {})
                .execute(
                        "train",
                        "--runs",
                        folder.toString(),
                        "--set",
                        "task=parity",
                        "--set",
                        "model.hidden=3",
                        "--set",
                        "training.updates=2");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("too little memory")
                .doesNotContain("\tat ")
                .hasLineCount(1);
    }

    @Test
    void names_that_would_steer_the_terminal_are_shown_without_what_it_obeys() throws IOException {
        assertThat(train(folder)).isZero();
        Path run = RunFolder.list(folder).getFirst().path();
        Files.move(run, folder.resolve("red \u001b[31m\nline"));
        assertThat(call("list", "--runs", folder)).isZero();
        assertThat(printed()).doesNotContain("\u001b").contains("red ·[31m·line");
        assertThat(printed().lines()).hasSize(2);
    }

    @Test
    void a_new_task_brings_its_own_example_or_at_least_its_own_name() {
        assertThat(call("train", "--runs", folder, "--set", "task=addition", "--set", "training.updates=1"))
                .isZero();
        Experiment addition = RunFolder.list(folder).getFirst().experiment();
        Experiment example = Examples.of("addition").orElseThrow();
        assertThat(addition).isEqualTo(SettingsJson.with(example, "training.updates", "1"));
        Path second = folder.resolve("second");
        assertThat(call("train", "--runs", second, "--set", "task=parity", "--set", "training.updates=1"))
                .isZero();
        Experiment parity = RunFolder.list(second).getFirst().experiment();
        assertThat(parity.name()).isEqualTo("Parity");
        assertThat(parity.about()).doesNotContain("ball").isNotEmpty();
    }
}
