package unroll.app.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import unroll.app.look.Icon;

/** The buttons that drive a training: reset, reseed, step, how far a step goes, play and pause. */
public final class Transport extends HBox {
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty over = new SimpleBooleanProperty(this, "over");
    private final ObjectProperty<Long> stride = new SimpleObjectProperty<>(this, "stride", 10L);

    /** What the buttons do. */
    public record Actions(Runnable reset, Runnable reseed, Runnable step, Runnable playOrPause) {}

    public Transport(Actions actions) {
        getStyleClass().add("transport");
        Button reset = button("Reset", "reset", "Back to update 0 with the same seeds (Ctrl+R)", actions.reset());
        Button reseed = button("Reseed", "reseed", "Back to update 0 with new seeds (Ctrl+Shift+R)", actions.reseed());
        Button step =
                button("Step", "step", "As many updates as chosen here (Shift+Enter); Enter makes one", actions.step());
        step.disableProperty().bind(running.or(over));
        getChildren().addAll(reset, reseed, step, strides(), play(actions.playOrPause()));
    }

    /** Whether the training runs: the last button pauses then. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether there is nothing left to train. */
    public BooleanProperty overProperty() {
        return over;
    }

    /** How many updates a step of this bar takes. */
    public ObjectProperty<Long> strideProperty() {
        return stride;
    }

    private static Button button(String text, String icon, String help, Runnable action) {
        Button button = new Button(text, new Icon(icon));
        button.setTooltip(new Tooltip(help));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button play(Runnable action) {
        Button button = button("Play", "play", "", action);
        button.getStyleClass().addAll("accent", "play-button");
        Icon play = new Icon("play");
        Icon pause = new Icon("pause");
        running.subscribe(now -> {
            button.setText(now ? "Pause" : "Play");
            button.setGraphic(now ? pause : play);
            button.getTooltip().setText(now ? "Pause the training (Space)" : "Train (Space)");
        });
        button.disableProperty().bind(over.and(running.not()));
        return button;
    }

    private ComboBox<Long> strides() {
        ComboBox<Long> box = new ComboBox<>();
        box.getItems().setAll(1L, 10L, 100L);
        box.setConverter(new ChoiceWords<>(updates -> updates == 1 ? "1 update" : updates + " updates"));
        box.valueProperty().bindBidirectional(stride);
        box.setFocusTraversable(false);
        box.setTooltip(new Tooltip("How many updates a step takes"));
        box.setAccessibleText("Updates a step takes");
        return box;
    }
}
