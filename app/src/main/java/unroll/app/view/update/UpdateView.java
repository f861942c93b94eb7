package unroll.app.view.update;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import unroll.app.chart.Curve;
import unroll.app.chart.GaugeChart;
import unroll.app.chart.GaugeData;
import unroll.app.chart.NamedCurve;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/**
 * The inside of an optimiser's updates: the inner iterations of one of them, the readings of all of them as small multiples, and
 * why the last ended as it did. A click on the multiples, or the arrow keys, choose an update to see again.
 */
public final class UpdateView extends Pane implements Tabled {
    /** More multiples than this would be too low to read. */
    private static final int MOST = 4;

    /** In fewer font sizes of width the multiples have no room beside the iterations, and the first two lie below. */
    private static final double ROOM_BESIDE = 35;

    private static final double GAP = 10;

    private final ObjectProperty<UpdateData> data = new SimpleObjectProperty<>(this, "data", UpdateData.EMPTY);
    private final LongProperty chosen = new SimpleLongProperty(this, "chosen");

    private final InnerChart inner = new InnerChart();
    private final List<GaugeChart> gauges = new ArrayList<>();
    private final Label words = new Label();
    private final Tooltip help = new Tooltip();
    private List<GaugeData> drawn = List.of();

    public UpdateView() {
        getStyleClass().add("update-view");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText("Inside of the updates; the arrow keys choose one");
        words.getStyleClass().add("update-words");
        words.setWrapText(true);
        help.setWrapText(true);
        help.setMaxWidth(360);
        words.setTooltip(help);
        getChildren().addAll(inner, words);
        data.subscribe(this::show);
        chosen.subscribe(this::mark);
        setOnMousePressed(mouse -> requestFocus());
        setOnKeyPressed(this::key);
    }

    /** What is shown. */
    public ObjectProperty<UpdateData> dataProperty() {
        return data;
    }

    /** The update that a person wants to see; 0 for the newest. */
    public LongProperty chosenProperty() {
        return chosen;
    }

    @Override
    public List<Table> tables() {
        UpdateData now = data.get();
        List<Table> tables = new ArrayList<>();
        if (!now.gauges().isEmpty()) {
            tables.add(NamedCurve.table(
                    "",
                    "update",
                    now.gauges().stream()
                            .map(gauge -> new NamedCurve(gauge.name(), gauge.curve()))
                            .toList()));
        }
        if (now.inner().quadratic().size() > 0) {
            tables.add(now.inner().table("iterations of update " + now.shown()));
        }
        return tables;
    }

    private void show() {
        UpdateData now = data.get();
        String instead = now.shown() == 0
                ? "Nothing yet: Space starts the training"
                : "The iterations of this update are not kept.";
        inner.show(now.inner(), instead);
        inner.setVisible(now.iterates());
        words.setText(now.words());
        help.setText(now.words() + "\n\n" + now.help());
        if (!now.gauges().equals(drawn)) {
            drawn = now.gauges();
            draw(drawn.subList(0, Math.min(MOST, drawn.size())));
        }
        requestLayout();
    }

    private void draw(List<GaugeData> shown) {
        if (gauges.size() != shown.size()) {
            getChildren().removeAll(gauges);
            gauges.clear();
            for (int i = 0; i < shown.size(); i++) {
                gauges.add(new GaugeChart(chosen::set));
            }
            getChildren().addAll(gauges);
        }
        for (int i = 0; i < shown.size(); i++) {
            gauges.get(i).show(shown.get(i));
        }
        mark();
    }

    private void mark() {
        gauges.forEach(gauge -> gauge.choose(chosen.get()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || drawn.isEmpty()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case HOME -> move(Integer.MIN_VALUE);
            case END -> chosen.set(0);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** Chooses the update so many further; beyond the last it is the newest again. */
    private void move(int by) {
        Curve updates = drawn.getFirst().curve();
        if (updates.size() > 0) {
            int now = chosen.get() == 0 ? updates.size() : updates.indexAt((double) chosen.get());
            int next = (int) Math.max(0, (long) now + by);
            chosen.set(next >= updates.size() ? 0 : (long) updates.x()[next]);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean beside = width >= ROOM_BESIDE * words.getFont().getSize();
        words.setWrapText(beside);
        double line = words.prefHeight(width);
        words.resizeRelocate(0, getHeight() - line, width, line);
        double height = Math.max(0, getHeight() - line - 4);
        if (!inner.isVisible()) {
            tile(0, 0, width, height, gauges.size(), 1);
        } else if (beside) {
            double half = Math.floor((width - GAP) / 2);
            inner.resizeRelocate(0, 0, half, height);
            tile(half + GAP, 0, width - half - GAP, height, gauges.size(), 1);
        } else {
            double half = Math.floor(height / 2);
            inner.resizeRelocate(0, 0, width, half);
            tile(0, half, width, height - half, Math.min(2, gauges.size()), 2);
        }
    }

    /** Lays the first {@code count} multiples in so many columns; below the lowest stand the numbers of the updates. */
    private void tile(double left, double top, double width, double height, int count, int columns) {
        int rows = (count + columns - 1) / columns;
        double wide = Math.floor(width / columns);
        double numbers = 1.2 * words.getFont().getSize();
        double high = rows == 0 ? 0 : Math.floor((height - numbers) / rows);
        for (int i = 0; i < gauges.size(); i++) {
            gauges.get(i).setVisible(i < count);
            boolean last = i + columns >= count;
            int row = i / columns;
            gauges.get(i).setNumbersBelow(last);
            gauges.get(i)
                    .resizeRelocate(left + i % columns * wide, top + row * high, wide, last ? high + numbers : high);
        }
    }
}
