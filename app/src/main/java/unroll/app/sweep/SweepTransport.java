package unroll.app.sweep;

import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import unroll.app.address.NodeAddress;
import unroll.app.control.ChoiceWords;
import unroll.app.control.DropDown;
import unroll.app.look.Icon;

/** The buttons that drive a sweep: how many runs side by side, start and stop. */
public final class SweepTransport extends HBox {
    public SweepTransport(SweepModel model, Runnable startOrStop) {
        getStyleClass().add("transport");
        getChildren().addAll(jobs(model), start(model, startOrStop));
    }

    private static ComboBox<Integer> jobs(SweepModel model) {
        ComboBox<Integer> box = new DropDown<>();
        int cores = Runtime.getRuntime().availableProcessors();
        box.getItems().setAll(IntStream.rangeClosed(1, cores).boxed().toList());
        box.setConverter(new ChoiceWords<>(jobs -> jobs == 1 ? "1 at a time" : jobs + " side by side"));
        model.jobsProperty().subscribe(jobs -> box.setValue(jobs.intValue()));
        box.setOnAction(event -> model.jobsProperty().set(box.getValue()));
        box.setTooltip(new Tooltip("How many runs are made side by side; they share the cores (J, Shift+J)"));
        box.setAccessibleText("Runs side by side");
        box.disableProperty().bind(model.workingProperty().or(model.changingProperty()));
        return box;
    }

    private static Button start(SweepModel model, Runnable action) {
        Button button = NodeAddress.command("sweep.play").on(new Button());
        button.getStyleClass().addAll("accent", "play-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Icon play = new Icon("play");
        Icon pause = new Icon("pause");
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        model.workingProperty().subscribe(working -> {
            button.setGraphic(working ? pause : play);
            tip.setText(
                    working
                            ? "Save the runs and leave them; they can go on later"
                            : "Make the runs, or go on with them");
        });
        button.textProperty()
                .bind(Bindings.when(model.workingProperty())
                        .then(Bindings.when(model.changingProperty())
                                .then("Saving")
                                .otherwise("Stop"))
                        .otherwise(Bindings.when(model.completeProperty())
                                .then("Done")
                                .otherwise(Bindings.when(model.begunProperty())
                                        .then("Go on")
                                        .otherwise("Start"))));
        button.disableProperty()
                .bind(model.changingProperty()
                        .or(model.completeProperty().and(model.workingProperty().not())));
        return button;
    }
}
