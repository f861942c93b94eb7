package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.app.Screens;
import unroll.app.control.Table;
import unroll.app.picture.Pose;

/** What is read of curves by hovering, over every kind of chart. */
class CurveReadingTest {
    private static final Curve FALLING =
            new Curve(new double[] {0, 100, 200, 300, 400}, new double[] {5, 4, 3, Double.NaN, 1});
    private static final Curve SHORT = new Curve(new double[] {0, 200}, new double[] {8, 6});

    private final FxRobot robot = new FxRobot();

    private static LanesData lanes() {
        return new LanesData(
                List.of(new LanesData.Lane("Adam", Ink.MAIN, FALLING), new LanesData.Lane("HF", Ink.SECOND, SHORT)),
                List.of(),
                0,
                "updates");
    }

    /** Moves over the share of a plot's lines; the lines begin where the axis begins. */
    private void hover(LinePlot plot, double share) {
        var area = plot.area();
        Bounds screen = plot.localToScreen(plot.getLayoutBounds());
        robot.moveTo(screen.getMinX() + area.getX() + share * area.getWidth(), screen.getMinY() + area.getCenterY());
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    private static LinePlot plot(Node chart) {
        return (LinePlot) chart.lookup(".line-plot");
    }

    private static String read(Node chart) {
        Label readout = (Label) chart.lookup(".readout");
        return readout.isVisible() ? readout.getText() : "";
    }

    private LanesChart race() throws TimeoutException {
        LanesChart chart = Alone.shown(500, 300, LanesChart::new);
        robot.interact(() -> chart.dataProperty().set(lanes()));
        WaitForAsyncUtils.waitForFxEvents(3);
        return chart;
    }

    @ParameterizedTest
    @CsvSource({
        "0.02, '0 updates\nAdam 5.00\nHF 8.00'",
        "0.23, '100 updates\nAdam 4.00\nHF 8.00 at 0'",
        "0.51, '200 updates\nAdam 3.00\nHF 6.00'",
        "0.74, '300 updates\nHF 6.00 at 200'",
        "0.99, '400 updates\nAdam 1.00\nHF 6.00 at 200'"
    })
    void aRaceReadsEachLaneAtItsNearestPoint(double share, String words) throws TimeoutException {
        LanesChart chart = race();
        assertThat(read(chart)).isEmpty();
        hover(plot(chart), share);
        assertThat(read(chart)).isEqualTo(words.replace("\\n", "\n"));
        Screens.write("reading-" + share, picture(chart));
    }

    @Test
    void aSmoothedLineIsReadBesideTheCurveItselfWhichStaysBehind() throws TimeoutException {
        LanesChart chart = race();
        robot.interact(() -> chart.smoothingProperty().set(0.5));
        hover(plot(chart), 0.51);
        assertThat(read(chart))
                .as("0.5 of the newest, and half of that for each before: (3/2 + 4/4 + 5/8) / (7/8), (6/2 + 8/4) /"
                        + " (3/4)")
                .isEqualTo("200 updates\nAdam 3.00, smoothed 3.57\nHF 6.00, smoothed 6.67");
        assertThat(chart.tables().getFirst().columns().stream().map(Table.Column::head))
                .containsExactly("updates", "Adam", "Adam, smoothed", "HF", "HF, smoothed");
        List<Line> lines = new NamedCurve("Adam", FALLING).smoothed(0.5).lines(Ink.MAIN, false);
        assertThat(lines.stream().map(Line::faint)).containsExactly(true, false);
        assertThat(lines.getFirst().curve()).isEqualTo(FALLING);
        assertThat(new NamedCurve("Adam", FALLING).smoothed(0).lines(Ink.MAIN, false))
                .containsExactly(new Line(FALLING, Ink.MAIN, 2, true, false));
        Screens.write("reading-smoothed", picture(chart));
        robot.interact(() -> chart.smoothingProperty().set(0));
        WaitForAsyncUtils.waitForFxEvents(3);
        assertThat(read(chart)).isEqualTo("200 updates\nAdam 3.00\nHF 6.00");
    }

    private Image picture(Node chart) {
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = chart.getScene().snapshot(null));
        return image[0];
    }

