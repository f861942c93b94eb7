package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Matrix;
import unroll.app.view.LiveView;
import unroll.app.view.flow.LiveFlow;
import unroll.app.view.hidden.LiveHidden;
import unroll.engine.music.MidiPiece;

/** Views exported as somebody does who makes slides. */
class ExportTest extends ExportBench {
    private static final String MUSIC = """
        {"name": "Chorales",
         "task": {"kind": "piano-rolls", "source": "sample-data/music/chorales", "window": 40},
         "model": {"kind": "rnn", "hidden": 5},
         "training": {"batch": 5, "updates": 10, "testSequences": 5}}
        """;

    /** Views of what a run records at every update. */
    private static final List<String> RECORDED = List.of("Loss", "Update");

    @Test
    void everyViewIsOfferedAndTheKeysAreEnough() throws IOException {
        trained();
        robot.push(KeyCode.CONTROL, KeyCode.E);
        fixture.settle();
        assertThat(sheet()).isTrue();
        fixture.picture("export-sheet");
        for (int i = 0; i < 5; i++) {
            BenchFixture.doOnWindow(fixture.theme::larger);
        }
        choose("GIF");
        fixture.settle();
        fixture.picture("export-sheet-large");
        Button button = exportButton();
        BenchFixture.doOnWindow(() -> assertThat(fixture.stage
                        .getScene()
                        .getRoot()
                        .getLayoutBounds()
                        .contains(button.localToScene(button.getLayoutBounds())))
                .as("with text of twice the size")
                .isTrue());
        choose("PNG");
        BenchFixture.doOnWindow(fixture.theme::normal);
        fixture.settle();
        Path picture = file("loss.png");
        export(picture);
        fixture.picture("export-done");
        BufferedImage image = ImageIO.read(picture.toFile());
        double width = BenchFixture.onWindow(() -> card("Loss").getWidth());
        assertThat(image.getWidth()).as("twice the card and its margin").isGreaterThanOrEqualTo((int) (2 * width));
        robot.push(KeyCode.ESCAPE);
        assertThat(fixture.bench.shell().background().newsProperty().get()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.push(KeyCode.ESCAPE);
        assertThat(sheet()).isFalse();
    }

    @Test
    void theButtonOfACardChoosesItAndTheNumbersAreThoseOfTheNetwork() throws IOException {
        trained();
        fire("Export Hidden states");
        choose("CSV");
        Path csv = file("states.csv");
        export(csv);
        List<CsvRecord> rows = read(csv);
        Matrix hidden = BenchFixture.onWindow(
                () -> view(LiveHidden.class).statesProperty().get());
        assertThat(rows).hasSize(1 + hidden.rows());
        assertThat(rows.getFirst().getField(0)).isEqualTo("unit");
        for (int unit = 0; unit < hidden.rows(); unit++) {
            for (int step = 0; step < hidden.columns(); step++) {
                assertThat(Float.parseFloat(rows.get(1 + unit).getField(1 + step)))
                        .as("unit %s, step %s", unit, step)
                        .isEqualTo(hidden.at(unit, step));
            }
        }
    }

    private static List<CsvRecord> read(Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }

    /** The loss has no time steps and nobody plays it; hidden states are a film, and no music either. */
    @Test
    void onlyWhatAViewCanBecomeIsOffered() throws IOException {
        trained();
        fire("Export Hidden states");
        assertThat(words(choice("PNG"))).containsExactly("PNG", "SVG", "CSV", "GIF", "MP4");
        choose("GIF");
        robot.push(KeyCode.ESCAPE);
        openExperiment(MUSIC, "Chorales");
        fixture.settle();
        fire("Export Test sequence");
        assertThat(words(choice("PNG"))).containsExactly("PNG", "SVG", "CSV", "GIF", "MP4", "MIDI");
        Path file = file("chorale.mid");
        export(file);
        assertThat(MidiPiece.read(file).notes()).isNotEmpty();
    }

    /** What was wanted of music does not change what pictures are had as. */
    @Test
    void musicIsOfferedAsMusicAndThenAsItWasHadLast() throws IOException {
        openExperiment(MUSIC, "Chorales");
        fixture.settle();
        fire("Export Test sequence");
        assertThat(chosen("PNG")).isEqualTo("MIDI");
        robot.push(KeyCode.ESCAPE);
        fire("Export Loss");
        assertThat(chosen("PNG")).isEqualTo("PNG");
        choose("SVG");
        robot.push(KeyCode.ESCAPE);
        fire("Export Test sequence");
        assertThat(chosen("PNG")).isEqualTo("MIDI");
        choose("CSV");
        robot.push(KeyCode.ESCAPE);
        fire("Export Loss");
        assertThat(chosen("PNG")).isEqualTo("SVG");
        robot.push(KeyCode.ESCAPE);
        fire("Export Test sequence");
        assertThat(chosen("PNG")).isEqualTo("CSV");
    }

    @Test
    void lossesAreOneTableAndBaselinesAnother() throws IOException {
        trained();
        fire("Export Loss");
        choose("CSV");
        Path csv = file("loss.csv");
        export(csv);
        List<CsvRecord> rows = read(csv);
        var loss = BenchFixture.onWindow(() -> training.progressProperty().get().loss());
        assertThat(rows.getFirst().getFields().getFirst()).isEqualTo("update");
        assertThat(rows.getFirst().getFields().get(1)).startsWith("train (");
        for (int i = 0; i < loss.train().size(); i++) {
            String update = Long.toString((long) loss.train().x()[i]);
            CsvRecord row = rows.stream()
                    .filter(one -> one.getField(0).equals(update))
                    .findFirst()
                    .orElseThrow();
            assertThat(Double.parseDouble(row.getField(1)))
                    .isEqualTo(loss.train().y()[i]);
        }
        assertThat(rows.stream().skip(1).filter(row -> !row.getField(2).isEmpty()))
                .hasSize(loss.test().size());
        assertThat(read(file("loss baselines.csv")))
                .hasSize(1 + loss.baselines().size());
        assertThat(read(file("loss scores.csv")).getFirst().getField(0)).isEqualTo("metric");
    }

    @Test
    void aFilmGoesAlongTheStepsThatWereAskedFor() throws IOException {
        trained();
        fire("Export Test sequence");
        choose("GIF");
        type("Scale", "1");
        fixture.settle();
        fixture.picture("export-sheet-film");
        type("From", "3");
        type("To", "12");
        Path film = file("balls.gif");
        export(film);
        assertThat(frames(film)).hasSize(10);
        assertThat(cues().timeProperty().get())
                .as("the window's time step rests")
                .isZero();
        fire("Export Test sequence");
        choose("MP4");
        export(file("balls.mp4"));
        assertThat(left()).containsExactlyInAnyOrder("balls.gif", "balls.mp4");
    }

    private List<BufferedImage> frames(Path film) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            List<BufferedImage> frames = new java.util.ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                frames.add(reader.read(i));
            }
            return frames;
        }
    }

    /** What lies in the folder beside the experiment and its run. */
    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("balls"))
                    .toList();
        }
    }

    @Test
    void aFilmAlongTheTrainingHasAFrameForEveryUpdateThatIsKnown() throws IOException {
        openSmallExperiment();
        for (int i = 0; i < 6; i++) {
            long to = training.updateProperty().get() + 10;
            BenchFixture.doOnWindow(() -> fixture.train().controller().step(10));
            fixture.await(
                    "they are made",
                    () -> training.updateProperty().get() == to
                            && !training.runningProperty().get());
        }
        int made = (int) training.updateProperty().get();
        int remembered =
                BenchFixture.onWindow(() -> training.historyProperty().get().size());
        assertThat(remembered).isGreaterThan(3);
        for (LiveView<?> view : fixture.train().views().all()) {
            String name = view.title();
            if (!view.applies().getValue()) {
                continue;
            }
            if (!seen(view.name())) {
                robot.push(KeyCode.ALT, view.key());
                fixture.settle();
            }
            fire("Export " + name);
            choose("GIF");
            choose("training");
            type("Scale", "1");
            Path film = file("balls " + name + ".gif");
            export(film);
            assertThat(frames(film)).as(name).hasSize(RECORDED.contains(name) ? 1 + made : remembered);
        }
    }

    @Test
    void aCancelledFilmLeavesNothing() throws IOException {
        trained();
        fire("Export Hidden states");
        choose("MP4");
        type("Scale", "4");
        type("File", file("balls.mp4").toString());
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.J);
        fixture.await(
                "it is seen",
                () -> robot.lookup(".task-cancel-button").tryQuery().isPresent());
        robot.push(KeyCode.SPACE);
        fixture.await(
                "it has ended",
                () -> fixture.bench.shell().background().newsProperty().get().contains("cancelled"));
        assertThat(left()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedBeforehand() throws IOException {
        trained();
        fire("Export Test sequence");
        choose("GIF");
        type("From", "many");
        robot.push(KeyCode.ENTER);
        assertThat(sheet()).as("nothing is written").isTrue();
        assertThat(robot.lookup(".refusal").queryAllAs(Label.class))
                .extracting(Labeled::getText)
                .anySatisfy(text -> assertThat(text).contains("From must be a whole number"));
        assertThat(exportButton().isDisabled()).isTrue();
        type("From", "21");
        robot.push(KeyCode.TAB);
        assertThat(refused()).contains("no frame", "1 to 19");
        type("From", "1");
        type("File", folder.toString());
        assertThat(refused()).contains("folder");
        type("File", file("balls.gif").toString());
        assertThat(refused()).isEmpty();
        assertThat(exportButton().isDisabled()).isFalse();
    }

    @Test
    void whatFormatsHaveInCommonIsChosenOnce() throws IOException {
        trained();
        fire("Export Hidden states");
        type("Scale", "3");
        robot.push(KeyCode.TAB);
        choose("dark");
        choose("CSV");
        assertThat(robot.from(robot.lookup(".export-sheet"))
                        .lookup((Node node) -> accessible(node).equals("Scale"))
                        .tryQuery())
                .as("what does not apply is not shown")
                .isEmpty();
        choose("GIF");
        assertThat(List.of(field("Scale"), chosen("dark"), chosen("time steps"), field("From"), field("To")))
                .containsExactly("3", "dark", "time steps", "1", "19");
        type("From", "4");
        choose("training");
        assertThat(field("From"))
                .as("another axis begins with all of its frames")
                .isEqualTo("0");
    }

    private Button exportButton() {
        return robot.lookup((Node node) -> node instanceof Button export && export.isDefaultButton())
                .query();
    }

    private String refused() {
        return BenchFixture.onWindow(
                () -> fixture.bench.exports().controller().refusalProperty().get());
    }

    @Test
    void errorSignalsAndTablesOfARaceCanBeHadToo() throws IOException {
        trained();
        robot.push(KeyCode.G);
        fixture.await(
                "signals are seen",
                () -> view(LiveFlow.class).dataProperty().get().error().size() > 0);
        fixture.settle();
        for (String format : List.of("SVG", "CSV", "GIF")) {
            fire("Export Gradient flow");
            choose(format);
            export(file("flow." + format.toLowerCase(java.util.Locale.ROOT)));
        }
        assertThat(read(file("flow.csv")))
                .hasSize(1 + training.headProperty().get().steps());
        assertThat(read(file("flow waterfall.csv")).getFirst().getField(0)).isEqualTo("first update");
        assertThat(frames(file("flow.gif")))
                .hasSize(training.headProperty().get().steps());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        fixture.settle();
        robot.push(KeyCode.ENTER);
        fixture.await(
                "there is a race",
                () -> fixture.screen(RaceScreen.class).model().openProperty().get());
        fixture.settle();
        fire("Export Lanes");
        choose("CSV");
        export(file("lanes.csv"));
        assertThat(read(file("lanes.csv")).getFirst().getField(0)).isEqualTo("lane");
        fire("Export Lanes");
        choose("SVG");
        export(file("lanes.svg"));
        assertThat(Files.readString(file("lanes.svg"))).contains("Two small balls", "place");
    }

    @Test
    void theValleyHasALegendAndNumbersToo() throws IOException {
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(ValleyScreen.ID));
        fixture.settle();
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        fire("Export Valley");
        choose("SVG");
        Path drawing = file("valley.svg");
        export(drawing);
        assertThat(Files.readString(drawing)).contains("momentum");
        fire("Export Valley");
        choose("CSV");
        Path csv = file("valley.csv");
        export(csv);
        assertThat(read(csv).getFirst().getField(0)).isEqualTo("update");
        fire("Export Distance");
        choose("SVG");
        Path distances = file("distance.svg");
        export(distances);
        assertThat(Files.readString(distances))
                .as("the legend of the card beside it")
                .contains("Nesterov");
    }
}
