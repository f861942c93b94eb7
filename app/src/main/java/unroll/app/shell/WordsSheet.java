package unroll.app.shell;

import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.SheetTitle;

/** Lines as a terminal has them, in columns, which can be copied. */
final class WordsSheet extends VBox {
    WordsSheet(String title, List<String> lines, Runnable close) {
        getStyleClass().add("words-sheet");
        TextArea words = new TextArea(String.join("\n", lines));
        words.setEditable(false);
        words.setWrapText(true);
        words.setAccessibleText(title);
        words.setPrefRowCount(Math.clamp(lines.size() + 1L, 4, 30));
        words.getStyleClass().add("columns-of-words");
        VBox.setVgrow(words, Priority.ALWAYS);
        setFocusTraversable(true);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                words.requestFocus();
            }
        });
        getChildren().addAll(new SheetTitle(title, close), words);
    }
}
