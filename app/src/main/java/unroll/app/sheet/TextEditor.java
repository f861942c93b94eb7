package unroll.app.sheet;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A field for numbers and texts with its unit inside; Enter or leaving it takes the value, Esc forgets what was typed. */
final class TextEditor extends HBox implements Editor {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** Width of the help where a text is longer than a line. */
    private static final double TIP = 420;

    private final TextField field = new TextField();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private final Submission submission;
    private String shown = "";

    TextEditor(String name, String unit, Submission submission) {
        this.submission = submission;
        getStyleClass().add("value-box");
        field.getStyleClass().add("value-field");
        field.setAccessibleText(name);
        field.setPrefColumnCount(1);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().add(field);
        if (!unit.isEmpty()) {
            Label label = new Label(unit);
            label.getStyleClass().add("value-unit");
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
        setOnMouseClicked(event -> field.requestFocus());
        field.setOnAction(event -> {
            if (commit()) {
                leave();
            } else {
                event.consume(); // nobody else takes the key for what was refused
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Names the field for screen readers. */
    void setName(String name) {
        field.setAccessibleText(name);
    }

    /** What is read where no text stands. */
    void setEmpty(String words) {
        field.setPromptText(words);
    }

    /** Moves the keyboard focus to it, with all of its text selected. */
    void edit() {
        field.requestFocus();
        field.selectAll();
    }

    /** Makes room for so many figures. */
    void setColumns(int columns) {
        field.setPrefColumnCount(columns);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(Object value) {
        String text = SettingSlot.text(value);
        refuse("");
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
        shown = text;
    }

    /** Why the text in the field was not taken; empty if nothing is wrong. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    @Override
    public Optional<ReadOnlyStringProperty> refusal() {
        return Optional.of(refusalProperty());
    }

    /** From now on the end of what is too long for the field is seen while nobody types, and the whole in a tooltip. */
    void keepEndInSight() {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(field.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(TIP);
        field.setTooltip(whole);
        Runnable end = () -> {
            if (!field.isFocused()) {
                field.end();
            }
        };
        field.textProperty().subscribe(end);
        field.widthProperty().subscribe(end);
        field.focusedProperty().subscribe(end);
        field.caretPositionProperty().subscribe(end); // JavaFX puts it to the beginning when the focus goes elsewhere
    }

    private boolean commit() {
        if (!field.getText().equals(shown)) {
            refuse(submission.submit(field.getText().strip()));
            if (refusal.get().isEmpty()) {
                shown = field.getText();
            }
        }
        return refusal.get().isEmpty();
    }

    /** Says why something was not taken; nothing if it was. */
    void refuse(String sentence) {
        refusal.set(sentence);
        pseudoClassStateChanged(REFUSED, !sentence.isEmpty());
    }

    private void key(KeyEvent event) {
        boolean changed = !field.getText().equals(shown);
        if (event.getCode() == KeyCode.ESCAPE && changed) {
            field.setText(shown);
            refuse("");
            leave();
            event.consume();
        } else if (event.isShortcutDown()
                && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)
                && !changed) {
            // nothing typed here to undo: the window's own undo is meant
            getParent().fireEvent(event.copyFor(getParent(), getParent()));
            event.consume();
        }
    }

    private void leave() {
        getParent().requestFocus();
    }
}
