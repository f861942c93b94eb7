package unroll.app.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import unroll.app.address.NodeAddress;
import unroll.app.look.Icon;

/** The buttons that drive a training: reset, reseed, step, how far a step goes, play and pause, and perhaps how fast. */
public final class Transport extends HBox {
    private final String prefix;
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty over = new SimpleBooleanProperty(this, "over");
    private final StringProperty whyOver = new SimpleStringProperty(this, "whyOver", "There is nothing left to train");
    private final ObjectProperty<Stride> stride = new SimpleObjectProperty<>(this, "stride", Stride.TEN);
    private final BooleanBinding steps = running.or(over).not().or(stride.isEqualTo(Stride.TIME_STEP));

    /** What the buttons do. */
    public record Actions(Runnable reset, Runnable reseed, Runnable step, Runnable playOrPause) {}

    /**
     * A bar of buttons.
     *
     * @param prefix of the ids of the commands that do the same
     * @param strides how far a step may go
     */
    public Transport(String prefix, Actions actions, List<Stride> strides) {
        this.prefix = prefix;
        getStyleClass().add("transport");
        Button reset = button("reset", "Reset", "Back to update 0 with the same seeds", actions.reset());
        Button reseed = button("reseed", "Reseed", "Back to update 0 with new seeds", actions.reseed());
        Button step = button("step", "Step", "As far as chosen here; Enter makes one update", actions.step());
        step.disableProperty().bind(steps.not());
        WhyOff stepping = new WhyOff(step, "Step", over, whyOver);
        WhyOff playing = new WhyOff(play(actions.playOrPause()), "Play", over, whyOver);
        ComboBox<Stride> far = choice(strides, Stride::words, stride);
        far.setTooltip(
                new Tooltip("How far a step goes; an update of a second-order optimiser is one outer iteration"));
        far.setAccessibleText("How far a step goes");
        getChildren().addAll(reset, reseed, stepping, far, playing);
    }

    /** Why nothing is left to train. */
    public StringProperty whyOverProperty() {
        return whyOver;
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

    private Button button(String name, String text, String help, Runnable action) {
        Button button = NodeAddress.command(prefix + "." + name).on(new Button(text, new Icon(name)));
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button play(Runnable action) {
        Button button = button("play", "Play", "", action);
        button.getStyleClass().addAll("accent", "play-button");
        Icon play = new Icon("play");
        Icon pause = new Icon("pause");
        running.subscribe(now -> {
            button.setText(now ? "Pause" : "Play");
            button.setGraphic(now ? pause : play);
            button.getTooltip().setText(now ? "Pause the training" : "Train");
        });
        button.disableProperty().bind(over.and(running.not()));
        return button;
    }

    private static <T> ComboBox<T> choice(List<T> choices, Function<T, String> words, Property<T> chosen) {
        ComboBox<T> box = new DropDown<>();
        box.getItems().setAll(choices);
        box.setConverter(new ChoiceWords<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
