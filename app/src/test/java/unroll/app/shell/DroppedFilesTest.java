package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Experiment;
import unroll.engine.init.GivenWeights;
import unroll.engine.setting.FilePath;
import unroll.engine.task.OwnPictures;

/** Whatever is dropped opens, or is refused in words while everything stays as it is. */
class DroppedFilesTest extends BenchTest {
    /** A run that was trained a little, and rests. */
    private Path run;

    @BeforeEach
    void trainARun() throws IOException {
        openSmallExperiment();
        trainFor(10);
        pause();
        run = Path.of(training.folderProperty().get());
    }

    private void drop(Path path) {
        BenchFixture.doOnWindow(() -> fixture.bench.open(path));
    }

    private void opens(Path path, String name) {
        drop(path);
        fixture.await(path + " is open", () -> training.nameProperty().get().equals(name));
        fixture.settle();
        assertThat(training.folderProperty().get()).isNotEqualTo(run.toString());
        drop(run);
        fixture.await("the run is back", () -> training.folderProperty().get().equals(run.toString()));
    }

    private void refuses(Path path, String... words) {
        int before = messages();
        drop(path);
        fixture.await(path + " is refused", () -> messages() > before);
        String said = BenchFixture.onWindow(
                () -> fixture.bench.shell().noticeProperty().get());
        assertThat(said).contains(path.getFileName().toString());
        for (String word : words) {
            assertThat(said).contains(word);
        }
        assertThat(training.folderProperty().get()).isEqualTo(run.toString());
    }

    private int messages() {
        return fixture.bench.shell().messages().size();
    }

    private Experiment experiment() {
        return fixture.train().history().valueProperty().get();
    }

    private Path series(String name) throws IOException {
        StringBuilder csv = new StringBuilder("angle,speed\n");
        for (int t = 0; t < 400; t++) {
            csv.append(String.format(Locale.ROOT, "%.4f,%.4f%n", Math.sin(0.2 * t), Math.cos(0.2 * t)));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, csv);
    }

