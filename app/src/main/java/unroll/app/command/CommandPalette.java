package unroll.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every action in a list that is searched by typing. */
public final class CommandPalette extends VBox {
    private final TextField search = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final List<Command> commands;
    private final Runnable close;

    /** A list of {@code commands}; {@code close} is called before one is run. */
    public CommandPalette(List<Command> commands, Runnable close) {
        this.commands = List.copyOf(commands);
        this.close = close;
        getStyleClass().add("command-palette");
        search.setPromptText("Type a command");
        search.setAccessibleText("Search the commands");
        list.setCellFactory(view -> new CommandCell());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("No command has this name"));
        list.setOnMouseClicked(event -> run());
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                search.requestFocus();
            }
        });
        getChildren().addAll(search, list);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private record Match(Command command, int score) {}

    private void filter(String typed) {
        List<Match> matches = new ArrayList<>();
        for (Command command : commands) {
            OptionalInt score = FuzzyMatch.score(typed, command.name());
            if (score.isPresent() && command.available().getValue()) {
                matches.add(new Match(command, score.getAsInt()));
            }
        }
        matches.sort(Comparator.comparingInt(Match::score).reversed());
        list.getItems().setAll(matches.stream().map(Match::command).toList());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int next = Math.clamp(selected + (event.getCode() == KeyCode.DOWN ? 1L : -1L), 0, Math.max(0, last));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 5));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run();
        }
    }

    /** A command's name, its group and its key. */
    private static final class CommandCell extends ListCell<Command> {
        private final Label name = new Label();
        private final Label group = new Label();
        private final Label keys = new Label();
        private final HBox row;

        CommandCell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            group.getStyleClass().add("command-group");
            keys.getStyleClass().add("key");
            row = new HBox(name, group, space, keys);
            row.getStyleClass().add("command-row");
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            name.setText(command.name());
            group.setText(command.group());
            keys.setText(command.keyText());
            keys.setVisible(!command.keyText().isEmpty());
            setGraphic(row);
        }
    }
}