    @Test
    void theLineStandsAtThePointAndTheWordsWithinThePlot() throws TimeoutException {
        LanesChart chart = race();
        LinePlot plot = plot(chart);
        for (double share : new double[] {0, 0.3, 0.55, 0.97, 1}) {
            hover(plot, share);
            Region hair = (Region) chart.lookup(".hair");
            double point = Math.rint(share * 4) / 4;
            assertThat(hair.getLayoutX())
                    .isCloseTo(plot.area().getX() + point * plot.area().getWidth(), within(1.0));
            Bounds words = chart.lookup(".readout").getBoundsInParent();
            assertThat(plot.getLayoutBounds().contains(words))
                    .as("at %s", share)
                    .isTrue();
        }
        robot.interact(() -> chart.dataProperty().set(LanesData.EMPTY));
        hover(plot, 0.5);
        assertThat(read(chart)).isEmpty();
    }

    @Test
    void inAPictureThereIsNothingOfIt() throws TimeoutException {
        LanesChart chart = race();
        int[] alone = posed(chart);
        hover(plot(chart), 0.5);
        assertThat(posed(chart)).isEqualTo(alone);
        assertThat(pixels(picture(chart))).as("in the window there is").isNotEqualTo(alone);
    }

    @Test
    void aPlaceThatIsKeptIsReadWithoutALineOfItsOwn() throws TimeoutException {
        LanesChart chart = race();
        LinePlot plot = plot(chart);
        robot.interact(() -> plot.readAt(100));
        assertThat(read(chart)).startsWith("100 updates");
        assertThat(chart.lookup(".hair").isVisible()).isFalse();
        hover(plot, 0.5);
        assertThat(read(chart)).startsWith("200 updates");
        assertThat(chart.lookup(".hair").isVisible()).isTrue();
    }

    private int[] posed(LanesChart chart) {
        int[][] all = new int[1][];
        robot.interact(() ->
                all[0] = Pose.during(chart, 1, () -> pixels(chart.getScene().snapshot(null))));
        return all[0];
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] all = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
        return all;
    }

    @Test
    void manyCurvesInALowChartStayWithin() throws TimeoutException {
        OverlayChart chart = Alone.shown(300, 120, OverlayChart::new);
        List<OverlayData.Entry> entries = OverlayData.INKS.stream()
                .map(ink -> new OverlayData.Entry(
                        "A run with a long name that is told apart by " + ink,
                        ink,
                        false,
                        FALLING,
                        Curve.EMPTY,
                        Curve.EMPTY,
                        List.of()))
                .toList();
        robot.interact(() -> chart.dataProperty().set(new OverlayData(entries.subList(0, 2), "updates")));
        WaitForAsyncUtils.waitForFxEvents(3);
        hover(plot(chart), 0.5);
        assertThat(read(chart)).startsWith("200 updates\nA run");
        Bounds words = chart.lookup(".readout").getBoundsInParent();
        assertThat(plot(chart).getLayoutBounds().contains(words)).isTrue();
    }

    @Test
    void aSweepReadsMeanLeastAndMostAndTheShareThatFailed() throws TimeoutException {
        SpreadChart chart = Alone.shown(500, 400, SpreadChart::new);
        robot.interact(() -> chart.spreadsProperty()
                .set(new Spreads(
                        "T",
                        List.of(new Spreads.Named(
                                "",
                                List.of(
                                        new Spreads.Point(30, 200, 100, 300, 0),
                                        new Spreads.Point(50, 2000, 1000, 4000, 0.25)))))));
        WaitForAsyncUtils.waitForFxEvents(3);
        List<Node> plots = List.copyOf(chart.lookupAll(".line-plot"));
        hover((LinePlot) plots.getFirst(), 0.9);
        assertThat(read(plots.getFirst())).isEqualTo("T 50\nmean 2,000\nleast 1,000\nmost 4,000");
        hover((LinePlot) plots.getLast(), 0.9);
        assertThat(read(plots.getFirst())).isEmpty();
        assertThat(read(plots.getLast())).isEqualTo("T 50\nfailed 0.250");
    }

    @Test
    void theLossReadsTheUpdateThatIsLookedAtWithoutAMouse() throws TimeoutException {
        LossChart chart = Alone.shown(500, 300, LossChart::new);
        robot.interact(() -> chart.dataProperty()
                .set(new LossData(FALLING, SHORT, List.of(), Optional.empty(), OptionalLong.empty())));
        WaitForAsyncUtils.waitForFxEvents(3);
        robot.interact(() -> chart.markProperty().set(200));
        assertThat(read(chart)).isEqualTo("update 200\ntrain 3.00\ntest 6.00");
        robot.interact(() -> chart.markProperty().set(100));
        assertThat(read(chart)).isEqualTo("update 100\ntrain 4.00\ntest 8.00 at 0");
        robot.interact(() -> chart.markProperty().set(-1));
        assertThat(read(chart)).isEmpty();
    }
}
