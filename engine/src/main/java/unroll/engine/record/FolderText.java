package unroll.engine.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;

/** A text in a run's folder that may be missing: then it is empty, and an empty one is not kept. */
final class FolderText {
    private FolderText() {}

    /**
     * Its text.
     *
     * @throws RunException where it cannot be read
     */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /**
     * Replaces it whole.
     *
     * @throws FileException where it cannot be written; the text before is kept
     */
    static void write(Path file, String text) {
        if (text.isBlank()) {
            delete(file);
        } else {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RunException(file, "cannot be removed: " + FileException.reason(e), e);
        }
    }
}
