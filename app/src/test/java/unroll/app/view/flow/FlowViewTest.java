package unroll.app.view.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.app.Screens;
import unroll.app.chart.Curve;
import unroll.app.chart.Decades;
import unroll.app.chart.LinePlot;
import unroll.app.chart.Ribbon;
import unroll.engine.plot.Scale;

class FlowViewTest {
    private static final int STEPS = 4;

    /** The update whose Jacobians are known. */
    private static final long STRETCHED = 20;

    /** Looks at updates 0, 10, 20 ... of a network whose errors vanish ever less; nothing arrives at the last step. */
    private static final double[][] LOOKS = {{1e-8, 1e-5, 1e-2, 0}, {1e-6, 1e-4, 1e-2, 0}, {Double.NaN, 1e-3, 1e-2, 0}};

    private final FxRobot robot = new FxRobot();
    private FlowView view;
    private Waterfall waterfall;

    @BeforeEach
    void showThreeLooks() throws Exception {
        view = Alone.shown(560, 300, FlowView::new);
        robot.interact(() -> view.dataProperty().set(data(LOOKS, true)));
        waterfall = (Waterfall) view.lookup(".waterfall");
    }

    private static FlowData data(double[][] looks, boolean followed) {
        WaterfallData past = WaterfallData.EMPTY;
        for (int i = 0; i < looks.length; i++) {
            past = past.with(10L * i, looks[i]);
        }
        double[] steps = IntStream.rangeClosed(1, STEPS).asDoubleStream().toArray();
        FlowData.Stretch stretch = new FlowData.Stretch(
                STRETCHED,
                new Curve(new double[] {1, 4}, new double[] {1e-3, 1}),
                new Curve(new double[] {1, 4}, new double[] {1e-4, 1}),
                new Curve(new double[] {1, 4}, new double[] {1e-5, 1}),
                new Curve(new double[] {1, 4}, new double[2]));
        return new FlowData(
                10L * (looks.length - 1),
                new Curve(steps, looks[looks.length - 1]),
                followed ? new Curve(steps, new double[] {1e-4, 1e-3, 1e-2, 0.1}) : Curve.EMPTY,
                followed ? stretch : FlowData.Stretch.NONE,
                "At update 20: it vanishes.",
                past);
    }

    /** The middle of a cell of the waterfall, in the view's coordinates. */
    private double[] cell(int row, int step) {
        var area = ((LinePlot) view.lookup(".line-plot")).area();
        int rows = view.dataProperty().get().past().rows().size();
        return new double[] {
            area.getX() + area.getWidth() * (step + 0.6) / STEPS,
            waterfall.getLayoutY() + waterfall.used() * (row + 0.5) / rows
        };
    }

    private int pixel(Image image, int row, int step) {
        double[] cell = cell(row, step);
        return image.getPixelReader().getArgb((int) cell[0], (int) cell[1]);
    }

