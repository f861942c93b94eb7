package unroll.app.shell;

import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the window's frame shows: which screen, and what was complained of. */
public final class ShellModel {
    /** The screens. */
    public enum Screen {
        GALLERY,
        DESIGN,
        TRAIN,
        SWEEP,
        RACE,
        VALLEY,
        RUNS
    }

    /**
     * Something that went wrong.
     *
     * @param at when
     * @param text one sentence: what, where, and what to do
     */
    public record Message(Instant at, String text) {}

    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.GALLERY);
    private final ObservableList<Message> messages = FXCollections.observableArrayList();
    private final StringProperty notice = new SimpleStringProperty(this, "notice", "");
    private final StringProperty memory = new SimpleStringProperty(this, "memory", "");

    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    /** All complaints, the newest first. */
    public ObservableList<Message> messages() {
        return messages;
    }

    /** The complaint that was not yet put away; empty if none. */
    public StringProperty noticeProperty() {
        return notice;
    }

    /** Memory in use: "512 MiB". */
    public StringProperty memoryProperty() {
        return memory;
    }
}
