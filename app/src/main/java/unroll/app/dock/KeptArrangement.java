package unroll.app.dock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.app.edit.History;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;

/** An arrangement that is the same when the program is started again. */
public final class KeptArrangement {
    private final History<Arrangement> history;
    private final AtomicReference<@Nullable Arrangement> newest = new AtomicReference<>();

    /**
     * Reads the arrangement that was kept, and keeps every change of it.
     *
     * @param file where it is kept
     * @param standard for where nothing is kept, or nothing that can be read
     * @param work threads that may wait
     * @param window the window's thread
     * @param complain hears, on the window's thread, of what cannot be read or written
     */
    public KeptArrangement(Path file, Arrangement standard, Executor work, Executor window, Consumer<String> complain) {
        history = new History<>(read(file, standard, window, complain));
        history.valueProperty().subscribe((before, after) -> {
            newest.set(after);
            work.execute(() -> write(file, window, complain));
        });
    }

    /** One at a time, and always the newest: older ones need not be written any more. */
    private synchronized void write(Path file, Executor window, Consumer<String> complain) {
        Arrangement arrangement = newest.getAndSet(null);
        if (arrangement != null) {
            try {
                AtomicFile.write(file, ArrangementJson.write(arrangement).getBytes(StandardCharsets.UTF_8));
            } catch (FileException e) {
                window.execute(() -> complain.accept(String.valueOf(e.getMessage())));
            }
        }
    }

    /** The arrangement and the moves that led to it. */
    public History<Arrangement> history() {
        return history;
    }

    private static Arrangement read(Path file, Arrangement standard, Executor window, Consumer<String> complain) {
        if (!Files.exists(file)) {
            return standard;
        }
        try {
            return ArrangementJson.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            window.execute(() -> complain.accept(
                    file + " cannot be used, so the views are arranged as at first: " + e.getMessage()));
            return standard;
        }
    }
}
