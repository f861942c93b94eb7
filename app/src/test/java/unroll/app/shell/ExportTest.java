package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import unroll.app.control.Card;
import unroll.app.control.Matrix;
import unroll.app.export.ExportSheet;
import unroll.app.shell.ShellModel.Screen;
import unroll.app.training.LiveViews;

/** Views exported as somebody does who makes slides: by keys and by mouse, with a real run in the background. */
class ExportTest extends BenchTest {
    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String accessible(Node node) {
        return node.getAccessibleText() == null ? "" : node.getAccessibleText();
    }

    private void fire(String help) {
        ButtonBase button = robot.lookup((Node node) ->
                        node instanceof ButtonBase && accessible(node).startsWith(help))
                .query();
        BenchFixture.doOnWindow(button::fire);
        fixture.settle();
    }

    private ToggleButton toggle(String words) {
        return robot.from(
                        robot.lookup((Node node) -> node instanceof ExportSheet).<Node>query())
                .lookup((Node node) -> node instanceof ToggleButton button && words.equals(button.getText()))
                .query();
    }

    private void choose(String words) {
        BenchFixture.doOnWindow(() -> toggle(words).fire());
    }

    private void type(String field, String text) {
        TextField target = robot.lookup((Node node) ->
                        node instanceof TextField && accessible(node).equals(field))
                .query();
        BenchFixture.doOnWindow(() -> target.setText(text));
    }

    private boolean sheet() {
        return BenchFixture.onWindow(() -> fixture.stage.getScene().getRoot().lookup(".export-sheet") != null);
    }

    private void export(Path file) {
        type("File", file.toString());
        robot.push(KeyCode.ENTER);
        assertThat(sheet()).as("the sheet is put away").isFalse();
        fixture.await(
                "it is written",
                () -> fixture.bench.exports().newsProperty().get().contains(file.toString()));
        keep(file);
    }

