package unroll.app.background;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.concurrent.Task;

/**
 * Something that takes long and ends with a sentence about its result. It is asked to end and never broken off, for it may be in the
 * middle of a file; until it has ended it is shown.
 */
public final class BackgroundTask extends Task<String> {
    private final Function<BackgroundTask, String> work;
    private Runnable onDone = () -> {};
    private Runnable onCancel = () -> {};
    private volatile boolean unwanted;
    private volatile Optional<Path> made = Optional.empty();

    /**
     * A task that has not begun.
     *
     * @param work what is done, on a thread that may wait; it reports how far it is, looks now and then whether it is still wanted, and returns
     *     the sentence about its result, empty for none
     */
    public BackgroundTask(String title, Function<BackgroundTask, String> work) {
        this.work = work;
        updateTitle(title);
    }

    /** Adds what is done on the window's thread once the work is done. */
    public BackgroundTask whenDone(Runnable action) {
        onDone = action;
        return this;
    }

    /** Adds what is done at once, on the window's thread, when a person cancels it. */
    public BackgroundTask whenCancelled(Runnable action) {
        onCancel = action;
        return this;
    }

    /**
     * Tells how far it is; from any thread.
     *
     * @param share of all, from 0 to 1; less than 0 where nobody knows
     */
    public void tell(double share, String words) {
        updateProgress(share, 1);
        if (!unwanted) {
            updateMessage(words);
        }
    }

    /** Tells which file it has made; from any thread. */
    public void made(Path file) {
        made = Optional.of(file);
    }

    /** The file that it has made; empty while there is none. */
    Optional<Path> made() {
        return made;
    }

    /** Whether a person cancelled it, so that it should end. */
    public boolean isUnwanted() {
        return unwanted;
    }

    /** Asks it to end; false, for by that it has not ended. */
    @Override
    public boolean cancel(boolean interrupt) {
        if (!unwanted) {
            unwanted = true;
            updateMessage("ending");
            onCancel.run();
        }
        return false;
    }

    @Override
    protected String call() {
        return work.apply(this);
    }

    @Override
    protected void succeeded() {
        onDone.run();
    }
}
