package unroll.app.planted.control;

import javafx.scene.control.Button;
import unroll.engine.run.State;

/** Stands for a control that knows runs and carries its looks in code. */
public final class ControlThatTrains {
    void show(Button button, State state) {
        button.setStyle("-fx-base: red");
        button.setText(state.name());
    }
}
