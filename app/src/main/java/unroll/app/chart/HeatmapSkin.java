package unroll.app.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import unroll.app.control.Numbers;

/** The heatmap's picture with its axes, its legend, the time cursor and what lies under the mouse. */
final class HeatmapSkin extends SkinBase<Heatmap> {
    private static final double LEGEND = 10;
    private static final double GAP = 8;
    private static final int LEGEND_STEPS = 255;
    private static final double SMALLEST_MARK = 6;

    private final Pixels picture = new Pixels();
    private final Pixels legend = new Pixels();
    private final Pane plot = new Pane();
    private final Region cursor = new Region();
    private final Region cell = new Region();
    private final Rectangle clip = new Rectangle();
    private final AxisLabel firstUnit = new AxisLabel();
    private final AxisLabel lastUnit = new AxisLabel();
    private final AxisLabel units = new AxisLabel();
    private final AxisLabel firstStep = new AxisLabel();
    private final AxisLabel time = new AxisLabel();
    private final AxisLabel lastStep = new AxisLabel();
    private final AxisLabel most = new AxisLabel();
    private final AxisLabel middle = new AxisLabel();
    private final AxisLabel least = new AxisLabel();
    private final List<AxisLabel> axes =
            List.of(firstUnit, lastUnit, units, firstStep, time, lastStep, most, middle, least);
    private final HeatmapPointer pointer;
    private final CellNumbers numbers;
    private int[] order = new int[0];
    private DivergingMap map;

    HeatmapSkin(Heatmap heatmap) {
        super(heatmap);
        map = heatmap.colours();
        numbers = new CellNumbers(
                heatmap, row -> order[row], () -> firstUnit.getFont().getSize());
        pointer = new HeatmapPointer(heatmap, plot, row -> order[row]);
        cursor.getStyleClass().add("time-cursor");
        cursor.setMouseTransparent(true);
        cursor.setManaged(false);
        cell.getStyleClass().add(heatmap.wording().cursor() ? "marked-row" : "marked-cell");
        cell.setMouseTransparent(true);
        cell.setManaged(false);
        plot.getStyleClass().add("heatmap-plot");
        plot.setClip(clip);
        plot.getChildren().addAll(picture.view(), numbers.canvas(), cursor, cell, pointer.readout());
        time.setText(heatmap.wording().across());
        middle.setText("0");
        units.setRotate(-90);
        getChildren().addAll(plot, legend.view());
        getChildren().addAll(axes);
        registerChangeListener(heatmap.matrixProperty(), change -> paint());
        registerChangeListener(heatmap.limitProperty(), change -> paint());
        registerChangeListener(heatmap.sortedProperty(), change -> {
            heatmap.requestLayout();
            paint();
        });
        registerChangeListener(heatmap.timeProperty(), change -> place());
        registerChangeListener(heatmap.pointedProperty(), change -> place());
        registerChangeListener(heatmap.windowProperty(), change -> heatmap.requestLayout());
        heatmap.colourProperties()
                .forEach(colour -> registerChangeListener(colour, change -> {
                    map = heatmap.colours();
                    paintLegend();
                    paint();
                }));
        paintLegend();
        paint();
    }

    private void paintLegend() {
        legend.paint(1, LEGEND_STEPS, (x, y) -> map.colour(1 - 2.0 * y / (LEGEND_STEPS - 1)));
    }

    private void paint() {
        Heatmap heatmap = getSkinnable();
        Matrix matrix = heatmap.matrixProperty().get();
        double limit = heatmap.limitProperty().get();
        order = heatmap.order();
        if (!matrix.isEmpty()) {
            picture.paint(matrix.columns(), matrix.rows(), (x, y) -> map.colour(matrix.at(order[y], x) / limit));
        }
        picture.view().setVisible(!matrix.isEmpty());
        String end = Numbers.tick(limit);
        if (!most.getText().equals("+" + end)) {
            most.setText("+" + end);
            least.setText("\u2212" + end);
            heatmap.requestLayout();
        }
        place();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        boolean bare = getSkinnable().bareProperty().get();
        legend.view().setVisible(!bare);
        axes.forEach(label -> label.setVisible(!bare));
        if (bare) {
            plot.resizeRelocate(x, y, width, height);
            clip.setWidth(width);
            clip.setHeight(height);
            picture.place(getSkinnable().windowProperty().get(), width, height);
            place();
        } else {
            layoutWithAxes(x, y, width, height);
        }
    }

