package unroll.app.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import unroll.app.look.Icon;

/** The buttons that drive a training: reset, reseed, step, how far a step goes, play and pause, and perhaps how fast. */
public final class Transport extends HBox {
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty over = new SimpleBooleanProperty(this, "over");
    private final ObjectProperty<Stride> stride = new SimpleObjectProperty<>(this, "stride", Stride.TEN);
    private final BooleanBinding steps = running.or(over).not().or(stride.isEqualTo(Stride.TIME_STEP));

    /** What the buttons do. */
    public record Actions(Runnable reset, Runnable reseed, Runnable step, Runnable playOrPause) {}

    /** @param strides how far a step may go */
    public Transport(Actions actions, List<Stride> strides) {
        getStyleClass().add("transport");
        Button reset = button("Reset", "reset", "Back to update 0 with the same seeds (Ctrl+R)", actions.reset());
        Button reseed = button("Reseed", "reseed", "Back to update 0 with new seeds (Ctrl+Shift+R)", actions.reseed());
        Button step =
                button("Step", "step", "As far as chosen here (Shift+Enter); Enter makes one update", actions.step());
        step.disableProperty().bind(steps.not());
        ComboBox<Stride> far = choice(strides, Stride::words, stride);
        far.setTooltip(
                new Tooltip("How far a step goes; an update of a second-order optimiser is one outer iteration"));
        far.setAccessibleText("How far a step goes");
        getChildren().addAll(reset, reseed, step, far, play(actions.playOrPause()));
    }

    /** Whether the training runs: the last button pauses then. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether there is nothing left to train. */
    public BooleanProperty overProperty() {
        return over;
    }

    /** How far a step of this bar goes. */
    public ObjectProperty<Stride> strideProperty() {
        return stride;
    }

    /** Whether a step as it is chosen can be made. */
    public BooleanBinding canStep() {
        return steps;
    }

    /** Offers how fast the training may go, beside the button that begins it. */
    public void offer(Property<Tempo> tempo) {
        ComboBox<Tempo> fast = choice(List.of(Tempo.values()), Tempo::words, tempo);
        fast.setTooltip(new Tooltip("Updates a second at most, that one can follow them ([ slower, ] faster)"));
        fast.setAccessibleText("Updates a second");
        getChildren().add(fast);
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

    private static <T> ComboBox<T> choice(List<T> choices, Function<T, String> words, Property<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(new ChoiceWords<>(words));
        box.valueProperty().bindBidirectional(chosen);
        box.setFocusTraversable(false);
        return box;
    }
}
