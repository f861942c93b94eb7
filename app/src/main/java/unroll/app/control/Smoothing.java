package unroll.app.control;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A slider for how much curves are smoothed, from 0 to 0.99. */
public final class Smoothing extends HBox {
    /** At 1 nothing new would count. */
    private static final double MOST = 0.99;

    private static final double STEP = 0.05;

    /** @param keep how much of the past a smoothed curve keeps at each point */
    public Smoothing(DoubleProperty keep) {
        Label word = new Label("smooth");
        word.setMinWidth(USE_PREF_SIZE);
        Slider slider = new Slider(0, MOST, 0);
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText("Smoothing of the curves");
        slider.setTooltip(new Tooltip("Each point averaged with those before it, which fade by this factor a point (an"
            + " exponential moving average without the pull to zero at its beginning); the curve itself stays behind."
            + " 0 is none"));
        slider.valueProperty().bindBidirectional(keep);
        word.setLabelFor(slider);
        getStyleClass().add("smoothing");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(word, slider);
    }

    /** Moves it by a step up or down. */
    public static void step(DoubleProperty keep, int direction) {
        keep.set(Math.clamp(STEP * Math.rint(keep.get() / STEP + direction), 0, MOST));
    }

    /** For captions: "smoothed 0.90"; empty for curves as they are. */
    public static String words(double keep) {
        return keep > 0 ? String.format(Locale.ROOT, "smoothed %.2f", keep) : "";
    }
}
