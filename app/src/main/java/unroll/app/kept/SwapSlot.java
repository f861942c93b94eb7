package unroll.app.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unroll.engine.file.FileException;
import unroll.engine.file.FolderLock;

/**
 * A folder that one running program has for what a crash must not take. The system gives it back however the program ends, so one
 * that nobody has and that holds a file was left by a crash.
 */
public final class SwapSlot implements AutoCloseable {
    private static final String FILE = "changes.json";

    /** So many programs may run at once. */
    private static final int MOST = 64;

    private final Path folder;
    private final FolderLock lock;

    private SwapSlot(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes a slot, one that a crash left first.
     *
     * @throws FileException where none can be taken
     */
    public static SwapSlot take(Path parent) {
        List<Path> slots = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            slots.add(parent.resolve(Integer.toString(i)));
        }
        slots.sort(Comparator.comparing(slot -> !Files.exists(slot.resolve(FILE))));
        FileException why = new FileException(parent, "holds no free slot", null);
        for (Path slot : slots) {
            try {
                return new SwapSlot(slot, FolderLock.take(slot, "another window has it"));
            } catch (FileException taken) {
                why = taken;
            }
        }
        throw why;
    }

    /** Where something is kept. */
    public Path file() {
        return folder.resolve(FILE);
    }

    /**
     * Leaves the slot with nothing in it.
     *
     * @throws FileException where the file cannot be removed
     */
    public void clear() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new FileException(file(), "cannot be removed: " + FileException.reason(e), e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
