package unroll.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import unroll.engine.file.FileException;
import unroll.engine.record.RunFolder;

/** What people must know of a run: why it came to a stop, and why it could not be saved. */
final class Trouble {
    private final Supplier<RunFolder> folder;
    private final List<String> notes;
    private Optional<String> stopped = Optional.empty();
    private Optional<String> unsaved = Optional.empty();

    /**
     * None yet but the notes.
     *
     * @param folder where the run is kept now
     * @param notes sentences that stay while the run is open
     */
    Trouble(Supplier<RunFolder> folder, List<String> notes) {
        this.folder = folder;
        this.notes = List.copyOf(notes);
    }

    /** No further update is made; the reason is kept in the run, too. */
    void stopped(String why) {
        stopped = Optional.of(why);
        keep(why);
    }

    /** Whether no further update is made. */
    boolean isStopped() {
        return stopped.isPresent();
    }

    /** The run goes on. */
    void over() {
        stopped = Optional.empty();
        keep("");
    }

    private void keep(String why) {
        RunFolder run = folder.get();
        if (run.begun()) {
            guard(() -> run.stopped(why));
        }
    }

    /** Saves something; where that fails the reason is shown until it succeeds, and the run goes on in memory. */
    void guard(Runnable saving) {
        try {
            saving.run();
            unsaved = Optional.empty();
        } catch (FileException e) {
            unsaved = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether what was to be saved last could not be. */
    boolean unsaved() {
        return unsaved.isPresent();
    }

    /** All of it. */
    Optional<String> words() {
        List<String> all = new ArrayList<>();
        stopped.ifPresent(all::add);
        unsaved.ifPresent(all::add);
        all.addAll(notes);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", all));
    }
}
