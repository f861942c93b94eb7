package unroll.app.command;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** The key that was pressed last and what it does, shown for a moment to an audience that does not see the keyboard. */
public final class KeyEcho extends HBox {
    private static final Duration SHOWN = Duration.seconds(1.2);
    private static final Duration FADING = Duration.millis(250);

    private final Label key = new Label();
    private final Label meaning = new Label();
    private final SequentialTransition going = new SequentialTransition();

    public KeyEcho() {
        getStyleClass().add("key-echo");
        key.getStyleClass().add("key-echo-key");
        meaning.managedProperty().bind(meaning.textProperty().isNotEmpty());
        getChildren().addAll(key, meaning);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
        FadeTransition fade = new FadeTransition(FADING, this);
        fade.setFromValue(1);
        fade.setToValue(0);
        going.getChildren().addAll(new PauseTransition(SHOWN), fade);
        going.setOnFinished(event -> setVisible(false));
    }

    /**
     * Shows a key for a moment.
     *
     * @param keys as people read them, "Ctrl+L"
     * @param does what they do; empty if nobody knows
     */
    public void show(String keys, String does) {
        going.stop();
        key.setText(keys);
        meaning.setText(does);
        setOpacity(1);
        setVisible(true);
        going.playFromStart();
    }
}
