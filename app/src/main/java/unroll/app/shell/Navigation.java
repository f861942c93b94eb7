package unroll.app.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import unroll.app.gallery.RunItem;
import unroll.app.gallery.RunList;
import unroll.app.look.Icon;
import unroll.app.shell.ShellModel.Screen;

/** The column at the left: the screens, and the runs to go on with. */
final class Navigation extends VBox {
    Navigation(
            ShellModel model,
            ObservableValue<Boolean> hasRun,
            ObservableValue<Boolean> hasSweep,
            ObservableValue<Boolean> canRace,
            Runnable enterDesign,
            Runnable enterRace,
            ObservableValue<List<RunItem>> runs,
            ObservableValue<String> current,
            Consumer<RunItem> open) {
        getStyleClass().add("navigation");
        ToggleButton gallery =
                item("Gallery", "gallery", "Ready experiments and earlier runs (Ctrl+1)", model, Screen.GALLERY);
        ToggleButton design = item(
                "Design",
                "design",
                "The network of the experiment, to draw and to change (Ctrl+7)",
                model,
                Screen.DESIGN);
        design.setOnAction(event -> enterDesign.run());
        ToggleButton train = item("Train", "train", "The run that is open (Ctrl+2)", model, Screen.TRAIN);
        train.visibleProperty().bind(hasRun.map(yes -> yes));
        train.managedProperty().bind(train.visibleProperty());
        ToggleButton race =
                item("Race", "race", "The same experiment with several optimisers (Ctrl+5)", model, Screen.RACE);
        race.setOnAction(event -> enterRace.run());
        race.visibleProperty().bind(canRace.map(yes -> yes));
        race.managedProperty().bind(race.visibleProperty());
        ToggleButton valley = item(
                "Momentum",
                "valley",
                "Gradient descent, momentum and Nesterov in a valley (Ctrl+4)",
                model,
                Screen.VALLEY);
        ToggleButton sweep = item("Sweep", "sweep", "The sweep that is open (Ctrl+3)", model, Screen.SWEEP);
        sweep.visibleProperty().bind(hasSweep.map(yes -> yes));
        sweep.managedProperty().bind(sweep.visibleProperty());
        ToggleButton every = item("Runs", "runs", "All runs: compare, note, delete (Ctrl+6)", model, Screen.RUNS);
        Label title = new Label("RUNS");
        title.getStyleClass().add("section-title");
        title.visibleProperty().bind(runs.map(all -> !all.isEmpty()));
        RunList list = new RunList(open);
        list.runsProperty().bind(runs);
        list.currentProperty().bind(current);
        ScrollPane scroll = new ScrollPane(list);
        scroll.getStyleClass().add("navigation-runs");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().addAll(gallery, design, train, sweep, race, valley, every, title, scroll);
    }

    private static ToggleButton item(String text, String icon, String help, ShellModel model, Screen screen) {
        ToggleButton item = new ToggleButton(text, new Icon(icon));
        item.getStyleClass().add("navigation-item");
        item.setTooltip(new Tooltip(help));
        item.setFocusTraversable(false);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setOnAction(event -> {
            model.screenProperty().set(screen);
            item.setSelected(true);
        });
        model.screenProperty().subscribe(now -> item.setSelected(now == screen));
        return item;
    }
}
