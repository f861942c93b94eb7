package unroll.app.shell;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import unroll.app.command.KeyEcho;
import unroll.app.look.Theme;

/** Shows the workbench to an audience: the whole screen, large text, and the keys that are pressed. */
final class PresentationMode {
    private final Stage stage;
    private final Theme theme;
    private final KeyEcho echo = new KeyEcho();
    private boolean wasFull;

    PresentationMode(Stage stage, Theme theme) {
        this.stage = stage;
        this.theme = theme;
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Escape closes what lies on top first
        stage.setFullScreenExitHint("");
    }

    /** Where the keys are shown. */
    KeyEcho echo() {
        return echo;
    }

    /** Begins to present, or ends it: then all is as it was. */
    void toggle() {
        if (theme.presentingProperty().get()) {
            theme.present(false);
            stage.setFullScreen(wasFull);
        } else {
            wasFull = stage.isFullScreen();
            theme.present(true);
            stage.setFullScreen(true);
        }
    }

    void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
        if (stage.isFullScreen()) {
            echo.show("Esc", "Leave the full screen");
        }
    }

    /** Ends presenting, or leaves the full screen. */
    void leave() {
        if (theme.presentingProperty().get()) {
            toggle();
        } else {
            stage.setFullScreen(false);
        }
    }
}
