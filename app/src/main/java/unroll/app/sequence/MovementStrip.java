package unroll.app.sequence;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Some moments of a movement beside each other, each with its time step below. */
final class MovementStrip extends HBox {
    private static final int MOMENTS = 6;

    MovementStrip(Movements movements) {
        setSpacing(6);
        for (int i = 0; i < MOMENTS; i++) {
            int t = i * (movements.steps() - 1) / (MOMENTS - 1);
            MovementPlot plot = new MovementPlot(false);
            plot.show(movements);
            plot.show(t);
            Label step = new Label("t = " + (t + 1));
            step.getStyleClass().add("film-caption");
            VBox moment = new VBox(plot, step);
            moment.setAlignment(Pos.CENTER);
            moment.setPrefWidth(0);
            moment.setMinWidth(0);
            VBox.setVgrow(plot, Priority.ALWAYS);
            HBox.setHgrow(moment, Priority.ALWAYS);
            getChildren().add(moment);
        }
    }
}
