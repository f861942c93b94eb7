package unroll.app.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

    private final HBox sides;
    private final HBox chip;
    private final Button commands;
    private final HBox commandWords = new HBox(new Label("Commands"), commandKey());

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
        chip = chip(status, training.shown());
        sides = new HBox(brand, name(training));
        others.forEach(other -> sides.getChildren().add(name(other)));
        commands = commands(actions);
        sides.getChildren().addAll(space, chip, commands, theme(actions));
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

    /** In a narrow window the buttons go before what computes, before the words of the commands, and before the end of the name. */
    @Override
    protected void layoutChildren() {
        double drive = getChildren().stream()
                .filter(child -> child.isVisible() && !child.equals(sides))
                .mapToDouble(child -> child.prefWidth(-1))
                .max()
                .orElse(0);
        double left = (getWidth() - drive) / 2 - CLEARANCE;
        double buttons = 4 * commands.prefHeight(-1); // two of them, without words, and what is around them
        boolean words = left > buttons + commandWords.prefWidth(-1);
        commandWords.setVisible(words);
        commandWords.setManaged(words);
        super.layoutChildren();
        sides.layout();
        for (Node part : sides.getChildren()) {
            if (part instanceof Label name && name.getStyleClass().contains("open-name")) {
                name.setMaxWidth(drive == 0 ? Double.MAX_VALUE : Math.max(0, left - name.getLayoutX()));
            }
        }
        chip.setOpacity(chip.getLayoutX() > getWidth() - left + CLEARANCE ? 1 : 0);
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

    private static Label commandKey() {
        Label key = new Label("Ctrl+L");
        key.getStyleClass().add("commands-key");
        return key;
    }

    private Button commands(Actions actions) {
        commandWords.getStyleClass().add("commands-words");
        HBox inside = new HBox(6, new Icon("commands"), commandWords);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(inside);
        button.getStyleClass().add("commands-button");
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
