package unroll.app.sequence;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import unroll.app.chart.AxisLabel;
import unroll.app.chart.Heatmap;

/** Maps one below the other over the same time steps, each with its name above it and those of its rows beside it. */
public final class BandsView extends Pane {
    private static final double GAP = 8;

    /** The share of the width that names of rows may take. */
    private static final double NAMES = 0.25;

    /** Of the height of a line, what lies between two lines. */
    private static final double LEADING = 2;

    private final ObjectProperty<Bands> bands = new SimpleObjectProperty<>(this, "bands", Bands.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final IntegerProperty pointed = new SimpleIntegerProperty(this, "pointed", -1);
    private final List<Heatmap> maps = new ArrayList<>();
    private final List<AxisLabel> captions = new ArrayList<>();
    private final List<List<AxisLabel>> rows = new ArrayList<>();
    private final AxisLabel first = new AxisLabel("1");
    private final AxisLabel middle = new AxisLabel("t");
    private final AxisLabel last = new AxisLabel("");

    public BandsView() {
        getStyleClass().add("bands-view");
        setMinSize(0, 0);
        bands.subscribe((before, after) -> show());
        pointed.subscribe(this::mark);
    }

    /** What is shown, top to bottom. */
    public ObjectProperty<Bands> bandsProperty() {
        return bands;
    }

    /** The time step that is marked, from 0; a click marks another. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** The row, from 0 over all maps, that was clicked last; -1 if none was. */
    public IntegerProperty pointedProperty() {
        return pointed;
    }

    /** Marks the row in its map, and none in the others. */
    private void mark() {
        int before = 0;
        for (int i = 0; i < maps.size(); i++) {
            int row = pointed.get() - before;
            maps.get(i).pointedProperty().set(row >= 0 && row < rows.get(i).size() ? row : -1);
            before += rows.get(i).size();
        }
    }

    private void show() {
        List<Bands.Band> all = bands.get().all();
        if (!fits(all)) {
            build(all);
        }
        for (int i = 0; i < all.size(); i++) {
            maps.get(i).limitProperty().set(all.get(i).limit());
            maps.get(i).matrixProperty().set(all.get(i).cells());
        }
        last.setText(
                all.isEmpty() ? "" : Integer.toString(all.getFirst().cells().columns()));
        requestLayout();
    }

    /** Whether the names that stand there are those of the bands. */
    private boolean fits(List<Bands.Band> all) {
        boolean same = all.size() == maps.size();
        for (int i = 0; same && i < all.size(); i++) {
            same = captions.get(i).getText().equals(all.get(i).name())
                    && rows.get(i).stream()
                            .map(Label::getText)
                            .toList()
                            .equals(all.get(i).rows());
        }
        return same;
    }

    private void build(List<Bands.Band> all) {
        maps.forEach(map -> map.timeProperty().unbindBidirectional(time));
        maps.clear();
        captions.clear();
        rows.clear();
        pointed.set(-1);
        getChildren().clear();
        for (Bands.Band band : all) {
            Heatmap map = new Heatmap();
            map.bareProperty().set(true);
            map.sortedProperty().set(false);
            map.rowNamesProperty().set(band.rows());
            map.setManaged(false);
            map.setAccessibleText(band.name() + ": rows down, time steps across");
            map.timeProperty().bindBidirectional(time);
            int above = rows.stream().mapToInt(List::size).sum();
            map.pointedProperty().subscribe(row -> {
                if (row.intValue() >= 0) {
                    pointed.set(above + row.intValue());
                }
            });
            maps.add(map);
            captions.add(new AxisLabel(band.name()));
            rows.add(band.rows().stream().map(AxisLabel::new).toList());
        }
        getChildren().addAll(maps);
        getChildren().addAll(captions);
        rows.forEach(getChildren()::addAll);
        if (!all.isEmpty()) {
            getChildren().addAll(first, middle, last);
        }
    }

    @Override
    protected void layoutChildren() {
        if (maps.isEmpty()) {
            return;
        }
        double line = Math.ceil(captions.getFirst().prefHeight(-1));
        double high = getHeight() - (maps.size() + 1) * line - maps.size() * GAP / 2;
        double cell = Math.max(1, high / bands.get().rows());
        double left = snapSizeX(names());
        int apart = (int) Math.max(1, Math.ceil((line - LEADING) / cell)); // rows that are lower than a line share one
        double wide = Math.max(1, getWidth() - left);
        double y = 0;
        for (int i = 0; i < maps.size(); i++) {
            captions.get(i).place(left, y, wide);
            y += line;
            int count = rows.get(i).size();
            double bottom = y + Math.rint(count * cell);
            for (int row = 0; row < count; row++) {
                AxisLabel name = rows.get(i).get(row);
                name.setVisible(row % apart == 0);
                double width = Math.min(left - GAP, name.prefWidth(-1));
                name.place(left - GAP - width, y + (row + 0.5) * cell - line / 2, width);
            }
            maps.get(i).resizeRelocate(left, y, wide, bottom - y);
            y = bottom + GAP / 2;
        }
        first.place(left, y, first.prefWidth(-1));
        middle.place(left + (wide - middle.prefWidth(-1)) / 2, y, middle.prefWidth(-1));
        last.place(left + wide - last.prefWidth(-1), y, last.prefWidth(-1));
    }

    private double names() {
        double widest = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(name -> name.prefWidth(-1))
                .max()
                .orElse(0);
        return Math.min(widest + GAP, NAMES * getWidth());
    }
}
