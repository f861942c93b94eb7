package unroll.app.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.app.look.Icon;
import unroll.app.training.StatusModel;

/** The bar on top: what is open, the training's buttons in the middle, what computes, the commands, the theme. */
final class Bar extends StackPane {
    private static final double CLEARANCE = 8;

    private final Region transport;
    private final HBox sides;
    private final HBox chip;

    /** What its buttons do. */
    record Actions(Runnable commands, Runnable theme) {}

    /**
     * What a screen has in the bar while it is shown.
     *
     * @param name of what is open there
     * @param folder where that is kept
     * @param transport the buttons that drive it
     * @param shown whether the screen is shown
     */
    record Drive(
            ObservableValue<String> name,
            ObservableValue<String> folder,
            Region transport,
            ObservableValue<Boolean> shown) {}

    /** @param others what the other screens have */
    Bar(StatusModel status, Drive training, List<Drive> others, Actions actions) {
        Label brand = new Label("Unroll", new Icon("unroll"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        transport = training.transport();
        chip = chip(status, training.shown());
        sides = new HBox(brand, name(training));
        others.forEach(other -> sides.getChildren().add(name(other)));
        sides.getChildren().addAll(space, chip, commands(actions), theme(actions));
        sides.getStyleClass().add("bar");
        sides.setPickOnBounds(false);
        getChildren().addAll(sides, drive(training));
        others.forEach(other -> getChildren().add(drive(other)));
    }

    private static Label name(Drive drive) {
        Label name = new Label();
        name.getStyleClass().add("open-name");
        name.textProperty().bind(drive.name());
        Tooltip folder = new Tooltip();
        folder.textProperty().bind(drive.folder());
        name.setTooltip(folder);
        name.visibleProperty().bind(drive.shown().map(on -> on));
        name.managedProperty().bind(name.visibleProperty());
        return name;
    }

    private static Region drive(Drive drive) {
        Region buttons = drive.transport();
        buttons.visibleProperty().bind(drive.shown().map(on -> on));
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(buttons, Pos.CENTER);
        return buttons;
    }

    /** In a narrow window the buttons go before what computes. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        sides.layout();
        double end = transport.getBoundsInParent().getMaxX();
        double begin = sides.getLayoutX() + chip.getBoundsInParent().getMinX();
        chip.setOpacity(begin > end + CLEARANCE ? 1 : 0);
    }

    private static HBox chip(StatusModel status, ObservableValue<Boolean> driving) {
        Label name = new Label();
        name.getStyleClass().add("chip-name");
        name.textProperty().bind(status.backendProperty());
        Label speed = new Label();
        speed.textProperty().bind(status.speedProperty().map(text -> "\u00b7 " + text));
        name.setMinWidth(USE_PREF_SIZE);
        speed.setMinWidth(USE_PREF_SIZE);
        HBox chip = new HBox(name, speed);
        chip.getStyleClass().add("chip");
        chip.setMaxHeight(USE_PREF_SIZE);
        Tooltip detail = new Tooltip();
        detail.textProperty().bind(status.backendDetailProperty());
        Tooltip.install(chip, detail);
        chip.visibleProperty().bind(driving.map(on -> on));
        return chip;
    }

    private static Button commands(Actions actions) {
        Label key = new Label("Ctrl+L");
        key.getStyleClass().add("commands-key");
        HBox inside = new HBox(6, new Icon("commands"), new Label("Commands"), key);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(inside);
        button.setAccessibleText("Commands");
        button.setTooltip(new Tooltip("Everything that can be done, by name (Ctrl+L)"));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> actions.commands().run());
        return button;
    }

    private static Button theme(Actions actions) {
        Button button = new Button("", new Icon("theme"));
        button.setAccessibleText("Light or dark");
        button.setTooltip(new Tooltip("Light or dark (Ctrl+T)"));
        button.setFocusTraversable(false);
        button.setOnAction(event -> actions.theme().run());
        return button;
    }
}
