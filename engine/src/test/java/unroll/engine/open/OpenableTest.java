package unroll.engine.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.data.DataException;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.format.Tables;
import unroll.engine.setting.SettingsJson;
import unroll.engine.table.Doubt;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.PianoRolls;
import unroll.engine.task.Text;

/** What a file is by its name and place; each is recognised in whatever letters. */
class OpenableTest {
    private static final String ROWS = "1,2\n".repeat(150) + "2,1\n".repeat(150);

    @TempDir
    Path folder;

    private Openable at(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Openable.at(Files.writeString(file, text));
    }

    @ParameterizedTest
    @CsvSource({
        "a.json, NewRunOf",
        "A.JSON, NewRunOf",
        "experiment.json, NewRunOf",
        "run/experiment.json, RunIn",
        "a.unroll, ProjectIn",
        "A.UNROLL, ProjectIn",
        "a.safetensors, WeightsIn",
        "A.SafeTensors, WeightsIn",
        "song.mp3, Unknown"
    })
    void a_file_is_what_its_name_and_its_place_say(String name, String kind) throws IOException {
        Files.createDirectories(folder.resolve("run/checkpoints"));
        assertThat(at(name, "{}").getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"a.csv", "a.CSV", "b.tsv"})
    void own_series_are_a_run_to_begin(String name) throws IOException {
        String text = name.endsWith("tsv") ? ROWS.replace(',', '\t') : ROWS;
        assertThat(at(name, text)).isInstanceOf(Openable.NewRunOf.class);
        assertThat(Openable.at(folder)).isInstanceOf(Openable.NewRunOf.class);
    }

