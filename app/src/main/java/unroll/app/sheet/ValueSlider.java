package unroll.app.sheet;

import atlantafx.base.controls.ProgressSliderSkin;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.scene.control.Slider;
import unroll.engine.plot.Scale;
import unroll.engine.setting.Description;
import unroll.engine.setting.Field;

/** A slider over the usual values of a setting, in equal steps or equal factors as its description has it; it stands at round values. */
final class ValueSlider extends Slider {
    /** Places on the slider: an arrow key goes from one to the next. */
    private static final int PLACES = 200;

    /** Figures that a place of a logarithmic slider is rounded to. */
    private static final MathContext FIGURES = new MathContext(2);

    /** Takes a new number. */
    @FunctionalInterface
    interface Change {
        /** @param held whether the slider is still held, so that more will come */
        void to(double value, boolean held);
    }

    private final Scale scale;
    private final double step;
    private final boolean whole;
    private final Change change;
    private double now;
    private boolean showing;

    ValueSlider(Field field, Change change) {
        super(0, 1, 0);
        this.change = change;
        Description setting = field.setting();
        step = setting.step();
        whole = field.isWhole();
        scale = new Scale(
                Double.isNaN(setting.from()) ? setting.min() : setting.from(),
                Double.isNaN(setting.to()) ? setting.max() : setting.to(),
                step == 0);
        getStyleClass().add("small");
        setSkin(new ProgressSliderSkin(this));
        setBlockIncrement(1.0 / PLACES);
        setAccessibleText(field.label());
        valueProperty().subscribe((before, after) -> moved());
        pressedProperty().subscribe((before, after) -> released());
        valueChangingProperty().subscribe((before, after) -> released());
    }

    /** Whether a setting has such a slider beside its field. */
    static boolean suits(Field field) {
        return !Double.isNaN(field.setting().from());
    }

    /** Shows a number; one beyond the slider stands at its end. */
    void show(double number) {
        now = number;
        if (!held()) {
            showing = true;
            setValue(Math.clamp(scale.share(number), 0, 1));
            showing = false;
        }
    }

    private boolean held() {
        return isPressed() || isValueChanging();
    }

    private void moved() {
        if (!showing) {
            double next = at(getValue());
            if (next != now) {
                change.to(next, held());
            } else if (!held()) {
                nudge();
            }
        }
    }

    /** An arrow key that came to the same rounded number goes one step on in its direction. */
    private void nudge() {
        double share = scale.share(now);
        double way = Math.signum(getValue() - share);
        double next = now;
        for (int i = 1; i <= PLACES && next == now && way != 0; i++) {
            next = at(Math.clamp(share + way * i / PLACES, 0, 1));
        }
        if (next != now) {
            change.to(next, false);
        }
    }

    private void released() {
        if (!held()) {
            change.to(now, false);
            show(now);
        }
    }

    /** The number at a share of the way. */
    private double at(double share) {
        double number = scale.value(share);
        double round = step == 0
                ? new BigDecimal(number).round(FIGURES).doubleValue()
                : BigDecimal.valueOf(Math.rint(number / step))
                        .multiply(BigDecimal.valueOf(step))
                        .doubleValue();
        return Math.clamp(whole ? Math.rint(round) : round, scale.low(), scale.high());
    }
}
