package unroll.app.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keys of the groups of commands of which something can be done now, in two columns; in a low window they scroll. */
public final class KeysSheet extends VBox {
    /** How far an arrow key scrolls, of the whole way. */
    private static final double SCROLL = 0.2;

    public KeysSheet(List<Command> commands) {
        getStyleClass().add("keys-sheet");
        Label title = new Label("Keys");
        title.getStyleClass().add("overlay-title");
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        for (Command command : commands) {
            if (!command.keys().isEmpty()) {
                groups.computeIfAbsent(command.group(), name -> new ArrayList<>())
                        .add(command);
            }
        }
        groups.values()
                .removeIf(group ->
                        group.stream().noneMatch(command -> command.available().getValue()));
        VBox left = new VBox();
        VBox right = new VBox();
        left.getStyleClass().add("keys-column");
        right.getStyleClass().add("keys-column");
        int rows = groups.values().stream().mapToInt(group -> group.size() + 2).sum();
        int placed = 0;
        for (Map.Entry<String, List<Command>> group : groups.entrySet()) {
            (placed < rows / 2 ? left : right).getChildren().add(table(group.getKey(), group.getValue()));
            placed += group.getValue().size() + 2;
        }
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("keys-columns");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setFocusTraversable(true);
        setOnKeyPressed(event -> scroll(scroll, event));
        getChildren().addAll(title, scroll);
    }

    private static void scroll(ScrollPane scroll, KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + (code == KeyCode.DOWN ? SCROLL : -SCROLL), 0, 1));
            event.consume();
        }
    }

    private static VBox table(String group, List<Command> commands) {
        Label name = new Label(group.toUpperCase(Locale.ROOT));
        name.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-table");
        ColumnConstraints names = new ColumnConstraints(210);
        ColumnConstraints keys = new ColumnConstraints(120);
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, keys);
        for (int i = 0; i < commands.size(); i++) {
            Label key = new Label(commands.get(i).keyText());
            key.getStyleClass().add("key");
            grid.addRow(i, new Label(commands.get(i).name()), key);
        }
        return new VBox(name, grid);
    }
}