    /** Pictures with a white stripe each, as MNIST's are stored; {@code missing} bytes are cut off. */
    private Path idx(String name, int missing) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            for (int word : new int[] {0x803, 60, 8, 8}) {
                out.writeInt(word);
            }
            byte[] pixels = new byte[60 * 64 - missing];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (i % 8 == i / 64 % 8 ? 255 : 0);
            }
            out.write(pixels);
        }
        return file;
    }

    private Path images() throws IOException {
        Path images = Files.createDirectories(folder.resolve("faces"));
        for (int i = 0; i < 40; i++) {
            BufferedImage image = new BufferedImage(6, 6, BufferedImage.TYPE_BYTE_GRAY);
            image.setRGB(i % 6, i / 6 % 6, 0xffffff);
            ImageIO.write(
                    image, "png", images.resolve("face" + (100 + i) + ".png").toFile());
        }
        return images;
    }

    private Path checkpoint() throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path project() throws IOException {
        Path project = folder.resolve("balls.unroll");
        fixture.picked.add(project);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        fixture.await("it is saved", () -> Files.exists(project));
        fixture.settle();
        return project;
    }

    @Test
    void experimentsSeriesTextsAndPicturesBecomeRuns() throws IOException {
        opens(Files.writeString(folder.resolve("small.JSON"), SMALL.replace("Two small balls", "Others")), "Others");
        opens(series("swing.csv"), "swing");
        opens(Path.of("..", "sample-data", "music", "canons", "train", "canon-01.mid"), "canon-01");
        opens(Path.of("..", "sample-data", "music", "canons"), "canons");
        opens(series("SWING.CSV"), "SWING");
        Path tabs = series("tabs.tsv");
        opens(Files.writeString(tabs, Files.readString(tabs).replace(',', '\t')), "tabs");
        series("walks/train/one.csv");
        series("walks/test/two.csv");
        opens(folder.resolve("walks"), "walks");
        opens(Files.writeString(folder.resolve("hat.txt"), "the cat sat on the mat and was wet. ".repeat(50)), "hat");
        opens(images(), "faces");
        drop(idx("stripes.idx", 0));
        fixture.await("it is open", () -> training.nameProperty().get().equals("stripes"));
        fixture.settle();
        assertThat(experiment().task()).isInstanceOf(OwnPictures.class);
        trainFor(2);
        pause();
        assertThat(training.troubleProperty().get()).isEmpty();
        fixture.picture("dropped-pictures");
    }

    @Test
    void runsSweepsAndProjectsAreGoneOnWith() throws IOException {
        Path project = project();
        opens(
                Files.writeString(folder.resolve("experiment.json"), SMALL.replace("Two small balls", "Others")),
                "Others");
        Path tiny = Path.of("..", "sweeps", "tiny.json").toAbsolutePath().normalize();
        drop(tiny);
        fixture.await(
                "the sweep is open",
                () -> fixture.bench.shell().frontProperty().get().equals(SweepScreen.ID));
        drop(project);
        fixture.await(
                "the project is open",
                () -> training.nameProperty().get().equals("Two small balls")
                        && !training.folderProperty().get().equals(run.toString()));
    }

    @Test
    void weightsBecomeThoseThatTheOpenNetworkBeginsWithAndThatIsUndone() throws IOException {
        Experiment before = experiment();
        Path weights = checkpoint();
        drop(weights);
        fixture.await("it is an edit", () -> !experiment().equals(before));
        assertThat(experiment().initialisation()).isEqualTo(new GivenWeights(new FilePath(weights)));
        fixture.await(
                "it waits for a reset", () -> !training.pendingProperty().get().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(experiment()).isEqualTo(before);
        opens(
                Files.writeString(
                        folder.resolve("wider.json"),
                        SMALL.replace("Two small balls", "Wider").replace("10}", "11}")),
                "Wider");
        drop(folder.resolve("wider.json"));
        fixture.await("it is open", () -> training.nameProperty().get().equals("Wider"));
        run = Path.of(training.folderProperty().get());
        refuses(weights, "W_hv");
    }

    @Test
    void whatIsDamagedIsRefusedInWordsAndTheRunGoesOn() throws IOException {
        Path project = project();
        byte[] whole = Files.readAllBytes(project);
        refuses(Files.writeString(folder.resolve("cut.json"), SMALL.substring(0, 200)));
        refuses(Files.write(folder.resolve("cut.unroll"), Arrays.copyOf(whole, whole.length / 2)));
        refuses(idx("cut-images-idx3-ubyte", 7), "announces 60 pictures of 8 x 8 pixels, but only 59 are in it");
        refuses(Files.write(folder.resolve("noise.safetensors"), new byte[] {9, 9, 9, 9, 9, 9, 9, 9, 9}));
        refuses(
                Files.writeString(folder.resolve("words.csv"), "a,b\n" + "1,2\n".repeat(100) + "three,4\n5,6\n"),
                "three");
        refuses(Files.writeString(folder.resolve("short.txt"), "too short"), "take a longer text");
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("experiment.json"), "{\"task\": 7");
        refuses(damaged.resolve("experiment.json"));
        refuses(Files.write(folder.resolve("torn.mid"), new byte[] {'M', 'T', 'h', 'd'}), "byte 5");
        refuses(Files.write(folder.resolve("song.mp3"), new byte[] {'M', 'T', 'h', 'd'}), "cannot be opened");
        refuses(folder.resolve("gone.json"), "no such file");
        refuses(Files.createDirectories(folder.resolve("empty")), "neither a run");
        long update = training.updateProperty().get();
        trainFor(5);
        pause();
        assertThat(training.updateProperty().get()).isGreaterThanOrEqualTo(update + 5);
        assertThat(List.of(fixture.bench.shell().messages().toArray()))
                .as("each is in the log, once")
                .hasSize(11);
    }

    @Test
    void aParquetFileOpensAsSeries() throws IOException {
        Path file = Files.copy(
                Path.of("..", "engine", "src", "test", "resources", "tables", "zstd.parquet"),
                folder.resolve("sensor.parquet"));
        opens(file, "sensor");
    }
}
