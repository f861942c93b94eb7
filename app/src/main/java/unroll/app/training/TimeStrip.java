package unroll.app.training;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import unroll.app.control.QuietButton;
import unroll.app.control.TimeSlider;

/** The strip below the views: which test sequence, which time step, and from where the network runs free. */
final class TimeStrip extends HBox {
    TimeStrip(TrainingModel model) {
        getStyleClass().add("time-strip");
        TimeSlider slider = new TimeSlider("Time step");
        slider.maxProperty().bind(Bindings.max(0, model.stepsProperty().subtract(1)));
        slider.valueProperty().bindBidirectional(model.timeProperty());
        Label value = new Label();
        value.getStyleClass().add("time-value");
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "t = " + (model.timeProperty().get() + 1) + " / "
                                + model.stepsProperty().get(),
                        model.timeProperty(),
                        model.stepsProperty()));
        value.setMinWidth(USE_PREF_SIZE);
        HBox free = stepper("free run from", model.freeRunFromProperty(), model.stepsProperty());
        free.visibleProperty().bind(model.generativeProperty());
        free.managedProperty().bind(free.visibleProperty());
        getChildren()
                .addAll(
                        filming(model),
                        slider,
                        value,
                        stepper("sequence", model.sequenceProperty(), model.sequencesProperty()),
                        free);
    }

    private static QuietButton filming(TrainingModel model) {
        QuietButton button = new QuietButton(
                "play",
                "",
                () -> model.filmingProperty().set(!model.filmingProperty().get()));
        model.filmingProperty()
                .subscribe(on -> button.show(
                        on ? "pause" : "play", on ? "Let the time step rest (F)" : "Let the time step run on (F)"));
        return button;
    }

    /** A whole number from 1 to {@code most} between two buttons. */
    private static HBox stepper(String name, IntegerProperty value, ObservableIntegerValue most) {
        Label label = new Label(name);
        label.getStyleClass().add("stepper-name");
        label.setMinWidth(USE_PREF_SIZE);
        Label number = new Label();
        number.getStyleClass().add("time-value");
        number.textProperty().bind(value.asString());
        number.setMinWidth(USE_PREF_SIZE);
        QuietButton less = new QuietButton("left", name + ", one less", () -> value.set(Math.max(1, value.get() - 1)));
        QuietButton more =
                new QuietButton("right", name + ", one more", () -> value.set(Math.min(most.get(), value.get() + 1)));
        HBox stepper = new HBox(label, less, number, more);
        stepper.getStyleClass().add("stepper");
        return stepper;
    }
}
