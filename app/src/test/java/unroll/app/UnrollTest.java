package unroll.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done in a terminal with what would open the window. */
class UnrollTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.json, train",
        "a.csv, train",
        "A.TSV, train",
        "song.mid, train",
        "a.unroll, resume",
        "A.UNROLL, resume",
        "w.safetensors, train --weights"
    })
    void a_file_goes_to_its_command_and_no_option_is_dropped(String name, String command) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name.endsWith("json") ? "{}" : "1\n2\n".repeat(200));
        assertThat(String.join(" ", Unroll.inTerminal(new String[] {file.toString(), "--set", "training.updates=1"})))
                .isEqualTo(command + " " + file + " --set training.updates=1");
    }

    @ParameterizedTest
    @CsvSource({
        "lst, did you mean 'list'?",
        "trian, did you mean 'train'?",
        "nosuch.json, unroll --help tells what there is."
    })
    void a_word_that_is_neither_command_nor_file_is_refused_and_the_nearest_command_named(String word, String advice) {
        assertThat(Unroll.nothing(word, Set.of("list", "train", "branch")))
                .isEqualTo("'" + word + "': there is no such command and no such file; " + advice);
    }

    @Test
    void runs_and_sweeps_are_gone_on_with() throws IOException {
        Files.writeString(folder.resolve("experiment.json"), "{}");
        assertThat(Unroll.inTerminal(new String[] {folder.toString()})).containsExactly("resume", folder.toString());
        Path tiny = Path.of("..", "sweeps", "tiny.json");
        assertThat(Unroll.inTerminal(new String[] {tiny.toString(), "--to", "x"}))
                .containsExactly("sweep", tiny.toString(), "--to", "x");
        assertThat(Unroll.inTerminal(new String[0])).containsExactly("train");
    }
}
