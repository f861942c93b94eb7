package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.paint.Color;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** Units by time steps as colours, zero in the middle of the map; zooms to single cells. */
public final class Heatmap extends Control implements Tabled, OverTime {
    /**
     * What rows and columns are.
     *
     * @param row before the number of a row that has no name of its own: "unit"
     * @param column before the number of a column: "t = "
     * @param across below the columns: "t"
     * @param cursor whether a column can be marked, as a time step is, and not a single cell
     */
    public record Wording(String row, String column, String across, boolean cursor) {
        /** Units and time steps. */
        public static final Wording STATES = new Wording("unit", "t = ", "t", true);

        /** Before the number of a column in a table. */
        private String step() {
            return cursor ? "step " : column;
        }
    }

    /** How much one step of the wheel or of a key enlarges. */
    static final double ZOOM = 1.25;

    private static final StyleablePropertyFactory<Heatmap> CSS =
            new StyleablePropertyFactory<>(Control.getClassCssMetaData());

    private final StyleableProperty<Color> negative =
            CSS.createStyleableColorProperty(this, "negative", "-u-negative", h -> h.negative);
    private final StyleableProperty<Color> zero =
            CSS.createStyleableColorProperty(this, "zero", "-u-zero", h -> h.zero);
    private final StyleableProperty<Color> positive =
            CSS.createStyleableColorProperty(this, "positive", "-u-positive", h -> h.positive);
    private final StyleableProperty<Color> broken =
            CSS.createStyleableColorProperty(this, "broken", "-u-broken", h -> h.broken);

    private final ObjectProperty<Matrix> matrix = new SimpleObjectProperty<>(this, "matrix", Matrix.EMPTY);
    private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", 1);
    private final BooleanProperty sorted = new SimpleBooleanProperty(this, "sorted", true);
    private final BooleanProperty bare = new SimpleBooleanProperty(this, "bare");
    private final ObjectProperty<List<String>> rowNames = new SimpleObjectProperty<>(this, "rowNames", List.of());
    private final ObjectProperty<List<String>> columnNames = new SimpleObjectProperty<>(this, "columnNames", List.of());
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", -1);
    private final ReadOnlyObjectWrapper<Rectangle2D> window =
            new ReadOnlyObjectWrapper<>(this, "window", Rectangle2D.EMPTY);

    private final Wording wording;

    /** A map of units over time steps. */
    public Heatmap() {
        this(Wording.STATES);
    }

    /** A map of something else. */
    public Heatmap(Wording wording) {
        this.wording = wording;
        getStyleClass().add("heatmap");
        setFocusTraversable(true);
        setAccessibleText("Heatmap: units down, time steps across");
        matrix.subscribe((before, after) -> {
            if (before.rows() != after.rows() || before.columns() != after.columns()) {
                showWhole();
            }
        });
    }

    // Properties

    /** What is shown: rows are units, columns are time steps. */
    public ObjectProperty<Matrix> matrixProperty() {
        return matrix;
    }

    /** The size of a number that has the full colour; it is not found from the data, so that colours keep their meaning. */
    public DoubleProperty limitProperty() {
        return limit;
    }

    /** Whether the rows stand in the order of their means, highest on top. */
    public BooleanProperty sortedProperty() {
        return sorted;
    }

    /** Whether there are cells alone, with no axes and no legend, and always all of them. */
    public BooleanProperty bareProperty() {
        return bare;
    }

    /** What the rows are called; where there are no names they are units with numbers. */
    public ObjectProperty<List<String>> rowNamesProperty() {
        return rowNames;
    }

    /** What the columns are called; where there are no names they have numbers. */
    public ObjectProperty<List<String>> columnNamesProperty() {
        return columnNames;
    }

    @Override
    public IntegerProperty timeProperty() {
        return time;
    }

    /** The row, from 0, that was clicked last; -1 if none was. Without a cursor the cell in the marked column is marked. */
    public IntegerProperty pointedProperty() {
        return pointed;
    }

    /** The cells that are seen: columns across, rows down. */
    public ReadOnlyObjectProperty<Rectangle2D> windowProperty() {
        return window.getReadOnlyProperty();
    }

    @Override
    public List<Table> tables() {
        Matrix now = matrix.get();
        if (now.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.of(
                rowNames.get().isEmpty() ? wording.row() : "row",
                IntStream.range(0, now.rows())
                        .mapToObj(row -> rowNames.get().isEmpty() ? Integer.toString(row + 1) : name(row))
                        .toList()));
        for (int step = 0; step < now.columns(); step++) {
            int column = step;
            columns.add(new Table.Column(
                    columnNames.get().isEmpty() ? wording.step() + (step + 1) : columnName(step),
                    now.rows(),
                    row -> Float.toString(now.at(row, column))));
        }
        return List.of(new Table("", columns));
    }

