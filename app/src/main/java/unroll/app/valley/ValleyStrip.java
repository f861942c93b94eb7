package unroll.app.valley;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import unroll.app.control.ChoiceWords;
import unroll.app.control.DropDown;
import unroll.app.control.QuietButton;
import unroll.app.control.TimeSlider;

/** The strip below the views: lets the trails grow, and shows how far they have. */
final class ValleyStrip extends HBox {
    ValleyStrip(ValleyModel model, ValleyController controller) {
        getStyleClass().add("time-strip");
        QuietButton play = new QuietButton("play", "", controller::playOrPause);
        model.playingProperty()
                .subscribe(on -> play.show(
                        on ? "pause" : "play", on ? "Halt (Space)" : "Let the trails grow, update by update (Space)"));
        TimeSlider slider = new TimeSlider("Updates shown");
        slider.maxProperty()
                .bind(Bindings.createIntegerBinding(
                        () -> model.setupProperty().get().updates(), model.setupProperty()));
        slider.valueProperty().bindBidirectional(model.shownProperty());
        Label value = new Label();
        value.getStyleClass().add("time-value");
        value.setMinWidth(USE_PREF_SIZE);
        value.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "update " + model.shownProperty().get() + " / "
                                + model.setupProperty().get().updates(),
                        model.shownProperty(),
                        model.setupProperty()));
        getChildren()
                .addAll(
                        new QuietButton("reset", "Back to the start (Ctrl+R)", controller::reset),
                        play,
                        new QuietButton("step", "One update (Enter)", () -> controller.step(1)),
                        slider,
                        value,
                        speeds(model));
    }

    private static ComboBox<Integer> speeds(ValleyModel model) {
        ComboBox<Integer> box = new DropDown<>();
        box.getItems().setAll(ValleyController.SPEEDS);
        box.setConverter(new ChoiceWords<>(speed -> speed + " / s"));
        box.valueProperty().bindBidirectional(model.speedProperty());
        box.setMinWidth(USE_PREF_SIZE);
        box.setTooltip(new Tooltip("How fast the trails grow (Page Up and Page Down)"));
        box.setAccessibleText("Updates a second");
        return box;
    }
}
