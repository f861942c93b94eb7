package unroll.app.control;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A slider in steps of one, from 0, that takes the room a strip leaves it. */
public final class TimeSlider extends Slider {
    /** @param name what it moves through, for screen readers */
    public TimeSlider(String name) {
        super(0, 1, 0);
        getStyleClass().addAll("time-slider", "small");
        setSkin(new ProgressSliderSkin(this));
        setBlockIncrement(1);
        setMinWidth(40);
        setAccessibleText(name);
        HBox.setHgrow(this, Priority.ALWAYS);
    }
}
