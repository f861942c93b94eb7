package unroll.app.kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.file.SpareCopy;

/**
 * Keeps a value in a file, so that it is the same when the program is started again.
 *
 * @param <T> the value, immutable
 */
public final class KeptFile<T> {
    /**
     * How a value is written.
     *
     * @param read throws an exception whose message says what is wrong with the text
     */
    public record Format<T>(Function<String, T> read, Function<T, String> write) {}

    private final Path file;
    private final Format<T> format;
    private final Executor work;
    private final Executor window;
    private final Consumer<String> complain;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * Reads and writes nothing yet.
     *
     * @param work threads that may wait
     * @param window the window's thread
     * @param complain receives, on the window's thread, what cannot be read or written
     */
    public KeptFile(Path file, Format<T> format, Executor work, Executor window, Consumer<String> complain) {
        this.file = file;
        this.format = format;
        this.work = work;
        this.window = window;
        this.complain = complain;
    }

    /**
     * What is kept, or {@code standard} where there is nothing, or nothing that can be read: then a copy of that stays beside the
     * file.
     */
    public T read(T standard) {
        if (!Files.exists(file)) {
            return standard;
        }
        try {
            return format.read().apply(Files.readString(file));
        } catch (IOException
                | RuntimeException e) { // whatever a text that anybody may have written makes of its reader
            String complaint = file + " cannot be used, so this begins as at first: " + e.getMessage() + copy();
            window.execute(() -> complain.accept(complaint));
            return standard;
        }
    }

    private String copy() {
        try {
            return "; as it was it is kept beside as " + SpareCopy.of(file).getFileName();
        } catch (FileException e) {
            return "; " + e.getMessage();
        }
    }

    /** Keeps every value that follows. */
    public void keep(ObservableValue<T> values) {
        values.subscribe((before, after) -> {
            newest.set(after);
            if (closed) {
                write(); // the threads that may wait are gone
            } else {
                work.execute(this::write);
            }
        });
    }

    /** Waits until what is to be kept is written; what still comes is written at once. */
    public void close() {
        closed = true;
        write();
    }

    /** One at a time, and always the newest: older ones need not be written any more. */
    private synchronized void write() {
        T value = newest.getAndSet(null);
        if (value != null) {
            try {
                AtomicFile.write(file, format.write().apply(value).getBytes(StandardCharsets.UTF_8));
            } catch (FileException e) {
                window.execute(() -> complain.accept(String.valueOf(e.getMessage())));
            }
        }
    }
}
