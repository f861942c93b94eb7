package unroll.app.sheet;

import atlantafx.base.controls.ProgressSliderSkin;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import unroll.engine.plot.Scale;
import unroll.engine.setting.Field;

/** A setting that is a number within a range, set by a slider or typed, with its name before it. */
final class NumberSlider extends VBox {
    /** Places on the slider: an arrow key goes from one to the next. */
    private static final int PLACES = 200;

    /** Figures that a place of a logarithmic slider is rounded to. */
    private static final MathContext FIGURES = new MathContext(2);

    /** Takes a new number. */
    @FunctionalInterface
    interface Change {
        /** @param adjusting whether the slider is still held, so that more will come */
        void to(double value, boolean adjusting);
    }

    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final Slider slider = new Slider(0, 1, 0);
    private final Field field;
    private final Scale scale;
    private final Change change;
    private boolean showing;

    NumberSlider(Field field, Change change) {
        this.field = field;
        this.change = change;
        scale = new Scale(field.setting().min(), field.setting().max(), step() == 0);
        getStyleClass().add("number-slider");
        Label label = new Label(field.label());
        label.getStyleClass().add("setting-name");
        label.setMinWidth(USE_PREF_SIZE);
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1.0 / PLACES);
        slider.setMinWidth(40);
        slider.setAccessibleText(field.label());
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
            showing = true;
            editor.show(field.isWhole() ? (Object) Math.round(now.doubleValue()) : (Object) now.doubleValue());
            if (!held()) {
                slider.setValue(scale.share(now.doubleValue()));
            }
            showing = false;
        });
        slider.valueProperty().subscribe((before, after) -> moved());
        slider.pressedProperty().subscribe((before, after) -> released());
        slider.valueChangingProperty().subscribe((before, after) -> released());
    }

    /** The number as it holds now. */
    public DoubleProperty valueProperty() {
        return value;
    }

    private boolean held() {
        return slider.isPressed() || slider.isValueChanging();
    }

    private void moved() {
        if (!showing) {
            double next = at(slider.getValue());
            if (next != value.get()) {
                change.to(next, held());
            } else if (!held()) {
                nudge();
            }
        }
    }

    /** An arrow key that came to the same rounded number goes one step on in its direction. */
    private void nudge() {
        double share = scale.share(value.get());
        double way = Math.signum(slider.getValue() - share);
        double next = value.get();
        for (int i = 1; i <= PLACES && next == value.get() && way != 0; i++) {
            next = at(Math.clamp(share + way * i / PLACES, 0, 1));
        }
        if (next != value.get()) {
            change.to(next, false);
        }
    }

    private void released() {
        if (!held()) {
            change.to(value.get(), false);
        }
    }

    /** The number at a share of the way. */
    private double at(double share) {
        double number = scale.value(share);
        double round = step() == 0
                ? new BigDecimal(number).round(FIGURES).doubleValue()
                : BigDecimal.valueOf(Math.rint(number / step()))
                        .multiply(BigDecimal.valueOf(step()))
                        .doubleValue();
        return Math.clamp(round, field.setting().min(), field.setting().max());
    }

    private double step() {
        return field.isWhole() ? 1 : field.setting().step();
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
