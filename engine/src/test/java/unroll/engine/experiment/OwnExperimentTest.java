package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsList;
import unroll.engine.task.OwnPictures;
import unroll.engine.task.OwnSeries;
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
    @CsvSource({"faces.idx, faces", "FACES.IDX, FACES", "t10k-images-idx3-ubyte, t10k-images-idx3"})
    void an_idx_file_becomes_pictures(String name, String called) throws IOException {
        becomes(Files.copy(PICTURES, folder.resolve(name)), OwnPictures.class, called);
    }

    @Test
    void what_is_no_data_is_left_to_others() throws IOException {
        assertThat(OwnExperiment.of(file("song.mid", "MThd"))).isEmpty();
        assertThat(OwnExperiment.of(file("empty/readme.md", "#").resolveSibling("")))
                .isEmpty();
        assertThat(OwnExperiment.of(folder.resolve("nothing"))).isEmpty();
    }

    @Test
    void each_that_waits_names_one_file_and_says_which() {
        assertThat(OwnExperiment.all())
                .hasSize(3)
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
}
