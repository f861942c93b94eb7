package unroll.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a run by what a person calls it. */
final class RunsFolder {
    private RunsFolder() {}

    /** The run that is named by its folder, or by its name among {@code runs} as {@code unroll list} has it. */
    static Path place(Path run, Path runs) {
        Path listed = runs.resolve(run);
        return Files.exists(run) || !Files.isDirectory(listed) ? run : listed;
    }
}
