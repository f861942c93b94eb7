package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.engine.record.RunFolder;

/** Commands that write a result replace an older result, but no data that are read. */
class ResultFileTest extends CommandTest {
    private Path table(String name, int rows) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file,
                IntStream.range(0, rows)
                        .mapToObj(i -> String.format(Locale.ROOT, "%.3f", 50 + 20 * Math.sin(i / 3.0)))
                        .collect(Collectors.joining("\n", "sold\n", "\n")));
    }

    private Path learned(Path data) {
        Path runs = folder.resolve("runs");
        assertThat(call(
                        "train",
                        data,
                        "--runs",
                        runs,
                        "--set",
                        "training.updates=2",
                        "--set",
                        "training.testSequences=4",
                        "--set",
                        "model.hidden=3"))
                .as(complained())
                .isZero();
        return RunFolder.list(runs).getFirst().path();
    }

    /** Calls a command that has to leave a file as it is. */
    private void assertSpares(Path file, Object... arguments) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(call(arguments)).as(complained()).isEqualTo(2);
        assertThat(complained()).contains("would be replaced", "name another file");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aPredictionNeverReplacesTheTableThatIsPredicted() throws IOException {
        Path run = learned(table("sales.csv", 60));
        Path other = table("others.csv", 40);
        assertSpares(other, "predict", run, other, "--to", other);
        assertSpares(other, "predict", run, other, "--to", folder.resolve("runs/../others.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), other);
        assertSpares(other, "predict", run, other, "--to", link);
        assertSpares(other, "predict", run, link, "--to", other);
        Path inside = table("shops/b.csv", 30);
        table("shops/a.csv", 31);
        assertSpares(inside, "predict", run, folder.resolve("shops"), "--to", inside);
    }

    @Test
    void noResultReplacesWhatARunLearnedFrom() throws IOException {
        Path sales = table("sales/b.csv", 60);
        table("sales/a.csv", 61);
        Path run = learned(folder.resolve("sales"));
        Path other = table("others.csv", 40);
        assertSpares(sales, "predict", run, other, "--to", sales);
        assertSpares(sales, "report", run, "--to", sales);
        for (String form : new String[] {"safetensors", "project"}) {
            assertSpares(sales, "export", run, "--to", form, sales);
        }
    }

    @Test
    void aResultReplacesAnOlderOne() throws IOException {
        Path sales = table("sales.csv", 60);
        Path run = learned(sales);
        Path forecast = folder.resolve("forecast.csv");
        for (int i = 0; i < 2; i++) {
            assertThat(call("predict", run, sales, "--to", forecast))
                    .as(complained())
                    .isZero();
            assertThat(forecast).content().startsWith("row,sold,sold predicted\n");
        }
    }
}
