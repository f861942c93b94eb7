package unroll.app.valley;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import unroll.app.look.Icon;

/** The strip below the views: lets the trails grow, and says how far they have. */
final class ValleyStrip extends HBox {
    ValleyStrip(ValleyModel model, ValleyController controller) {
        getStyleClass().add("time-strip");
        Button play = button("play", "Let the trails grow (Space)", controller::playOrPause);
        Icon start = new Icon("play");
        Icon pause = new Icon("pause");
        model.playingProperty().subscribe(on -> {
            play.setGraphic(on ? pause : start);
            play.getTooltip().setText(on ? "Halt (Space)" : "Let the trails grow, update by update (Space)");
            play.setAccessibleText(on ? "Halt" : "Let the trails grow");
        });
        Slider slider = new Slider(0, 1, 0);
        slider.getStyleClass().addAll("time-slider", "small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.maxProperty()
                .bind(Bindings.createIntegerBinding(
                        () -> model.setupProperty().get().updates(), model.setupProperty()));
        slider.setBlockIncrement(1);
        slider.setMinWidth(40);
        slider.setAccessibleText("Updates shown");
        slider.setFocusTraversable(false);
        slider.valueProperty().bindBidirectional(model.shownProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
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
                        button("reset", "Back to the start (Ctrl+R)", controller::reset),
                        play,
                        button("step", "One update (Enter)", () -> controller.step(1)),
                        slider,
                        value,
                        speeds(model));
    }

    private static Button button(String icon, String help, Runnable action) {
        Button button = new Button("", new Icon(icon));
        button.getStyleClass().add("quiet-button");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static ComboBox<Integer> speeds(ValleyModel model) {
        ComboBox<Integer> box = new ComboBox<>();
        box.getItems().setAll(ValleyController.SPEEDS);
        box.setConverter(new Speeds());
        box.valueProperty().bindBidirectional(model.speedProperty());
        box.setFocusTraversable(false);
        box.setMinWidth(USE_PREF_SIZE);
        box.setTooltip(new Tooltip("How fast the trails grow (Page Up and Page Down)"));
        box.setAccessibleText("Updates a second");
        return box;
    }

    /** How a speed is read. */
    private static final class Speeds extends StringConverter<Integer> {
        @Override
        public String toString(Integer speed) {
            return speed == null ? "" : speed + " / s";
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}
