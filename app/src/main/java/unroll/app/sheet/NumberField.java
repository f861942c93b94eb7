package unroll.app.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import unroll.app.control.Numbers;

/** A small field for a number with its name before it; typed, or with the arrow keys moved up and down. */
public final class NumberField extends HBox {
    /** An arrow key makes a number that is not whole larger or smaller by a tenth of a decade. */
    private static final double FACTOR = Math.pow(10, 0.1);

    private static final MathContext FIGURES = new MathContext(2);

    /**
     * What the number can be.
     *
     * @param least included
     * @param most included
     * @param whole whether only whole numbers count
     */
    public record Range(double least, double most, boolean whole) {
        public Range {
            if (!(least <= most)) {
                throw new IllegalArgumentException("no range: " + least + " to " + most);
            }
        }

        private boolean has(double number) {
            return number >= least && number <= most && (!whole || number == Math.rint(number));
        }

        private String words() {
            return "Allowed: " + (whole ? "whole numbers from " : "") + Numbers.tick(least) + " to "
                    + Numbers.tick(most) + ".";
        }
    }

    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final ObjectProperty<Range> range;
    private final Label label = new Label();
    private final DoubleConsumer change;
    private final TextEditor editor;

    /** @param change receives the number that a person wants */
    public NumberField(String name, String help, int columns, Range range, DoubleConsumer change) {
        this.range = new SimpleObjectProperty<>(this, "range", range);
        this.change = change;
        getStyleClass().add("number-field");
        label.setText(name);
        label.getStyleClass().add("setting-name");
        label.setMinWidth(USE_PREF_SIZE);
        editor = new TextEditor(name, "", this::submit);
        editor.setColumns(columns);
        editor.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(label, editor.node());
        setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Runnable explain = () -> tip.setText(
                editor.refusalProperty().get().isEmpty()
                        ? help + "\n" + this.range.get().words()
                        : editor.refusalProperty().get());
        editor.refusalProperty().subscribe(explain);
        this.range.subscribe(explain);
        Tooltip.install(this, tip);
        value.subscribe(now -> show(now.doubleValue()));
        this.range.subscribe(now -> show(value.get()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The number as it holds now. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** What it can be. */
    public ObjectProperty<Range> rangeProperty() {
        return range;
    }

    /** Moves the keyboard focus to the number. */
    public void edit() {
        editor.edit();
    }

    /** Gives it another name. */
    public void setName(String name) {
        label.setText(name);
        editor.setName(name);
    }

    private void show(double number) {
        editor.show(range.get().whole() ? (Object) Math.round(number) : (Object) number);
    }

    private void key(KeyEvent event) {
        int way = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (way == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        double now = value.get();
        double next = range.get().whole()
                ? now + way
                : new BigDecimal(now * Math.pow(FACTOR, now < 0 ? -way : way))
                        .round(FIGURES)
                        .doubleValue();
        if (next != now && range.get().has(next)) {
            change.accept(next);
        }
    }

    private String submit(String text) {
        double typed;
        try {
            typed = Double.parseDouble(text.replace('\u2212', '-'));
        } catch (NumberFormatException e) {
            return "\"" + text + "\" is no number.";
        }
        if (!range.get().has(typed)) {
            return range.get().words();
        }
        change.accept(typed);
        return "";
    }
}
