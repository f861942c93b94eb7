package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsList;
import unroll.engine.task.OwnMotion;
import unroll.engine.task.OwnPictures;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.PianoRolls;
import unroll.engine.task.TaskSettings;
import unroll.engine.task.Text;

/** A person's own files, each the beginning of an experiment. */
class OwnExperimentTest {
    private static final Path PICTURES = Path.of("src", "test", "resources", "pictures.idx");

    @TempDir
    Path folder;

    private static String rows(char separator) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, 300)
                .forEach(t ->
                        rows.append(Math.sin(t)).append(separator).append(t % 7).append('\n'));
        return rows.toString();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void becomes(Path path, Class<? extends TaskSettings> task, String name) {
        Experiment experiment = OwnExperiment.of(path).orElseThrow();
        assertThat(experiment.task()).isInstanceOf(task);
        assertThat(experiment.name()).isEqualTo(name);
        assertThat(experiment.about()).contains(path.getFileName().toString());
        assertThat(SettingsList.files(experiment).firstEntry().getValue().path())
                .isEqualTo(path.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"swing.csv, ','", "swing.tsv, '\t'", "SWING.CSV, ;", "swing.Tsv, '\t'"})
    void a_table_becomes_series(String name, char separator) throws IOException {
        becomes(file(name, rows(separator)), OwnSeries.class, name.substring(0, 5));
    }

    @Test
    void a_folder_of_tables_becomes_series_divided_or_not() throws IOException {
        file("walks/a.tsv", rows('\t'));
        file("walks/b.tsv", rows('\t'));
        becomes(folder.resolve("walks"), OwnSeries.class, "walks");
        file("halves/train/a.csv", rows(','));
        file("halves/test/b.csv", rows(','));
        becomes(folder.resolve("halves"), OwnSeries.class, "halves");
    }

    @ParameterizedTest
    @CsvSource({"mine.txt", "mine.TXT"})
    void a_text_becomes_a_text(String name) throws IOException {
        becomes(file(name, "to be or not to be, ".repeat(200)), Text.class, "mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1 2@2 1@3 5@4 4@5 3@",
                "time;level;tap@1.1.2020;1,5;0@2.1.2020;;1@3.1.2020;2,5;0@4.1.2020;3;1@5.1.2020;7,25;1",
                "3.5@4@2.25@-1@0.5@7@",
                "date;station;level@2020-01-01;A;1@2020-01-02;A;2@2020-01-03;B;4@2020-01-04;B;5@2020-01-05;B;6",
                "# of a tank@# made by hand@x,y@1,2@3,4@5,6@7,8@9,10",
            })
    void a_text_of_numbers_becomes_series(String text) throws IOException {
        becomes(file("tank.txt", text.replace('@', '\n')), OwnSeries.class, "tank");
    }

    /** Numbers in a text make no table of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1,2@3,4",
                "3.14159265358979",
                "Chapter 1@@It was in 1984, on 4 April.@@Chapter 2@@It was 1985, and 5 April.@It was 1986, and 6"
                        + " April.",
                "1. one, two@2. two, three@3. three, four@4. four, five@5. five, six@6. six, seven",
                "first 1@second 2@third 3@fourth 4@fifth 5@sixth 6@",
                "The level was@1@2@3@4@5@and it rose,@and on it went,@till it did not,@and nobody knew why,@as ever,"
                        + " and so on.",
                "A: 5@B: hello, you@A: 7@B: well, then@A: 8@B: now@",
            })
    void a_text_with_numbers_stays_a_text(String text) throws IOException {
        becomes(file("tale.txt", text.replace('@', '\n')), Text.class, "tale");
    }

    @ParameterizedTest
    @CsvSource({"faces.idx, faces", "FACES.IDX, FACES", "t10k-images-idx3-ubyte, t10k-images-idx3"})
    void an_idx_file_becomes_pictures(String name, String called) throws IOException {
        becomes(Files.copy(PICTURES, folder.resolve(name)), OwnPictures.class, called);
    }

    @ParameterizedTest
    @CsvSource({"walk.bvh, walk", "walks/one.bvh, walks", "01_01.AMC, 01_01", "walks/01_01.amc, walks"})
    void a_motion_and_a_folder_of_motions_become_motion_capture(String name, String called) throws IOException {
        Path motion = file(name, "HIERARCHY");
        becomes(name.contains("/") ? motion.resolveSibling("") : motion, OwnMotion.class, called);
    }

    @Test
    void a_midi_file_or_a_folder_of_them_becomes_piano_rolls() throws IOException {
        Path chorale = Path.of("..", "sample-data", "music", "chorales", "train", "chorale-01.mid");
        for (String name : List.of("song.mid", "SONG.MIDI", "song.rmi", "song.Kar")) {
            becomes(Files.copy(chorale, folder.resolve(name)), PianoRolls.class, name.substring(0, 4));
        }
        becomes(folder, PianoRolls.class, String.valueOf(folder.getFileName()));
        becomes(file("rolls.json", "{\"train\": [[[60]]], \"test\": [[[60]]]}"), PianoRolls.class, "rolls");
        assertThat(OwnExperiment.of(file("other.json", "{\"name\": \"x\"}"))).isEmpty();
    }

    @Test
    void a_folder_is_of_the_kind_of_which_it_holds_most_files() throws IOException {
        Path chorale = Path.of("..", "sample-data", "music", "chorales", "train", "chorale-01.mid");
        file("songs/index.csv", rows(','));
        Files.copy(chorale, folder.resolve("songs/a.mid"));
        becomes(folder.resolve("songs"), OwnSeries.class, "songs");
        Files.copy(chorale, folder.resolve("songs/b.mid"));
        becomes(folder.resolve("songs"), PianoRolls.class, "songs");
    }

    @Test
    void what_is_no_data_is_left_to_others() throws IOException {
        assertThat(OwnExperiment.of(file("song.mp3", "ID3"))).isEmpty();
        assertThat(OwnExperiment.of(file("empty/readme.md", "#").resolveSibling("")))
                .isEmpty();
        assertThat(OwnExperiment.of(folder.resolve("nothing"))).isEmpty();
    }

    @Test
    void each_that_waits_names_one_file_and_says_which() {
        assertThat(OwnExperiment.all())
                .hasSize(5)
                .allSatisfy(own -> assertThat(own.waiting().about()).contains("{file}"))
                .allSatisfy(own -> assertThat(own.kind().endings()).isNotEmpty());
        assertThat(OwnExperiment.all().stream()
                        .flatMap(own -> Stream.of(own.kind().endings())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1, 400, 0.1", "2, 1000, 5", "7, 600, 0.5"})
    void its_settings_learn_waves_of_any_number_and_speed(int columns, int length, double speed) throws IOException {
        String waves = IntStream.range(0, length)
                .mapToObj(t -> IntStream.range(0, columns)
                        .mapToObj(i -> Double.toString(100 + 30 * Math.sin(speed * (1 + 0.3 * i) * t)))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        Experiment experiment = OwnExperiment.of(file("waves.csv", waves)).orElseThrow();
        try (Training training = new Training(experiment)) {
            double before = training.test()[0];
            for (int update = 0; update < 150; update++) {
                assertThat(training.advance().finite()).isTrue();
            }
            assertThat(training.test()[0]).isLessThan(before / 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "weights.PT", "net.keras"})
    void filesOfNetworksAreAnsweredByWhatHelps(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[] {8, 8, 18, 6});
        assertThat(OwnExperiment.of(file)).isEmpty();
        assertThat(OwnExperiment.nothingFor(file))
                .contains("it holds a network, whose weights can be begun with where they are saved as safetensors");
        assertThat(OwnExperiment.nothingFor(folder.resolve("net.txt"))).doesNotContain("network");
    }
}
