package unroll.app.training;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.FittingRow;
import unroll.app.control.QuietButton;
import unroll.app.control.TimeSlider;
import unroll.app.view.Cues;
import unroll.app.view.RunHead;

/** The strip below the views: which test sequence, which time step, and from where the network runs free. */
final class TimeStrip extends FittingRow {
    /** As wide as a digit. */
    private static final String FIGURE_SPACE = "\u2007";

    TimeStrip(Cues cues) {
        getStyleClass().add("time-strip");
        ObservableValue<Integer> steps = cues.runProperty().map(RunHead::steps);
        TimeSlider slider = new TimeSlider("Time step");
        slider.maxProperty().bind(steps.map(most -> Math.max(0, most - 1)));
        slider.valueProperty().bindBidirectional(cues.timeProperty());
        Label value = new Label();
        value.getStyleClass().add("time-value");
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> place(cues.timeProperty().get() + 1, steps.getValue()), cues.timeProperty(), steps));
        value.setMinWidth(USE_PREF_SIZE);
        addStaying(9, playing(cues));
        addStaying(9, slider);
        addStaying(9, value);
        addYielding(
                2,
                stepper("sequence", cues.sequenceProperty(), cues.runProperty().map(RunHead::sequences)));
        addYielding(
                1,
                stepper("free run from", cues.freeRunFromProperty(), steps),
                cues.runProperty().map(RunHead::generative));
    }

    /** As wide as that of the last step, so that the slider beside it stays as it is. */
    private static String place(int step, int steps) {
        String last = Integer.toString(steps);
        String now = Integer.toString(step);
        return "t = " + FIGURE_SPACE.repeat(Math.max(0, last.length() - now.length())) + now + " / " + last;
    }

    private static QuietButton playing(Cues cues) {
        QuietButton button = NodeAddress.command("time.run").on(new QuietButton("play", "", cues::playOrRest));
        cues.playingProperty()
                .subscribe(on ->
                        button.show(on ? "pause" : "play", on ? "Let the time step rest" : "Let the time step run on"));
        return button;
    }

    /** A whole number from 1 to {@code most} between two buttons. */
    private static HBox stepper(String name, IntegerProperty value, ObservableValue<Integer> most) {
        Label label = new Label(name);
        label.getStyleClass().add("stepper-name");
        label.setMinWidth(USE_PREF_SIZE);
        Label number = new Label();
        number.getStyleClass().add("time-value");
        number.textProperty().bind(value.asString());
        number.setMinWidth(USE_PREF_SIZE);
        QuietButton less = new QuietButton("left", name + ", one less", () -> value.set(Math.max(1, value.get() - 1)));
        QuietButton more = new QuietButton(
                "right", name + ", one more", () -> value.set(Math.min(most.getValue(), value.get() + 1)));
        HBox stepper = new HBox(label, less, number, more);
        stepper.getStyleClass().add("stepper");
        return stepper;
    }
}
