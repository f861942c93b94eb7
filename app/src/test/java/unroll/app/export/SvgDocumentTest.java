package unroll.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import unroll.app.chart.Curve;
import unroll.app.chart.Heatmap;
import unroll.app.chart.LossChart;
import unroll.app.chart.LossData;
import unroll.app.chart.Matrix;
import unroll.app.control.Card;
import unroll.app.look.Theme;

/** Drawings parsed as XML: a line is looked for by what JavaFX draws of it, points by the axes that are written beside them. */
class SvgDocumentTest {
    private static final double[] UPDATES = {0, 100, 200, 300, 400};

    private final FxRobot robot = new FxRobot();
    private final Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
    private Stage stage;

    @BeforeEach
    void openWindow() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
    }

    private void show(Card card) {
        robot.interact(() -> {
            Scene scene = new Scene(new StackPane(card), 500, 400);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private static Card losses(double... test) {
        LossChart chart = new LossChart();
        chart.logUpProperty().set(false);
        chart.dataProperty()
                .set(new LossData(
                        Curve.EMPTY, new Curve(UPDATES, test), List.of(), Optional.empty(), OptionalLong.empty()));
        return new Card("Loss <&> \"quoted\"", chart);
    }

    private Document drawing(Card card, Caption caption, Colours colours) throws Exception {
        show(card);
        String[] text = new String[1];
        robot.interact(() -> text[0] = new Studio(theme).drawing(card, caption, colours));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text[0].getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document document, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static Element text(Document document, String words) {
        return all(document, "text").stream()
                .filter(text -> text.getTextContent().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nowhere is written " + words));
    }

    /** The points of the path that is drawn with a width of 2 in the colour of a test. */
    private static List<double[]> curve(Document document) {
        String path = all(document, "path").stream()
                .filter(one -> one.getAttribute("stroke").equals("#0969da")
                        && one.getAttribute("stroke-width").equals("2"))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
        List<double[]> points = new ArrayList<>();
        Matcher numbers = Pattern.compile("[ML]([-0-9.]+) ([-0-9.]+)").matcher(path);
        while (numbers.find()) {
            points.add(new double[] {Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2))});
        }
        return points;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** The middle of a number below the axis. */
    private static double middle(Element text) {
        return number(text, "x") + number(text, "textLength") / 2;
    }

    /** Coordinates have three decimals, and a number stands on its middle to a pixel. */
    @Test
    void aCurveIsALineThroughItsPointsWhereTheAxesSay() throws Exception {
        double[] losses = {40, 30, 10, 20, 15};
        Document document = drawing(losses(losses), Caption.NONE, Colours.LIGHT);
        List<double[]> points = curve(document);
        assertThat(points).hasSize(losses.length);
        double left = middle(text(document, "200")) - middle(text(document, "400"));
        double perUpdate = left / -200;
        double perLoss = (number(text(document, "10"), "y") - number(text(document, "40"), "y")) / (10 - 40);
        for (int i = 0; i < losses.length; i++) {
            double x = points.getFirst()[0] + perUpdate * (UPDATES[i] - UPDATES[0]);
            double y = points.getFirst()[1] + perLoss * (losses[i] - losses[0]);
            assertThat(points.get(i)[0]).as("x of point %s", i).isCloseTo(x, org.assertj.core.data.Offset.offset(2.0));
            assertThat(points.get(i)[1]).as("y of point %s", i).isCloseTo(y, org.assertj.core.data.Offset.offset(2.0));
        }
    }

    @Test
    void anotherNumberIsAnotherPoint() throws Exception {
        double before = curve(drawing(losses(40, 30, 10, 20, 15), Caption.NONE, Colours.LIGHT))
                .get(3)[1];
        double after = curve(drawing(losses(40, 30, 10, 25, 15), Caption.NONE, Colours.LIGHT))
                .get(3)[1];
        assertThat(after).as("higher").isLessThan(before - 5);
    }

    @Test
    void lettersAreTextLegendAndCaptionToo() throws Exception {
        Caption caption = new Caption("Balls & walls", "update 1,200", List.of("seed 7", "today"));
        Document document = drawing(losses(4, 3, 2, 1, 1), caption, Colours.LIGHT);
        for (String words : List.of("Loss <&> \"quoted\"", "test", "Balls & walls", "update 1,200")) {
            assertThat(text(document, words).getAttribute("font-family")).startsWith("Inter");
        }
        assertThat(text(document, "seed 7 \u00b7 today")).isNotNull();
    }

    private static List<String> words(Document document) {
        return all(document, "text").stream().map(Element::getTextContent).toList();
    }

    /** What the axes are and their unit stand in the drawing; what is there for hands does not. */
    @Test
    void aFigureSaysWhatItsAxesAreAndHasNoTabsNoHintAndNoMarkOfTheViewThatKeysMove() throws Exception {
        Card card = losses(40, 30, 10, 20, 15);
        ((LossChart) card.lookup(".loss-chart")).measureProperty().set("squared error per frame");
        card.setTabs(new ToggleButton("Another view"), new MenuButton("Another view"));
        card.pseudoClassStateChanged(PseudoClass.getPseudoClass("in-hand"), true);
        Document document = drawing(card, Caption.NONE, Colours.LIGHT);
        assertThat(words(document)).contains("updates", "squared error per frame", "Loss <&> \"quoted\"");
        assertThat(words(document)).doesNotContain("Another view");
        assertThat(text(document, "squared error per frame").getAttribute("transform"))
                .as("beside the upright axis")
                .startsWith("rotate(-90 ");
        String edge = all(drawing(losses(40, 30, 10, 20, 15), Caption.NONE, Colours.LIGHT), "path").stream()
                .map(path -> path.getAttribute("stroke"))
                .filter(stroke -> !stroke.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(all(document, "path").stream().map(path -> path.getAttribute("stroke")))
                .as("the frame has the colour of one that nobody moves")
                .contains(edge);
        assertThat(card.getPseudoClassStates())
                .extracting(PseudoClass::getPseudoClassName)
                .contains("in-hand");
        assertThat(card.lookup(".toggle-button")).as("tabs are back afterwards").isNotNull();
        assertThat(card.lookup(".quiet-button")).isNotNull();
    }

    @Test
    void buttonsAreNotDrawnAndTheyAreStillThereAfterwards() throws Exception {
        Card card = losses(4, 3, 2, 1, 1);
        double[] before = new double[1];
        show(card);
        robot.interact(() -> before[0] = card.lookup(".quiet-button").getOpacity());
        Document document = drawing(card, Caption.NONE, Colours.LIGHT);
        long icons = all(document, "path").stream()
                .filter(path -> path.getAttribute("stroke-linecap").equals("round"))
                .count();
        assertThat(icons).isZero();
        assertThat(card.lookup(".quiet-button").getOpacity()).isEqualTo(before[0]);
    }

    @Test
    void darkColoursAreDrawnFromALightWindowWhichStaysLight() throws Exception {
        Card card = losses(4, 3, 2, 1, 1);
        Document dark = drawing(card, Caption.NONE, Colours.DARK);
        assertThat(all(dark, "path"))
                .anyMatch(path -> path.getAttribute("stroke").equals("#4493f8"));
        assertThat(theme.darkProperty().get()).isFalse();
        assertThat(all(drawing(card, Caption.NONE, Colours.AS_SHOWN), "path"))
                .noneMatch(path -> path.getAttribute("stroke").equals("#4493f8"));
    }

    /** A map is a picture in the file, cell for cell. */
    @Test
    void aMapOfStatesIsAPictureWithItsColours() throws Exception {
        Heatmap map = new Heatmap();
        map.sortedProperty().set(false);
        map.matrixProperty().set(new Matrix(2, 2, new float[] {1, 0, -1, 0}));
        Document document = drawing(new Card("States", map), Caption.NONE, Colours.LIGHT);
        Element image = all(document, "image").stream()
                .max(java.util.Comparator.comparingDouble(one -> number(one, "width")))
                .orElseThrow();
        byte[] png = Base64.getDecoder().decode(image.getAttribute("xlink:href").replaceFirst("^.*,", ""));
        var pixels = ImageIO.read(new ByteArrayInputStream(png));
        int right = pixels.getWidth() - 2;
        int bottom = pixels.getHeight() - 2;
        assertThat(pixels.getRGB(1, 1)).isEqualTo(0xffe8590c);
        assertThat(pixels.getRGB(right, 1)).isEqualTo(0xffffffff);
        assertThat(pixels.getRGB(1, bottom)).isEqualTo(0xff1f6feb);
    }

    @Test
    void aPictureHasAsManyPixelsAsAskedForAndTheSameColours() throws Exception {
        Card card = losses(4, 3, 2, 1, 1);
        show(card);
        for (int pixels : new int[] {1, 2, 4}) {
            WritableImage[] image = new WritableImage[1];
            robot.interact(() -> image[0] = new Studio(theme).picture(card, Caption.NONE, Colours.LIGHT, pixels));
            double margin = 24;
            assertThat(image[0].getWidth()).isEqualTo(pixels * (card.getWidth() + margin));
            assertThat(image[0].getHeight()).isEqualTo(pixels * (card.getHeight() + margin));
            int blue = 0;
            for (int y = 0; y < image[0].getHeight(); y++) {
                for (int x = 0; x < image[0].getWidth(); x++) {
                    blue += image[0].getPixelReader().getArgb(x, y) == 0xff0969da ? 1 : 0;
                }
            }
            assertThat(blue).as("the curve, in pixels of %s", pixels).isGreaterThan(200 * pixels * pixels);
        }
    }
}
