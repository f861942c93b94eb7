package unroll.app.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import unroll.app.control.SheetTitle;
import unroll.app.edit.History;

/** All edits of something, oldest first; a click goes to where that edit was the last. */
final class EditsSheet extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    EditsSheet(String what, History<?> history, Runnable close) {
        getStyleClass().add("edits-sheet");
        VBox list = new VBox(row("As opened", 0, history, close));
        for (int i = 0; i < history.edits().size(); i++) {
            list.getChildren().add(row(history.edits().get(i).name(), i + 1, history, close));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.getStyleClass().add("message-scroll");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(420);
        setFocusTraversable(true);
        getChildren().addAll(new SheetTitle(what, close), scroll);
    }

    private static Button row(String name, int count, History<?> history, Runnable close) {
        Button row = new Button(name);
        row.setMnemonicParsing(false); // a name may have a file's in it: my_weights
        row.getStyleClass().add("edit-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(CURRENT, count == history.doneProperty().get());
        row.pseudoClassStateChanged(UNDONE, count > history.doneProperty().get());
        row.setOnAction(event -> {
            history.goTo(count);
            close.run();
        });
        return row;
    }
}
