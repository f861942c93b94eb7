package unroll.app.sheet;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import unroll.engine.setting.Field;

/** A setting that is a number within a range, set by a slider or typed, with its name before it. */
final class NumberSlider extends VBox {
    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final Field field;
    private final ValueSlider.Change change;

    NumberSlider(Field field, ValueSlider.Change change) {
        this.field = field;
        this.change = change;
        getStyleClass().add("number-slider");
        Label label = new Label(field.label());
        label.getStyleClass().add("setting-name");
        label.setMinWidth(USE_PREF_SIZE);
        ValueSlider slider = new ValueSlider(field, change);
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        TextEditor editor = new TextEditor(field.label(), field.setting().unit(), this::submit);
        HBox line = new HBox(label, slider, editor.node());
        line.getStyleClass().add("number-slider-line");
        Tooltip tip = new Tooltip(field.setting().help() + "\nAllowed: " + field.range() + ".");
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(30));
        Tooltip.install(line, tip);
        Label refusal = new Label();
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.textProperty().bind(editor.refusalProperty());
        refusal.visibleProperty().bind(editor.refusalProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        getChildren().addAll(line, refusal);
        value.subscribe(now -> {
            editor.show(field.isWhole() ? (Object) Math.round(now.doubleValue()) : (Object) now.doubleValue());
            slider.show(now.doubleValue());
        });
    }

    /** The number as it holds now. */
    public DoubleProperty valueProperty() {
        return value;
    }

    private String submit(String text) {
        double typed;
        try {
            typed = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return "\"" + text + "\" is no number.";
        }
        boolean allowed =
                typed >= field.setting().min() && typed <= field.setting().max();
        if (!allowed || field.isWhole() && typed != Math.rint(typed)) {
            return "Allowed: " + (field.isWhole() ? "whole numbers from " : "") + field.range() + ".";
        }
        change.to(typed, false);
        return "";
    }
}