    @Test
    void music_is_a_run_to_begin_be_it_a_file_a_folder_or_piano_rolls() throws IOException {
        Path sample = Path.of("..", "sample-data", "music");
        for (Path source : List.of(sample, sample.resolve("canons"), sample.resolve("chorales/train/chorale-01.mid"))) {
            Openable.NewRunOf found = (Openable.NewRunOf) Openable.at(source);
            assertThat(found.experiment().task()).isInstanceOf(PianoRolls.class);
            assertThat(found.experiment().about()).contains("The step was found");
        }
        Openable.NewRunOf rolls =
                (Openable.NewRunOf) at("rolls.json", "{\"train\": [[[60], [62]]], \"test\": [[[64], [65], [67]]]}");
        assertThat(rolls.experiment().task())
                .isInstanceOfSatisfying(
                        PianoRolls.class, task -> assertThat(task.window()).isEqualTo(3));
        assertThat(rolls.experiment().name()).isEqualTo("rolls");
        assertThat(rolls.understood().getFirst())
                .isEqualTo("2 pieces, 1 of them to test on: 2 and 3 steps of 1 quarter note; 1.0 notes sound at a time,"
                        + " from C4 to G4.");
        assertThatThrownBy(() -> at("broken.mid", "MThd"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("broken.mid: byte 5");
        assertThatThrownBy(() -> at("broken.json", "{\"train\": [[[60], [62]]]"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no list of piano-rolls");
    }

    @Test
    void series_too_short_for_the_usual_window_get_one_that_fits_their_parts() throws IOException {
        Openable.NewRunOf found = (Openable.NewRunOf) at("short.csv", "1,2\n2,1\n".repeat(100));
        assertThat(found.experiment().task())
                .isInstanceOfSatisfying(
                        OwnSeries.class,
                        task -> assertThat(task.window())
                                .as("of 200 rows the last 40 are kept back, and one follows the window")
                                .isEqualTo(39));
        assertThat(found.experiment().task().open().steps()).isEqualTo(39);
        assertThat(found.experiment().about()).contains("Window 39 instead of 50 steps");
    }

    @ParameterizedTest
    @CsvSource({"30, 2, 0", "500, 49, 9", "1009, 99, 19", "1010, 100, 20", "1500, 100, 20"})
    void a_text_too_short_for_the_usual_window_gets_one_that_fits_and_says_so(int length, int window, int warmUp)
            throws IOException {
        Openable.NewRunOf found =
                (Openable.NewRunOf) at("short.txt", "abcde".repeat(length / 5) + "f".repeat(length % 5));
        assertThat(found.experiment().task()).isInstanceOfSatisfying(Text.class, task -> {
            assertThat(task.window())
                    .as("a tenth is kept back, and one character follows")
                    .isEqualTo(window);
            assertThat(task.warmUp()).isEqualTo(warmUp);
        });
        assertThat(found.experiment().about().contains("Window " + window + " instead of 100 characters"))
                .isEqualTo(window < 100);
    }

    @ParameterizedTest
    @CsvSource({
        "'', No line names the columns",
        "'a,b', 'Line 1 was taken as the columns'' names. Given and predicted: a, b.'",
        "'\n\nx,y', Line 3"
    })
    void which_line_of_a_table_was_taken_as_names_is_told(String head, String told) throws IOException {
        Openable.NewRunOf found =
                (Openable.NewRunOf) at("named.csv", (head.isEmpty() ? "" : head + "\n") + "1,2\n2,1\n".repeat(200));
        assertThat(found.experiment().about())
                .contains("named.csv: 400 rows of 2 columns.")
                .contains(told);
        assertThat(String.join(" ", found.experiment().task().open().understood()))
                .contains(told);
    }

    @Test
    void what_was_understood_and_what_is_doubtful_are_told_of_data_alone() throws IOException {
        StringBuilder rows = new StringBuilder("day,x\n");
        for (int i = 0; i < 60; i++) { // four days a year, about as far apart whichever number is the month
            rows.append("%d/%d/%d,%d%n".formatted(2 + 3 * (i % 4), 3 + 3 * (i % 4), 2000 + i / 4, i % 7));
        }
        Openable.NewRunOf found = (Openable.NewRunOf) at("dates.csv", rows.toString());
        assertThat(found.understood()).first().isEqualTo("dates.csv: 60 rows of 2 columns.");
        assertThat(found.experiment().about()).endsWith(String.join(" ", found.understood()));
        assertThat(found.doubts()).extracting(Doubt::setting).containsExactly("dates");
        Openable.NewRunOf document = (Openable.NewRunOf) at("experiment.json", "{}");
        assertThat(document.understood()).isEmpty();
        assertThat(document.doubts()).isEmpty();
    }

    @Test
    void an_experiment_that_reads_its_data_in_another_way_says_so_where_it_said_it_before() throws IOException {
        Openable.NewRunOf found = (Openable.NewRunOf) at("named.csv", "a,b\n" + "1,2\n2,1\n".repeat(200));
        OwnSeries other = (OwnSeries) SettingsJson.with(found.experiment().task(), "columns.inputs", "a");
        List<String> now = other.open().understood();
        Experiment changed = OwnExperiment.reading(found.experiment(), other, found.understood(), now);
        assertThat(changed.task()).isEqualTo(other);
        assertThat(changed.about()).contains("Given only: a.").doesNotContain("Given and predicted: a, b");
        assertThat(OwnExperiment.reading(changed, found.experiment().task(), now, found.understood()))
                .isEqualTo(found.experiment());
    }

    @Test
    void a_document_with_axes_is_a_sweep_and_a_folder_what_lies_in_it() throws IOException {
        Path tiny = Path.of("..", "sweeps", "tiny.json");
        assertThat(Openable.at(tiny)).isInstanceOf(Openable.NewSweep.class);
        Path begun = folder.resolve("begun");
        Files.createDirectories(begun.resolve("runs"));
        Files.copy(tiny, begun.resolve("sweep.json"));
        assertThat(Openable.at(begun)).isInstanceOf(Openable.SweepIn.class);
        assertThat(Openable.at(begun.resolve("sweep.json"))).isInstanceOf(Openable.SweepIn.class);
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("metrics.csv"), ROWS);
        Files.writeString(run.resolve("experiment.json"), SettingsJson.write(Examples.first()));
        assertThat(Openable.at(run)).isInstanceOf(Openable.RunIn.class);
    }

    @Test
    void data_that_cannot_be_used_are_refused_in_their_own_words() {
        assertThatThrownBy(() -> at("words.csv", "1,2\n".repeat(30) + "three,4\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("three");
    }

    @Test
    void what_cannot_be_opened_says_what_can() throws IOException {
        Openable.Unknown nothing = (Openable.Unknown) at("song.mp3", "MThd");
        assertThat(nothing.sentence()).contains("song.mp3").endsWith(".");
        assertThat(OpenableKind.all())
                .extracting(OpenableKind::words)
                .containsExactly(
                        "projects",
                        "experiments and sweeps",
                        "series",
                        "texts",
                        "pictures",
                        "music",
                        "motion capture",
                        "weights")
                .allSatisfy(words -> assertThat(nothing.sentence()).contains(words));
        assertThat(OpenableKind.all())
                .allSatisfy(kind -> assertThat(nothing.sentence()).contains(kind.endings()));
        assertThat(Openable.at(folder.resolve("gone.csv")))
                .isInstanceOfSatisfying(
                        Openable.Unknown.class,
                        gone -> assertThat(gone.sentence()).contains("gone.csv: there is no such file"));
    }

    @Test
    void dialogs_ask_for_small_and_capital_letters() {
        OpenableKind tables = OpenableKind.of(OwnExperiment.all().getFirst().kind());
        assertThat(tables.patterns()).startsWith("*.csv", "*.CSV", "*.tsv", "*.TSV");
        assertThat(tables.endings())
                .as("all that tables are read from, and texts, of which some are tables")
                .isEqualTo(Stream.concat(Tables.endings().stream(), Stream.of(".txt"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, put pictures into a folder",
        "a.JPG, put pictures into a folder",
        "a.c3d, motion capture (.bvh",
        "a.asf, take an .amc file that moves it",
        "noending, motion capture"
    })
    void what_cannot_be_opened_is_told_what_can(String name, String advice) throws IOException {
        Openable.Unknown nothing = (Openable.Unknown) at(name, "[1, 2]");
        assertThat(nothing.sentence()).contains(name).contains(advice);
        assertThat(OwnExperiment.nothingFor(folder.resolve(name)))
                .contains("series, texts, pictures, music and motion capture can be learned from");
        assertThat(OwnExperiment.nothingFor(folder.resolve(name)).contains("folder"))
                .isEqualTo(advice.contains("folder"));
    }
}
