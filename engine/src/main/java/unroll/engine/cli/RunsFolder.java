package unroll.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import unroll.engine.home.Home;

/** Where a user's runs are kept. */
public final class RunsFolder {
    private RunsFolder() {}

    /** {@code Unroll/runs} in the user's home, or the folder that the system property {@code unroll.runs} names. */
    public static Path ofUser() {
        String chosen = System.getProperty("unroll.runs");
        return chosen == null ? Home.ofUser().resolve("Unroll").resolve("runs") : Path.of(chosen);
    }

    /** The run that is named by its folder, or by its name among {@code runs} as {@code unroll list} has it. */
    static Path place(Path run, Path runs) {
        Path listed = runs.resolve(run);
        return Files.exists(run) || !Files.isDirectory(listed) ? run : listed;
    }
}
