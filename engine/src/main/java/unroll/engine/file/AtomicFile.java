package unroll.engine.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that at every moment there is the old one or the new one, whole. Where a link stands the file behind it is replaced,
 * and pipes and devices are written to.
 */
public final class AtomicFile {
    /** Links that lead to links; Linux follows as many. */
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /**
     * Writes beside the file, forces the bytes to the disk, and moves them into place.
     *
     * @param file in a folder: absolute, or with one in its path
     * @throws FileException where there is no room or no right to write; the old file is untouched
     */
    public static void write(Path file, byte[] bytes) {
        try {
            replace(file, part -> {
                try (FileChannel out = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    ByteBuffer rest = ByteBuffer.wrap(bytes);
                    while (rest.hasRemaining()) {
                        out.write(rest);
                    }
                }
            });
        } catch (IOException e) {
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
        try {
            replace(file, part -> {
                Files.write(part, new byte[0]);
                filling.fill(part);
            });
        } catch (IOException e) {
            throw new FileException(
                    file, "cannot be written: " + FileException.reason(e) + "; what was there before is untouched", e);
        }
    }

    private static void replace(Path file, Filling filling) throws IOException {
        Path target = behindLinks(file);
        Files.createDirectories(target.getParent());
        boolean stream = Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
        Path part = stream
                ? Files.createTempFile(
                        "unroll", ".part") // a pipe or a device takes bytes, and nothing can take its place
                : target.resolveSibling(target.getFileName() + ".part");
        try {
            filling.fill(part);
            if (stream) {
                try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
                    Files.copy(part, out);
                }
                return;
            }
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            remove(part);
        }
    }

    /** The file that a symbolic link leads to, there or not. */
    private static Path behindLinks(Path file) throws IOException {
        Path target = file;
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(target); i++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit(); // a leftover beside the file does no harm
        }
    }
}
