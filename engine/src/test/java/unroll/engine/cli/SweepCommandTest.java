package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unroll.engine.file.FolderLock;

@Timeout(180)
class SweepCommandTest extends CommandTest {
    /** Three seeds of a network that is solved in a moment, or never. */
    static String document(String rate) {
        return """
            {"name": "three", "base": {
               "task": {"kind": "memorisation", "symbols": 2, "length": 1, "delay": 3}, "model": {"kind": "rnn", "hidden": 8},
               "optimiser": {"kind": "momentum", "learningRate": %s},
               "training": {"batch": 8, "updates": 300, "testSequences": 20, "testEvery": 5}},
             "axes": [{"axis": "seed", "set": ["seeds.data", "seeds.initialisation"], "values": [1, 2, 3]}]}
            """.formatted(rate);
    }

    private int sweep(Object... arguments) {
        return call(Stream.concat(Stream.of("sweep"), Stream.of(arguments)).toArray());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("three.json"), text);
    }

    /** The one line of complaint. */
    private String complaint() {
        assertThat(complained().lines()).hasSize(1);
        assertThat(complained()).doesNotContain("Exception", "\tat ");
        return complained();
    }

    @Test
    void a_file_is_made_into_a_folder_which_goes_on_by_itself() throws IOException {
        Path place = folder.resolve("place");
        assertThat(sweep(file(document("0.05")), "--to", place, "--jobs", 2)).isZero();
        assertThat(printed())
                .contains("three · 3 runs", "Folder: " + place, "seed 2: solved", "3 of 3 runs over", "results.md");
        assertThat(sweepsDrawn)
                .as("pictures after runs that are over")
                .isNotEmpty()
                .containsOnly(3);
        List<String> table = Files.readAllLines(place.resolve("results.csv"));
        assertThat(table).hasSize(4);
        Files.delete(place.resolve("runs/seed 2/result.json"));
        assertThat(sweep(place)).as("the folder alone").isZero();
        assertThat(Files.readAllLines(place.resolve("results.csv"))).isEqualTo(table);
    }

    @Test
    void a_run_that_could_not_be_made_gives_the_code_1_and_one_that_was_not_solved_does_not() throws IOException {
        assertThat(sweep(file(document("1e-12")), "--to", folder.resolve("lazy")))
                .isZero();
        assertThat(printed()).contains("seed 1: not solved", "(all 300 updates made)");
        String ridge =
                document("0.05").replace("{\"kind\": \"momentum\", \"learningRate\": 0.05}", "{\"kind\": \"ridge\"}");
        assertThat(sweep(file(ridge), "--to", folder.resolve("cannot"))).isEqualTo(1);
        assertThat(printed()).contains("seed 1: failed", "ridge regression cannot train this");
    }

    @Test
    void what_is_no_sweep_or_has_no_place_is_refused_with_a_sentence_and_the_code_2() throws IOException {
        Path file = file(document("0.05"));
        assertThat(sweep(file)).isEqualTo(2);
        assertThat(complaint()).contains("--to: name the folder where the runs go");
        assertThat(sweep(file, "--to", folder.resolve("a"), "--jobs", 0)).isEqualTo(2);
        assertThat(complaint()).contains("at least one run at a time");
        assertThat(sweep(folder.resolve("no.json"), "--to", folder.resolve("a")))
                .isEqualTo(2);
        assertThat(complaint()).contains("no.json: cannot be read: there is no such file");
        assertThat(sweep(file(document("0.05").replace("seeds.data", "seeds.date")), "--to", folder.resolve("a")))
                .isEqualTo(2);
        assertThat(complaint()).contains("axis 'seed', value '1'", "seeds.date", "did you mean 'data'");
        assertThat(sweep(folder)).as("a folder without a sweep").isEqualTo(2);
        assertThat(complaint()).contains("sweep.json: cannot be read");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void a_folder_in_which_another_program_works_is_left_to_it() throws IOException {
        Path place = folder.resolve("place");
        Path file = file(document("0.05"));
        try (FolderLock other = FolderLock.take(place, "")) {
            assertThat(other).isNotNull();
            assertThat(sweep(file, "--to", place)).isEqualTo(2);
            assertThat(complaint()).contains(place + ": another window or terminal", "stop it there first");
            assertThat(place.resolve("sweep.json")).doesNotExist();
        }
        assertThat(sweep(file, "--to", place)).as("free again").isZero();
        FolderLock.take(place, "a sweep that ended has let go").close();
    }

    @Test
    void a_sample_is_known_by_its_name_unless_there_is_such_a_file() {
        assertThat(sweep("tiny")).isEqualTo(2);
        assertThat(complaint()).contains("--to");
        assertThat(sweep("tinny", "--to", folder)).isEqualTo(2);
        assertThat(complaint()).contains("tinny: cannot be read");
    }
}
