package unroll.app.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import unroll.app.background.BackgroundWork;
import unroll.app.control.Numbers;

/** What the window's frame shows: which screen is in front, what takes long, and what went wrong. */
final class ShellModel {
    /**
     * Something that went wrong.
     *
     * @param at when
     * @param text one sentence: what, where, and what to do
     */
    record Message(Instant at, String text) {}

    private final InstantSource now;
    private final BackgroundWork background;
    private final ReadOnlyStringWrapper front = new ReadOnlyStringWrapper(this, "front", "");
    private final ObservableList<Message> messages = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");
    private final ReadOnlyStringWrapper opening = new ReadOnlyStringWrapper(this, "opening", "");
    private final StringProperty notice = new SimpleStringProperty(this, "notice", "");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(this, "memory", "");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");

    /** @param threads may wait */
    ShellModel(InstantSource now, Executor threads) {
        this.now = now;
        background = new BackgroundWork(threads, this::complain);
    }

    // Properties

    /** The id of the screen that is in front. */
    ReadOnlyStringProperty frontProperty() {
        return front.getReadOnlyProperty();
    }

    /** What takes long. */
    BackgroundWork background() {
        return background;
    }

    /** All complaints, the newest first. */
    ObservableList<Message> messages() {
        return messages;
    }

    /** How many of them nobody has looked at, since the run that is open was opened. */
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** The newest complaint until it is put away; empty if none. */
    StringProperty noticeProperty() {
        return notice;
    }

    /** What the screen in front itself shows that went wrong. */
    StringProperty troubleProperty() {
        return trouble;
    }

    /** Memory in use: "512 MiB used". */
    ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** What is being opened, in words; empty while nothing is. */
    ReadOnlyStringProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    // Commands

    /** Something is being opened; empty words end it. */
    void opening(String what) {
        opening.set(what);
    }

    /** Brings a screen to the front. */
    void show(String screen) {
        front.set(screen);
    }

    /** Keeps what went wrong among the messages, and gives notice of it unless the screen in front shows it already. */
    void complain(String sentence) {
        messages.addFirst(new Message(now.instant(), sentence));
        unseen.set(unseen.get() + 1);
        if (!sentence.equals(trouble.get())) {
            notice.set(sentence);
        }
    }

    /** All messages have been looked at, or are of another run than the one that is opened. */
    void see() {
        unseen.set(0);
    }

    /** Looks again how much memory is in use. */
    void tick() {
        Runtime runtime = Runtime.getRuntime();
        memory.set(Numbers.bytes((double) (runtime.totalMemory() - runtime.freeMemory())) + " used");
    }

    /** Puts the notice away if it is still this one. */
    void putAway(String old) {
        if (notice.get().equals(old)) {
            notice.set("");
        }
    }

    /** Puts the notice away; false if there is none. */
    boolean putAway() {
        boolean noticed = !notice.get().isEmpty();
        notice.set("");
        return noticed;
    }
}