    private Image picture() {
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = view.getScene().snapshot(null));
        Screens.write("gradient-flow", image[0]);
        return image[0];
    }

    private void moveTo(double x, double y) {
        Bounds screen = view.localToScreen(view.getLayoutBounds());
        robot.moveTo(screen.getMinX() + x, screen.getMinY() + y);
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private String readout() {
        return view.lookupAll(".readout").stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" and "));
    }

    @Test
    void eachCellHasTheColourOfItsDecadeAndNothingHasNone() {
        robot.interact(() -> view.timeProperty().set(STEPS));
        Image image = picture();
        Decades decades = waterfall.shown();
        assertThat(decades).isEqualTo(new Decades(-8, -2, false));
        for (int row = 0; row < LOOKS.length; row++) {
            for (int step = 0; step < STEPS - 1; step++) {
                assertThat(pixel(image, row, step))
                        .as("row %d, step %d", row, step)
                        .isEqualTo(waterfall.colours().colour(decades.share((float) Math.log10(LOOKS[row][step]))));
            }
            assertThat(pixel(image, row, STEPS - 1))
                    .as("nothing arrives: the ground is seen")
                    .isEqualTo(image.getPixelReader().getArgb(2, (int) waterfall.getLayoutY() + 60));
        }
        assertThat(pixel(image, 0, 0)).as("negative control").isNotEqualTo(pixel(image, 1, 0));
        assertThat(pixel(image, 2, 0))
                .as("broken")
                .isEqualTo(waterfall.colours().colour(Double.NaN));
    }

    @Test
    void hoveringReadsUpdateTimeAndSize() {
        double[] cell = cell(1, 0);
        moveTo(cell[0], cell[1]);
        assertThat(readout()).isEqualTo("update 10 \u00b7 t = 1 \u00b7 |dL/dh| 1.0e\u22126");
        cell = cell(2, 0);
        moveTo(cell[0], cell[1]);
        assertThat(readout()).isEqualTo("update 20 \u00b7 t = 1 \u00b7 |dL/dh| NaN");
        cell = cell(0, 3);
        moveTo(cell[0], cell[1]);
        assertThat(readout()).isEqualTo("update 0 \u00b7 t = 4 \u00b7 |dL/dh| nothing arrives");
        moveTo(cell[0], cell[1] + 40);
        assertThat(readout()).as("below the newest row").isEmpty();
        moveTo(cell[0], 60);
        assertThat(readout())
                .isEqualTo("t = 4 \u00b7 |dL/dh| nothing arrives \u00b7 |dL/dv| 0.100 \u00b7 stretch 1.00 to 1.00");
    }

    @Test
    void aClickInTheCurvesOrTheWaterfallMovesTheTimeCursor() {
        for (int step : new int[] {2, 0, 3}) {
            double[] cell = cell(1, step);
            moveTo(cell[0], cell[1]);
            robot.clickOn();
            assertThat(view.timeProperty().get()).isEqualTo(step);
            moveTo(cell(0, 1)[0], 60);
            robot.clickOn();
            assertThat(view.timeProperty().get()).isEqualTo(1);
        }
    }

    /** Curves and waterfall have one time axis: the cursor stands in the middle of the step in both. */
    @Test
    void curvesAndWaterfallShareTheTimeAxis() {
        var area = ((LinePlot) view.lookup(".line-plot")).area();
        Node cursor = view.lookup(".time-cursor");
        for (int step = 0; step < STEPS; step++) {
            int now = step;
            robot.interact(() -> view.timeProperty().set(now));
            WaitForAsyncUtils.waitForFxEvents(5);
            double middle = cursor.getLayoutX() + 1;
            double curve = area.getX() + new Scale(0.5, STEPS + 0.5, false).share(step + 1) * area.getWidth();
            assertThat(middle).isCloseTo(curve, within(1.0));
            assertThat(waterfall.getLayoutX()).isZero();
        }
    }

    @Test
    void theCursorStandsOverCurvesAndWaterfallAndNotOverTheNumbersBetween() {
        LinePlot plot = (LinePlot) view.lookup(".line-plot");
        double numbers = plot.getLayoutY() + plot.area().getMaxY();
        double below = waterfall.getLayoutY();
        assertThat(below - numbers).as("room for numbers").isGreaterThan(10);
        List<Node> parts = List.copyOf(view.lookupAll(".time-cursor"));
        assertThat(parts).hasSize(2).allMatch(Node::isVisible);
        assertThat(parts).allSatisfy(part -> {
            Bounds bounds = part.getBoundsInParent();
            assertThat(bounds.getMaxY() <= numbers + 1 || bounds.getMinY() >= below - 1)
                    .as("%s beside %s to %s", bounds, numbers, below)
                    .isTrue();
            assertThat(bounds.getHeight()).isGreaterThan(40);
        });
    }

    @Test
    void jacobiansOfAnEarlierUpdateAreNamedSo() {
        robot.interact(() ->
                view.dataProperty().set(data(new double[][] {LOOKS[0], LOOKS[1], LOOKS[0], LOOKS[1]}, true)));
        assertThat(swatches()).contains("stretch of ds_T/ds_t at update 20");
    }

    @Test
    void whatIsNotKnownHasNoLegend() {
        assertThat(swatches()).containsExactly("|dL/dh|", "|dL/dv|", "stretch of ds_T/ds_t");
        robot.interact(() -> view.dataProperty().set(data(LOOKS, false)));
        assertThat(swatches()).containsExactly("|dL/dh|");
    }

    private List<String> swatches() {
        return view.lookupAll(".legend .label").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void theWaterfallGrowsDownwards() {
        double before = waterfall.used();
        double[][] more = new double[9][];
        for (int i = 0; i < more.length; i++) {
            more[i] = LOOKS[i % 2];
        }
        robot.interact(() -> view.dataProperty().set(data(more, true)));
        assertThat(waterfall.used()).isEqualTo(3 * before);
        assertThat(waterfall.rowAt(waterfall.used() - 1)).isEqualTo(8);
        assertThat(waterfall.rowAt(waterfall.used() + 1)).isEqualTo(-1);
        assertThat(waterfall.rowAt(-1)).isEqualTo(-1);
    }

    @Test
    void theAxisOfTheCurvesIsWholeDecadesAndIsNotFlattenedByTheLeastDirection() {
        FlowData flow = data(LOOKS, true);
        assertThat(FlowScales.up(flow)).isEqualTo(new Scale(1e-4, 1, true));
        FlowData.Stretch deep = new FlowData.Stretch(
                0,
                flow.stretch().largest(),
                flow.stretch().middle(),
                new Curve(new double[] {1, 4}, new double[] {1e-200, 1}),
                flow.stretch().bounds());
        FlowData deeper = new FlowData(20, flow.error(), flow.input(), deep, "", flow.past());
        assertThat(FlowScales.up(deeper)).isEqualTo(FlowScales.up(flow));
        assertThat(FlowScales.up(FlowData.EMPTY)).isEqualTo(new Scale(1e-4, 1, true));
    }

    @Test
    void aRibbonGoesThereAboveAndBackBelowAndLeavesOutWhatIsNoNumber() {
        double[] x = {1, 2, 3};
        Ribbon ribbon = new Ribbon(new Curve(x, new double[] {1, Double.NaN, 3}), new Curve(x, new double[] {5, 6, 7}));
        assertThat(ribbon.outline()).containsExactly(1, 5, 3, 7, 3, 3, 1, 1);
        assertThat(Ribbon.EMPTY.outline()).isEmpty();
    }
}
