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
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** A number that is set by a slider or typed, with its name before it. */
public final class NumberSlider extends VBox {
    /** Places on the slider: an arrow key goes from one to the next. */
    private static final int PLACES = 200;

    /** Figures that a place of a logarithmic slider is rounded to. */
    private static final MathContext FIGURES = new MathContext(2);

    /**
     * What the number can be.
     *
     * @param least included, above 0 if logarithmic
     * @param most included
     * @param step between numbers on the slider; 0 for equal factors instead of equal steps
     * @param unit stands behind the number; may be empty
     */
    public record Range(double least, double most, double step, String unit) {
        public Range {
            if (!(least < most) || step < 0 || step == 0 && !(least > 0)) {
                throw new IllegalArgumentException("no range: " + least + " to " + most + " by " + step);
            }
        }

        private Scale scale() {
            return new Scale(least, most, step == 0);
        }

        /** The number at a share of the way. */
        double at(double share) {
            double value = scale().value(share);
            double round = step == 0
                    ? new BigDecimal(value).round(FIGURES).doubleValue()
                    : BigDecimal.valueOf(Math.rint(value / step))
                            .multiply(BigDecimal.valueOf(step))
                            .doubleValue();
            return Math.clamp(round, least, most);
        }

        boolean whole() {
            return step != 0 && step == Math.rint(step);
        }
    }

    /** Hears of a new number. */
    @FunctionalInterface
    public interface Change {
        /** @param adjusting whether the slider is still held, so that more will come */
        void to(double value, boolean adjusting);
    }

    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final Slider slider = new Slider(0, 1, 0);
    private final Range range;
    private final Change change;
    private boolean showing;

    public NumberSlider(String name, String help, Range range, Change change) {
        this.range = range;
        this.change = change;
        getStyleClass().add("number-slider");
        Label label = new Label(name);
        label.getStyleClass().add("setting-name");
        label.setMinWidth(USE_PREF_SIZE);
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(1.0 / PLACES);
        slider.setMinWidth(40);
        slider.setAccessibleText(name);
        HBox.setHgrow(slider, Priority.ALWAYS);
        TextEditor editor = new TextEditor(name, range.unit(), this::submit);
        HBox line = new HBox(label, slider, editor.node());
        line.getStyleClass().add("number-slider-line");
        Tooltip tip = new Tooltip(
                help + "\nAllowed: " + Numbers.tick(range.least()) + " to " + Numbers.tick(range.most()) + ".");
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
            editor.show(range.whole() ? (Object) Math.round(now.doubleValue()) : (Object) now.doubleValue());
            if (!held()) {
                slider.setValue(range.scale().share(now.doubleValue()));
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
            double next = range.at(slider.getValue());
            if (next != value.get()) {
                change.to(next, held());
            } else if (!held()) {
                nudge();
            }
        }
    }

    /** An arrow key that came to the same rounded number goes one step on in its direction. */
    private void nudge() {
        double share = range.scale().share(value.get());
        double way = Math.signum(slider.getValue() - share);
        double next = value.get();
        for (int i = 1; i <= PLACES && next == value.get() && way != 0; i++) {
            next = range.at(Math.clamp(share + way * i / PLACES, 0, 1));
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

    private String submit(String text) {
        double typed;
        try {
            typed = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return "\"" + text + "\" is no number.";
        }
        if (!(typed >= range.least() && typed <= range.most()) || range.whole() && typed != Math.rint(typed)) {
            return "Allowed: " + (range.whole() ? "whole numbers from " : "") + Numbers.tick(range.least()) + " to "
                    + Numbers.tick(range.most()) + ".";
        }
        change.to(typed, false);
        return "";
    }
}
