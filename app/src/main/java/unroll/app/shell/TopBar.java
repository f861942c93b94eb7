package unroll.app.shell;

import java.util.List;
import java.util.Optional;
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
import unroll.app.address.NodeAddress;
import unroll.app.look.Icon;

/** The bar on top: what is open, the buttons that run it in the middle, what computes, the commands, the theme. */
final class TopBar extends StackPane {
    private static final double CLEARANCE = 8;

    private final ObservableValue<Optional<BarContent>> front;
    private final HBox sides;
    private final List<Region> chips;
    private final Button commands;
    private final HBox commandWords = new HBox(new Label("Commands"), commandKey());

    /**
     * A bar of all that screens have in it.
     *
     * @param front what that screen has in it that is in front
     */
    TopBar(
            List<BarContent> contents,
            ObservableValue<Optional<BarContent>> front,
            Runnable showCommands,
            Runnable toggleTheme) {
        this.front = front;
        Label brand = new Label("Unroll", new Icon("unroll"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        chips = contents.stream().flatMap(content -> content.chip().stream()).toList();
        sides = new HBox(brand);
        contents.forEach(content -> sides.getChildren().add(name(content)));
        commands = commands(showCommands);
        sides.getChildren().add(space);
        sides.getChildren().addAll(chips);
        sides.getChildren().addAll(commands, theme(toggleTheme));
        sides.getStyleClass().add("bar");
        sides.setPickOnBounds(false);
        contents.forEach(this::add);
        getChildren().add(sides);
    }

    private void add(BarContent content) {
        Region buttons = content.transport();
        showWith(content, buttons);
        content.chip().ifPresent(chip -> showWith(content, chip));
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(buttons, Pos.CENTER);
        buttons.setViewOrder(-1); // above the bar's sides, which Tab comes to after it
        getChildren().add(buttons);
    }

    private Label name(BarContent content) {
        Label name = new Label();
        name.getStyleClass().add("open-name");
        name.textProperty().bind(content.name());
        Tooltip folder = new Tooltip();
        folder.textProperty().bind(content.folder());
        name.setTooltip(folder);
        showWith(content, name);
        name.managedProperty().bind(name.visibleProperty());
        return name;
    }

    private void showWith(BarContent content, Node node) {
        node.visibleProperty().bind(front.map(now -> now.filter(content::equals).isPresent()));
    }

    /** In a narrow window the buttons go before what computes, before the words of the commands, and before the end of the name. */
    @Override
    protected void layoutChildren() {
        double transport = getChildren().stream()
                .filter(child -> child.isVisible() && !child.equals(sides))
                .mapToDouble(child -> child.prefWidth(-1))
                .max()
                .orElse(0);
        double left = (getWidth() - transport) / 2 - CLEARANCE;
        double buttons = 4 * commands.prefHeight(-1); // two of them, without words, and what is around them
        boolean words = left > buttons + commandWords.prefWidth(-1);
        commandWords.setVisible(words);
        commandWords.setManaged(words);
        super.layoutChildren();
        sides.layout();
        for (Node part : sides.getChildren()) {
            if (part instanceof Label name && name.getStyleClass().contains("open-name")) {
                name.setMaxWidth(transport == 0 ? Double.MAX_VALUE : Math.max(0, left - name.getLayoutX()));
            }
        }
        chips.forEach(chip -> chip.setOpacity(chip.getLayoutX() > getWidth() - left + CLEARANCE ? 1 : 0));
    }

    private static Label commandKey() {
        Label key = new Label("Ctrl+L");
        key.getStyleClass().add("commands-key");
        return key;
    }

    private Button commands(Runnable action) {
        commandWords.getStyleClass().add("commands-words");
        HBox inside = new HBox(6, new Icon("commands"), commandWords);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = button("window.commands", "Commands", "Everything that can be done, by name", action);
        button.setGraphic(inside);
        button.getStyleClass().add("commands-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Button theme(Runnable action) {
        Button button = button("window.theme", "Light or dark", "Light or dark", action);
        button.setGraphic(new Icon("theme"));
        return button;
    }

    private static Button button(String command, String text, String help, Runnable action) {
        Button button = NodeAddress.command(command).on(new Button());
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
        return button;
    }
}
