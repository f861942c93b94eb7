package unroll.engine.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that at every moment there is the old one or the new one, whole. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes beside the file, forces the bytes to the disk, and moves them into place.
     *
     * @throws FileException where there is no room or no right to write; the old file is untouched
     */
    public static void write(Path file, byte[] bytes) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(part);
            throw new FileException(
                    file,
                    "cannot be saved: " + FileException.reason(e)
                            + "; what was saved before is there, make room and save again",
                    e);
        }
    }

    /** Writes what is too much to be gathered first. */
    @FunctionalInterface
    public interface Filling {
        /** Writes {@code part}, which is there and empty. */
        void fill(Path part) throws IOException;
    }

    /**
     * Has somebody write a file beside, piece by piece, and moves it into place once that has come to an end.
     *
     * @throws FileException where there is no room or no right to write
     * @throws RuntimeException that the filling threw; as above nothing is left of it, and the old file is untouched
     */
    public static void fill(Path file, Filling filling) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean whole = false;
        try {
            Files.createDirectories(file.getParent());
            Files.write(part, new byte[0]);
            filling.fill(part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            whole = true;
        } catch (IOException e) {
            throw new FileException(
                    file, "cannot be written: " + FileException.reason(e) + "; what was there before is untouched", e);
        } finally {
            if (!whole) {
                remove(part);
            }
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit(); // a leftover beside the file does no harm
        }
    }
}
