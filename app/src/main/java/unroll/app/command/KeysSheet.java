package unroll.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.SheetTitle;

/** The keys of the groups of commands of which something can be done now, in two columns; in a low window they scroll. */
public final class KeysSheet extends VBox {
    /** How far an arrow key scrolls, of the whole way. */
    private static final double SCROLL = 0.2;

    public KeysSheet(List<Command> commands, Runnable close) {
        getStyleClass().add("keys-sheet");
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
            int height = group.getValue().size() + 2;
            boolean fits = placed + height / 2 < rows / 2; // at the left, where most of it is in the first half
            (fits ? left : right).getChildren().add(table(group.getKey(), group.getValue()));
            placed += height;
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
        getChildren().addAll(new SheetTitle("Keys", close), scroll);
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
        VBox rows = new VBox();
        rows.getStyleClass().add("keys-table");
        for (Command command : commands) {
            Label does = new Label(command.name());
            does.setMaxWidth(Double.MAX_VALUE);
            does.setWrapText(true);
            HBox.setHgrow(does, Priority.ALWAYS);
            Label key = new Label(command.keyText());
            key.getStyleClass().add("key");
            key.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(does, key);
            row.getStyleClass().add("keys-row");
            rows.getChildren().add(row);
        }
        return new VBox(name, rows);
    }
}
