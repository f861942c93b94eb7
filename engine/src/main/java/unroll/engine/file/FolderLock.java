package unroll.engine.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one who works in it: the system's lock on a file {@code lock} there, which ends with the program that holds it
 * however that ends. The file itself stays, empty.
 */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
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
            return new FolderLock(channel);
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
