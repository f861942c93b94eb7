package unroll.app.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The list of everything that went wrong since the start. */
final class MessageSheet extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    MessageSheet(List<ShellModel.Message> messages, ZoneId zone) {
        getStyleClass().add("message-sheet");
        Label title = new Label("Messages");
        title.getStyleClass().add("overlay-title");
        VBox list = new VBox();
        list.getStyleClass().add("message-list");
        for (ShellModel.Message message : messages) {
            Label time = new Label(TIME.format(message.at().atZone(zone)));
            time.getStyleClass().add("message-time");
            time.setMinWidth(USE_PREF_SIZE);
            Label text = new Label(message.text());
            text.setWrapText(true);
            HBox row = new HBox(time, text);
            row.getStyleClass().add("message-row");
            list.getChildren().add(row);
        }
        if (messages.isEmpty()) {
            Label calm = new Label("Nothing went wrong since the start.");
            calm.getStyleClass().add("muted");
            list.getChildren().add(calm);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        setFocusTraversable(true);
        getChildren().addAll(title, scroll);
    }
}
