package unroll.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;

/** Finds a run by what a person calls it. */
final class RunsFolder {
    private RunsFolder() {}

    /** The run that is named by its folder, or by a name among {@code runs} as {@code unroll list} has it. */
    static Path place(Path run, Path runs) {
        if (Files.exists(run)) {
            return run;
        }
        Path listed = runs.resolve(run);
        return Files.isDirectory(listed) ? listed : called(run, runs);
    }

    /** The only run with this name that a person gave; the path itself where there is none, or several are. */
    private static Path called(Path run, Path runs) {
        List<Path> named = RunFolder.list(runs).stream()
                .filter(folder -> isCalled(folder, run.toString()))
                .map(RunFolder::path)
                .toList();
        return named.size() == 1 ? named.getFirst() : run;
    }

    /** What cannot be read is called nothing. */
    private static boolean isCalled(RunFolder folder, String name) {
        try {
            return folder.remarks().name().equals(name);
        } catch (RunException e) {
            return false;
        }
    }
}