    /** To be looked at. */
    private static void keep(Path file) {
        try {
            Path screens = Files.createDirectories(Path.of("target", "screens"));
            Files.copy(
                    file,
                    screens.resolve("export-" + file.getFileName()),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void trained() throws IOException {
        openSmallExperiment();
        trainFor(120);
        pause();
        long update = training.updateProperty().get();
        fixture.await("the views show it", () -> training.seenUpdateProperty().get() == update);
        fixture.settle();
    }

    private Card card(String title) {
        return robot.lookup((Node node) -> node instanceof Card card
                        && card.isVisible()
                        && card.titleProperty().get().equals(title))
                .query();
    }

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
        Node button = robot.lookup((Node node) -> node instanceof Button export && export.isDefaultButton())
                .query();
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
        assertThat(fixture.bench.exports().newsProperty().get()).isEmpty();
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
        Matrix hidden = BenchFixture.onWindow(() -> training.hiddenProperty().get());
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

    @Test
    void lossesAreOneTableAndBaselinesAnother() throws IOException {
        trained();
        fire("Export Loss");
        choose("CSV");
        Path csv = file("loss.csv");
        export(csv);
        List<CsvRecord> rows = read(csv);
        var loss = BenchFixture.onWindow(() -> training.lossProperty().get());
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
    void drawingsOfEveryCardAreMadeInLightAndDark() throws IOException {
        trained();
        for (String colours : List.of("light", "dark")) {
            for (String name : List.of("Loss", "Test sequence", "Hidden states")) {
                fire("Export " + name);
                choose("SVG");
                choose(colours);
                Path drawing = file(name + " " + colours + ".svg");
                export(drawing);
                assertThat(Files.readString(drawing)).contains("Two small balls", "seeds: data");
                assertThat(ground(drawing)).as("the page, too, is " + colours).isEqualTo(colours);
            }
        }
        assertThat(fixture.theme.darkProperty().get())
                .as("the window is as before")
                .isTrue();
    }

    /** Whether the first surface that is painted, below all others, is light or dark. */
    private static String ground(Path drawing) throws IOException {
        Matcher fill = Pattern.compile("fill=\"(#[0-9a-f]{6})\"").matcher(Files.readString(drawing));
        assertThat(fill.find()).isTrue();
        return Color.web(fill.group(1)).getBrightness() > 0.5 ? "light" : "dark";
    }

    /** Each as drawing, which Chrome shows as the window does, as picture and as numbers. */
    private void everyFormat(String name) throws IOException {
        for (String format : List.of("SVG", "PNG", "CSV")) {
            fire("Export " + name);
            choose(format);
            Path file = file(name + "." + format.toLowerCase(Locale.ROOT));
            export(file);
            assertThat(Files.size(file)).as(file.toString()).isGreaterThan(20);
        }
    }

    @Test
    void whatLooksInsideIsExportedLikeAllOthers() throws IOException {
        trained();
        for (String name : List.of("Gradient flow", "Weights", "Spectrum", "Trajectories", "Perturb")) {
            robot.push(KeyCode.ALT, alt(name));
            fixture.settle();
            everyFormat(name);
            assertThat(Files.readString(file(name + ".svg")))
                    .as("every line of %s has its colour", name)
                    .doesNotContain("stroke=\"#000000\"");
        }
    }

    private static KeyCode alt(String title) {
        List<String> views = LiveViews.arrangement().views();
        for (int i = 0; i < views.size(); i++) {
            if (LiveViews.title(views.get(i)).equals(title)) {
                return KeyCode.getKeyCode(Integer.toString(i + 1));
            }
        }
        throw new IllegalArgumentException(title);
    }

    @Test
    void theDesignIsExportedWithItsLayersAndConnections() throws IOException {
        trained();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.settle();
        everyFormat("Network");
        assertThat(Files.readString(file("Network.svg"))).doesNotContain("stroke=\"#000000\"");
        assertThat(Files.readString(file("Network.csv"))).contains("layer,cell,units", "h,tanh,10");
        assertThat(Files.readString(file("Network connections.csv"))).contains("h,h,1");
        everyFormat("Histogram");
    }

    @Test
    void aFilmGoesAlongTheStepsThatWereAskedFor() throws IOException {
        trained();
        fire("Export Test sequence");
        choose("GIF");
        choose("1\u00d7");
        fixture.settle();
        fixture.picture("export-sheet-film");
        type("From", "3");
        type("To", "12");
        Path film = file("balls.gif");
        export(film);
        assertThat(frames(film)).hasSize(10);
        assertThat(training.timeProperty().get())
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
    void aFilmAlongTheTrainingHasAFrameForEveryRememberedUpdate() throws IOException {
        openSmallExperiment();
        for (int i = 0; i < 6; i++) {
            long to = training.updateProperty().get() + 10;
            BenchFixture.doOnWindow(() -> fixture.bench.trainingController().step(10));
            fixture.await(
                    "they are made",
                    () -> training.updateProperty().get() == to
                            && !training.runningProperty().get());
        }
        int remembered =
                BenchFixture.onWindow(() -> training.historyProperty().get().size());
        assertThat(remembered).isGreaterThan(3);
        for (String name : List.of("Test sequence", "Hidden states", "Loss")) {
            fire("Export " + name);
            choose("GIF");
            choose("training");
            choose("1\u00d7");
            Path film = file("balls " + name + ".gif");
            export(film);
            assertThat(frames(film)).as(name).hasSize(remembered);
        }
    }

    @Test
    void aCancelledFilmLeavesNothing() throws IOException {
        trained();
        fire("Export Hidden states");
        choose("MP4");
        choose("4\u00d7");
        type("File", file("balls.mp4").toString());
        robot.push(KeyCode.ENTER);
        BenchFixture.doOnWindow(fixture.bench.exports()::cancel);
        fixture.await(
                "it has ended",
                () -> fixture.bench.exports().newsProperty().get().contains("cancelled"));
        assertThat(left()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedBeforehand() throws IOException {
        trained();
        fire("Export Test sequence");
        choose("GIF");
        type("From", "many");
        assertThat(refused()).contains("whole numbers, 1 to 19");
        type("From", "21");
        assertThat(refused()).contains("no frame");
        type("From", "1");
        type("File", folder.toString());
        assertThat(refused()).contains("folder");
        type("File", file("balls.gif").toString());
        assertThat(refused()).isEmpty();
        assertThat(BenchFixture.onWindow(() -> toggle("GIF").isSelected())).isTrue();
    }

    private String refused() {
        return BenchFixture.onWindow(
                () -> fixture.bench.exports().refusalProperty().get());
    }

    @Test
    void errorSignalsAndTablesOfARaceCanBeHadToo() throws IOException {
        trained();
        robot.push(KeyCode.G);
        fixture.await(
                "signals are seen", () -> training.flowProperty().get().error().size() > 0);
        fixture.settle();
        for (String format : List.of("SVG", "CSV", "GIF")) {
            fire("Export Gradient flow");
            choose(format);
            export(file("flow." + format.toLowerCase(java.util.Locale.ROOT)));
        }
        assertThat(read(file("flow.csv"))).hasSize(1 + training.stepsProperty().get());
        assertThat(read(file("flow waterfall.csv")).getFirst().getField(0)).isEqualTo("first update");
        assertThat(frames(file("flow.gif"))).hasSize(training.stepsProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        fixture.settle();
        robot.push(KeyCode.ENTER);
        fixture.await(
                "there is a race",
                () -> fixture.bench.race().model().openProperty().get());
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
        BenchFixture.doOnWindow(() -> fixture.bench.shell().screenProperty().set(Screen.VALLEY));
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
