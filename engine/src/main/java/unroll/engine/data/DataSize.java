package unroll.engine.data;

import java.nio.file.Path;
import java.util.Locale;

/** Refuses data before they are read where the memory that the program may use is too small for them. */
public final class DataSize {
    private DataSize() {}

    /**
     * Does nothing where they fit.
     *
     * @param bytes of memory that they take once they are read
     * @throws DataException where they do not
     */
    public static void check(Path file, double bytes) {
        long room = Runtime.getRuntime().maxMemory();
        if (bytes > room) {
            throw new DataException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "takes about %,.0f MB of memory, and the program may use %,d; take a part of it",
                            bytes / (1 << 20),
                            room >> 20));
        }
    }
}
