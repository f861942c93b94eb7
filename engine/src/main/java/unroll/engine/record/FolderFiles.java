package unroll.engine.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.file.SpareCopy;

/** Texts and lists of what lies in folders of runs. */
public final class FolderFiles {
    private FolderFiles() {}

    /**
     * What lies in a folder; nothing where there is none.
     *
     * @throws RunException where it cannot be listed
     */
    public static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new RunException(folder, "cannot be listed: " + FileException.reason(e), e);
        } catch (UncheckedIOException e) {
            throw new RunException(folder, "cannot be listed: " + e.getMessage(), e);
        }
    }

    /**
     * The text of a file.
     *
     * @throws RunException where it cannot be read
     */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /**
     * The text of a file that may be missing: then it is empty.
     *
     * @throws RunException where it cannot be read
     */
    public static String textOrEmpty(Path file) {
        return Files.exists(file) ? text(file) : "";
    }

    /**
     * The words of a file that may be missing; where they are not in UTF-8 each byte is a letter, as in Western Europe before.
     *
     * @throws RunException where it cannot be read
     */
    static String words(Path file) {
        try {
            return textOrEmpty(file);
        } catch (RunException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e;
            }
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /**
     * Replaces such a text whole; an empty one is not kept.
     *
     * @throws FileException where it cannot be written; the text before is kept
     */
    public static void write(Path file, String text) {
        if (text.isBlank()) {
            delete(file);
        } else {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes a text in the place of a file that may have it already.
     *
     * @throws FileException where it cannot be written; the text before is kept
     */
    static void replace(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                AtomicFile.write(file, bytes);
            }
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /** Keeps a copy of a file of which not all can be read, and says so in a sentence. */
    static String keepAside(Path file) {
        return file + ": has lines that cannot be read; as it was it is kept beside as "
                + SpareCopy.of(file).getFileName() + ".";
    }

    /**
     * Removes a file, if it is there.
     *
     * @throws RunException where it cannot be removed
     */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new RunException(file, "cannot be removed: " + FileException.reason(e), e);
        }
    }
}
