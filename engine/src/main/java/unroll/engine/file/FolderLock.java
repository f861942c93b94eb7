package unroll.engine.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one who works in it: the system's lock on a file {@code lock} there, which ends with the program that holds it
 * however that ends. The file itself stays, empty.
 */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final Path folder;
    private final FileChannel channel;
    private final @Nullable Object identity;

    private FolderLock(Path folder, FileChannel channel, @Nullable Object identity) {
        this.folder = folder;
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * Takes a folder, which is made where it is missing.
     *
     * @param taken what to say where somebody else has it, in this program or another
     * @throws FileException where somebody has, or the file cannot be written
     */
    public static FolderLock take(Path folder, String taken) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new FileException(folder, taken, null);
            }
            return new FolderLock(folder, channel, identity(file));
        } catch (IOException e) {
            throw new FileException(
                    file, "cannot be locked: " + FileException.reason(e) + "; use a folder on another disk", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) { // this very program has it
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What a file system knows a file by, whatever it is called; null where it knows it by nothing else. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Makes sure that the folder is the one that was taken.
     *
     * @throws FileException where it was renamed or removed, or another stands in its place
     */
    public void requireInPlace() {
        boolean same;
        try {
            same = Objects.equals(identity(folder.resolve(FILE)), identity);
        } catch (IOException e) {
            same = false;
        }
        if (!same) {
            throw new FileException(
                    folder,
                    "cannot be saved: the folder was renamed, moved or removed while it was in use; bring it back, and"
                            + " all that was made since is saved into it",
                    null);
        }
    }

    /** Leaves the folder to others. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new FileException(Path.of(FILE), "cannot be unlocked: " + FileException.reason(e), e);
        }
    }
}
