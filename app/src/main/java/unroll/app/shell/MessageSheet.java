package unroll.app.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.app.control.SheetTitle;

/** The list of everything that went wrong since the start. */
final class MessageSheet extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT);

    MessageSheet(List<ShellModel.Message> messages, ZoneId zone, Runnable close) {
        getStyleClass().add("message-sheet");
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
        scroll.prefViewportHeightProperty().bind(list.heightProperty()); // as high as its words are in this width
        setFocusTraversable(true);
        getChildren().addAll(new SheetTitle("Messages", close), scroll);
    }
}
