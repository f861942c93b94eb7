package unroll.app.background;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import unroll.engine.record.Failures;

/** Everything that takes long beside the window, in the order in which it began, and what came of the last that is over. */
public final class BackgroundWork {
    private final ObservableList<Task<?>> tasks = FXCollections.observableArrayList(
            task -> new Observable[] {task.progressProperty(), task.messageProperty()});
    private final ObservableList<Task<?>> seen = FXCollections.unmodifiableObservableList(tasks);
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
    private final ReadOnlyObjectWrapper<Optional<Path>> made =
            new ReadOnlyObjectWrapper<>(this, "made", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(this, "offer", Optional.empty());
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
    private final Executor threads;
    private final Consumer<String> complain;

    /**
     * @param threads may wait
     * @param complain receives why something could not be done, on the window's thread
     */
    public BackgroundWork(Executor threads, Consumer<String> complain) {
        this.threads = threads;
        this.complain = complain;
    }

    // Properties

    /** What is under way; progress of a task counts as a change. */
    public ObservableList<Task<?>> tasks() {
        return seen;
    }

    /** What came of the last; empty once that was put away. */
    public ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** The file that it is about; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<Path>> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** What can be done about it besides; empty where nothing is offered. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Whether it is a question, which waits for an answer. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    // Commands

    /** Begins a task, on the window's thread. */
    public void begin(BackgroundTask task) {
        news.set("");
        tasks.add(task);
        task.stateProperty().subscribe((before, state) -> {
            switch (state) {
                case SUCCEEDED -> end(task, task.getValue());
                case FAILED -> {
                    end(task, "");
                    complain.accept(Failures.sentence(task.getException()));
                }
                case READY, SCHEDULED, RUNNING, CANCELLED -> {
                    // goes on; none is ever broken off
                }
            }
        });
        threads.execute(task);
    }

    /** Tells of something that is not seen where one looks, as of what came of a task. */
    public void tell(String sentence) {
        say(sentence, Optional.empty(), Optional.empty());
    }

    /** The same of something about which something can be done. */
    public void tell(String sentence, Offer offered) {
        say(sentence, Optional.empty(), Optional.of(offered));
    }

    /** Asks something, until it is answered or put away. */
    public void ask(String question, Offer answer) {
        say(question, Optional.empty(), Optional.of(answer));
        asking.set(true);
    }

    private void say(String sentence, Optional<Path> file, Optional<Offer> offered) {
        news.set("");
        asking.set(false);
        made.set(file);
        offer.set(offered);
        news.set(sentence);
    }

    private void end(BackgroundTask task, String said) {
        tasks.remove(task);
        if (!said.isEmpty()) {
            say(said, task.made(), Optional.empty());
        }
    }

    /** Puts away what is said; false if nothing is. */
    public boolean putAway() {
        boolean something = !news.get().isEmpty();
        news.set("");
        return something;
    }
}