    @Override
    public int steps() {
        return wording.cursor() ? matrix.get().columns() : 0;
    }

    @Override
    public Heatmap node() {
        return this;
    }

    @Override
    public Heatmap twin() {
        Heatmap twin = new Heatmap(wording);
        twin.matrix.set(matrix.get());
        twin.limit.set(limit.get());
        twin.sorted.set(sorted.get());
        twin.bare.set(bare.get());
        twin.rowNames.set(rowNames.get());
        twin.columnNames.set(columnNames.get());
        twin.window.set(window.get());
        return twin;
    }

    // Commands

    /** Shows every cell. */
    public void showWhole() {
        window.set(whole());
    }

    /** Whether every cell is seen. */
    boolean seesWhole() {
        return window.get().equals(whole());
    }

    private Rectangle2D whole() {
        return new Rectangle2D(0, 0, matrix.get().columns(), matrix.get().rows());
    }

    /** Enlarges by {@code factor} (or shrinks below 1) and keeps the cell at {@code column}, {@code row} in its place. */
    public void zoom(double factor, double column, double row) {
        Rectangle2D seen = window.get();
        double width = Math.clamp(
                seen.getWidth() / factor,
                Math.min(4, matrix.get().columns()),
                matrix.get().columns());
        double height = Math.clamp(
                seen.getHeight() / factor,
                Math.min(4, matrix.get().rows()),
                matrix.get().rows());
        show(
                column - (column - seen.getMinX()) * width / seen.getWidth(),
                row - (row - seen.getMinY()) * height / seen.getHeight(),
                width,
                height);
    }

    /** Enlarges around the middle of what is seen. */
    public void zoom(double factor) {
        Rectangle2D seen = window.get();
        zoom(factor, seen.getMinX() + seen.getWidth() / 2, seen.getMinY() + seen.getHeight() / 2);
    }

    /** Moves what is seen by some cells, up to the edges. */
    public void pan(double columns, double rows) {
        Rectangle2D seen = window.get();
        show(seen.getMinX() + columns, seen.getMinY() + rows, seen.getWidth(), seen.getHeight());
    }

    private void show(double x, double y, double width, double height) {
        if (bare.get()) {
            return;
        }
        window.set(new Rectangle2D(
                Math.clamp(x, 0, Math.max(0, matrix.get().columns() - width)),
                Math.clamp(y, 0, Math.max(0, matrix.get().rows() - height)),
                width,
                height));
    }

    /** Marks the cell that lies by so many from the marked one, as far as there are cells, and moves what is seen to it. */
    void markBeside(int rows, int columns) {
        Matrix now = matrix.get();
        if (now.isEmpty()) {
            return;
        }
        boolean first = pointed.get() < 0;
        int row = Math.clamp(first ? 0 : pointed.get() + rows, 0, now.rows() - 1);
        int column = Math.clamp(first ? 0 : time.get() + columns, 0, now.columns() - 1);
        pointed.set(row);
        time.set(column);
        Rectangle2D seen = window.get();
        double right = Math.max(0, column + 1 - seen.getMaxX()) - Math.max(0, seen.getMinX() - column);
        double down = Math.max(0, row + 1 - seen.getMaxY()) - Math.max(0, seen.getMinY() - row);
        pan(right, down);
    }

    Wording wording() {
        return wording;
    }

    /** What a row of the matrix is called. */
    String name(int row) {
        return rowNames.get().isEmpty()
                ? wording.row() + " " + (row + 1)
                : rowNames.get().get(row);
    }

    /** What a column of the matrix is called. */
    String columnName(int column) {
        return columnNames.get().isEmpty()
                ? wording.column() + (column + 1)
                : columnNames.get().get(column);
    }

    /** The rows of the matrix in the order in which they are shown. */
    int[] order() {
        Matrix now = matrix.get();
        return sorted.get() ? now.rowsByMean() : IntStream.range(0, now.rows()).toArray();
    }

    // Looks

    DivergingMap colours() {
        return new DivergingMap(negative.getValue(), zero.getValue(), positive.getValue(), broken.getValue());
    }

    List<ObservableValue<Color>> colourProperties() {
        return List.of(observable(negative), observable(zero), observable(positive), observable(broken));
    }

    @SuppressWarnings("unchecked") // the factory's properties are observable values of their type
    private static ObservableValue<Color> observable(StyleableProperty<Color> property) {
        return (ObservableValue<Color>) property;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new HeatmapSkin(this);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return CSS.getCssMetaData();
    }
}
