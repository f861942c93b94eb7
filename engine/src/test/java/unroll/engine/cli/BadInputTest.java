package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.record.RunFolder;

/** What the command line makes of numbers, files and names that are extreme, and of what no program may believe. */
class BadInputTest extends CommandTest {
    private int trainOn(Path rows, boolean standardise) {
        return train(
                folder.resolve("runs"),
                "--set",
                "task=own-series",
                "--set",
                "task.folder=" + rows,
                "--set",
                "task.window=5",
                "--set",
                "task.standardise=" + standardise);
    }

    private Path rows(String row) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int t = 0; t < 100; t++) {
            rows.append(row.replace("T", Long.toString(1_700_000_000_000L + 86_400_000L * t))
                            .replace("X", Double.toString(Math.sin(t)))
                            .replace("H", Double.toString(1e300 * Math.sin(t))))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("rows.csv"), rows);
    }

    /** Squares of milliseconds since 1970 leave nothing of the columns beside them in the normal equations of a regression. */
    @Test
    void a_table_with_times_trains_unstandardised_beside_its_baselines() throws IOException {
        assertThat(trainOn(rows("T,X,T"), false)).as(complained()).isZero();
        assertThat(printed()).contains("copy last", "linear AR2").doesNotContain("NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.6e308", "4.9e-324", "0", "-1.6e308"})
    void a_run_with_any_loss_is_reported(String loss) throws IOException {
        assertThat(train(folder.resolve("runs"))).isZero();
        RunFolder run = RunFolder.list(folder.resolve("runs")).getFirst();
        Path metrics = run.path().resolve("metrics.csv");
        Files.writeString(metrics, Files.readString(metrics).replaceAll("(?m)^([357],[^,]*),[^,]*", "$1," + loss));
        assertThat(Files.readString(metrics)).contains("," + loss + ",");
        Path page = folder.resolve("page.html");
        assertThat(call("report", run.path(), "--to", page)).as(complained()).isZero();
        assertThat(page).isNotEmptyFile();
        assertThat(Files.size(page)).isLessThan(1_000_000);
    }

    @Test
    void a_project_that_says_an_update_which_no_run_reaches_is_refused_in_our_own_words() throws IOException {
        Path project = folder.resolve("far.unroll");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(project))) {
            for (String name : new String[] {
                "project.json", "run/experiment.json", "run/checkpoints/9999999999999999999.safetensors"
            }) {
                out.putNextEntry(new ZipEntry(name));
                out.write("{}".getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Path runs = folder.resolve("runs");
        assertThat(call("resume", project, "--runs", runs)).isEqualTo(2);
        assertThat(complained())
                .startsWith(project + ": ")
                .contains("run/checkpoints/9999999999999999999.safetensors")
                .doesNotContain("For input string");
        assertThat(RunFolder.list(runs)).isEmpty();
    }

    /** The file takes no room on the disk. */
    @Test
    void weights_larger_than_the_memory_are_refused_unread() throws IOException {
        Path weights = folder.resolve("large.safetensors");
        try (RandomAccessFile sparse = new RandomAccessFile(weights.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(train(folder.resolve("runs"), "--weights", weights)).isEqualTo(2);
        assertThat(complained()).startsWith(weights + ": has 3072 MB").hasLineCount(1);
    }

    /** A link to itself stands for a folder of another user, which is one for everybody but root: there is something, unseen. */
    @Test
    void data_that_cannot_be_looked_at_are_not_said_to_be_missing() throws IOException {
        Path loop = folder.resolve("loop.csv");
        Files.createSymbolicLink(loop, loop);
        assertThat(trainOn(loop, true)).isEqualTo(2);
        assertThat(complained()).startsWith(loop + ": cannot be read: ").doesNotContain("does not exist");
        assertThat(train(folder.resolve("runs"), "--set", "task=text", "--set", "task.file=" + loop))
                .isEqualTo(2);
        assertThat(complained()).startsWith(loop + ": cannot be read: ").doesNotContain("does not exist");
    }

    @Test
    void a_run_whose_data_are_others_now_says_so_before_it_goes_on() throws IOException {
        Path rows = rows("X,X");
        assertThat(trainOn(rows, true)).as(complained()).isZero();
        RunFolder run = RunFolder.list(folder.resolve("runs")).getFirst();
        assertThat(call("resume", run.path())).isZero();
        assertThat(printed()).doesNotContain("has changed");
        Files.writeString(rows, Files.readString(rows).replace("0.", "7."));
        assertThat(call("resume", run.path())).as(complained()).isZero();
        assertThat(printed()).containsOnlyOnce(rows + " has changed since this run began");
    }

    @Test
    void a_table_too_short_for_any_window_is_not_advised_to_take_one() throws IOException {
        for (String part : new String[] {"train", "test"}) {
            Files.createDirectories(folder.resolve("parts").resolve(part));
            Files.writeString(folder.resolve("parts").resolve(part).resolve("a.csv"), "1\n2\n");
        }
        assertThat(trainOn(folder.resolve("parts"), true)).isEqualTo(2);
        assertThat(complained())
                .contains("too few for any window; a window of 2 steps needs 3 rows in each part")
                .doesNotContain("choose a window of at most 1");
    }
}
