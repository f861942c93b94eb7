package unroll.app.sheet;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.engine.setting.Field;
import unroll.engine.setting.FileKind;
import unroll.engine.setting.FilePath;

/** A field for the path of a file or folder, of which the end is seen, and a button that has it chosen. */
final class PathEditor implements Editor {
    private final HBox line = new HBox();
    private final TextEditor text;
    private final Submission submission;
    private final FileChoice choice;
    private FilePath now;

    /** @param now what is named at first */
    PathEditor(Field field, FilePath now, FileChoice choice, Submission submission) {
        this.now = now;
        this.choice = choice;
        this.submission = submission;
        text = new TextEditor(field.label(), "", submission);
        text.keepEndInSight();
        HBox.setHgrow(text, Priority.ALWAYS);
        line.getStyleClass().add("path-line");
        line.getChildren().add(text);
        field.fileKind().ifPresent(kind -> line.getChildren().add(button(field, kind)));
    }

    private ButtonBase button(Field field, FileKind kind) {
        ButtonBase button;
        if (kind.folder()) {
            MenuButton both = new MenuButton();
            both.getItems().setAll(List.of(item("A file…", kind, false), item("A folder…", kind, true)));
            button = both;
        } else {
            button = new Button();
            button.setOnAction(event -> choose(kind, false));
        }
        button.setText("Choose…");
        button.setAccessibleText("Choose " + field.label());
        button.getStyleClass().add("path-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private MenuItem item(String name, FileKind kind, boolean folder) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(event -> choose(kind, folder));
        return item;
    }

    private void choose(FileKind kind, boolean folder) {
        choice.choose(kind, folder, now.path(), line.getScene().getWindow())
                .ifPresent(path -> text.refuse(submission.submit(path.toString())));
    }

    @Override
    public Region node() {
        return line;
    }

    @Override
    public void show(Object value) {
        now = (FilePath) value;
        text.show(value);
    }

    @Override
    public Optional<ReadOnlyStringProperty> refusal() {
        return text.refusal();
    }
}
