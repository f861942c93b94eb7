package unroll.engine.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.file.AtomicFile;
import unroll.engine.file.FileException;
import unroll.engine.record.RunException;

/** The run that the others under a folder are compared with: a file there has the name of its folder. */
public final class PinnedRun {
    private static final String FILE = "baseline.txt";

    private PinnedRun() {}

    /**
     * Its name; empty where none is pinned.
     *
     * @throws RunException where the file cannot be read
     */
    public static String of(Path runs) {
        Path file = runs.resolve(FILE);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new RunException(file, "cannot be read: " + FileException.reason(e), e);
        }
    }

    /**
     * Pins another; empty for none.
     *
     * @throws FileException where the file cannot be written
     */
    public static void keep(Path runs, String name) {
        Path file = runs.resolve(FILE);
        try {
            if (name.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.write(file, (name + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new RunException(file, "cannot be removed: " + FileException.reason(e), e);
        }
    }
}
