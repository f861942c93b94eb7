package unroll.engine.archive;

import java.nio.file.Path;
import unroll.engine.file.FileException;
import unroll.engine.record.FolderFiles;
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
        return FolderFiles.textOrEmpty(runs.resolve(FILE)).strip();
    }

    /**
     * Pins another; empty for none.
     *
     * @throws FileException where the file cannot be written
     */
    public static void keep(Path runs, String name) {
        FolderFiles.write(runs.resolve(FILE), name.isEmpty() ? "" : name + "\n");
    }
}
