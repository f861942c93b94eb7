package unroll.engine.run;

import java.util.Optional;
import unroll.engine.file.FileException;

/** What people must know of a run: why it came to a stop, and why it could not be saved. */
final class Trouble {
    private Optional<String> stopped = Optional.empty();
    private Optional<String> unsaved = Optional.empty();

    void stopped(String why) {
        stopped = Optional.of(why);
    }

    /** The run goes on. */
    void over() {
        stopped = Optional.empty();
    }

    /** Saves something; where that fails the sentence is told until it succeeds, and the run goes on in memory. */
    void guard(Runnable saving) {
        try {
            saving.run();
            unsaved = Optional.empty();
        } catch (FileException e) {
            unsaved = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** All of it. */
    Optional<String> words() {
        return stopped.map(why -> unsaved.map(also -> why + " " + also).orElse(why))
                .or(() -> unsaved);
    }
}