    private void layoutWithAxes(double x, double y, double width, double height) {
        Rectangle2D seen = getSkinnable().windowProperty().get();
        firstUnit.setText(Integer.toString((int) seen.getMinY() + 1));
        lastUnit.setText(Integer.toString((int) Math.ceil(seen.getMaxY())));
        firstStep.setText(Integer.toString((int) seen.getMinX() + 1));
        lastStep.setText(Integer.toString((int) Math.ceil(seen.getMaxX())));
        double line = firstUnit.prefHeight(-1);
        double left = snapSizeX(Math.max(line, Math.max(firstUnit.prefWidth(-1), lastUnit.prefWidth(-1))) + GAP);
        double right = Math.max(most.prefWidth(-1), least.prefWidth(-1)) + LEGEND + 2 * GAP;
        double wide = Math.max(1, snapSizeX(width - left - right));
        double high = Math.max(1, snapSizeY(height - line - GAP / 2));
        plot.resizeRelocate(x + left, y, wide, high);
        clip.setWidth(wide);
        clip.setHeight(high);
        picture.place(seen, wide, high);
        legend.view().relocate(x + left + wide + GAP, y);
        legend.place(new Rectangle2D(0, 0, 1, LEGEND_STEPS), LEGEND, high);
        double labels = x + left + wide + LEGEND + 1.5 * GAP;
        most.place(labels, y - 2);
        middle.place(labels, y + (high - line) / 2);
        least.place(labels, y + high - line + 2);
        firstUnit.place(x + left - GAP - firstUnit.prefWidth(-1), y - 2);
        lastUnit.place(x + left - GAP - lastUnit.prefWidth(-1), y + high - line + 2);
        placeUnits(x + left - GAP, y, high, line);
        double below = y + high + GAP / 2;
        firstStep.place(x + left, below);
        lastStep.place(x + left + wide - lastStep.prefWidth(-1), below);
        double named = time.prefWidth(-1);
        double numbered = Math.max(firstStep.prefWidth(-1), lastStep.prefWidth(-1));
        time.setVisible(named + 2 * (numbered + GAP / 2) <= wide);
        time.place(x + left + (wide - named) / 2, below);
        place();
    }

    /** What the rows are, turned, between the first number and the last; in the order of their means these are ranks. */
    private void placeUnits(double right, double y, double high, double line) {
        String row = getSkinnable().wording().row().strip();
        units.setText(getSkinnable().sortedProperty().get() ? row + "s by mean" : row);
        double width = units.prefWidth(-1);
        units.setVisible(width + 2 * line < high);
        units.place(right - line / 2 - width / 2, y + (high - line) / 2);
    }

    private void place() {
        Rectangle2D seen = getSkinnable().windowProperty().get();
        double wide = plot.getWidth() / Math.max(1, seen.getWidth());
        double middleOfStep = (getSkinnable().timeProperty().get() + 0.5 - seen.getMinX()) * wide;
        cursor.setVisible(getSkinnable().wording().cursor() && middleOfStep >= 0 && middleOfStep <= plot.getWidth());
        cursor.resizeRelocate(Math.rint(middleOfStep) - 1, 0, 2, plot.getHeight());
        placeCell(seen, wide, plot.getHeight() / Math.max(1, seen.getHeight()));
        numbers.paint(plot.getWidth(), plot.getHeight());
        pointer.refresh();
    }

    /** Where a row of the matrix is shown; -1 where it is not. */
    private int shownAt(int row) {
        for (int shown = 0; shown < order.length; shown++) {
            if (order[shown] == row) {
                return shown;
            }
        }
        return -1;
    }

    /** The mark stays visible however small its cell is; beside a cursor it is all of the row. */
    private void placeCell(Rectangle2D seen, double wide, double high) {
        Heatmap heatmap = getSkinnable();
        int row = shownAt(heatmap.pointedProperty().get());
        int column = heatmap.timeProperty().get();
        boolean whole = heatmap.wording().cursor();
        int columns = heatmap.matrixProperty().get().columns();
        cell.setVisible(row >= 0 && column < columns && !heatmap.bareProperty().get());
        double left = (column - seen.getMinX()) * wide;
        double top = (row - seen.getMinY()) * high;
        double width = whole ? plot.getWidth() : Math.max(SMALLEST_MARK, wide);
        double height = Math.max(SMALLEST_MARK, high);
        cell.resizeRelocate(
                Math.rint(whole ? 0 : left + (wide - width) / 2) - 1,
                Math.rint(top + (high - height) / 2) - 1,
                Math.rint(width) + 2,
                Math.rint(height) + 2);
    }
}
