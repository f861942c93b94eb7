package unroll.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.file.FileException;

/** The file that a command writes, which replaces what is there, but never data of the user's that are read. */
final class ResultFile {
    private ResultFile() {}

    /**
     * Refuses to write over one of the user's own files that a run reads.
     *
     * @throws IllegalArgumentException where the file is one of them, by this name or another
     */
    static void requireOther(Path file, Experiment experiment) {
        requireOther(
                file,
                OwnFiles.named(experiment, false).values().stream()
                        .flatMap(named -> OwnFiles.behind(experiment, named).stream())
                        .toList());
    }

    /**
     * Refuses to write over one of some files.
     *
     * @param read what the command or its run reads
     * @throws IllegalArgumentException where the file is one of them, by this name or another
     */
    static void requireOther(Path file, Collection<Path> read) {
        if (Files.exists(file) && read.stream().anyMatch(other -> same(file, other))) {
            throw new IllegalArgumentException(
                    file + " would be replaced, but the command or its run reads data from it; name another file");
        }
    }

    private static boolean same(Path file, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(file, other);
        } catch (IOException e) {
            throw new FileException(other, "cannot be read: " + FileException.reason(e), e);
        }
    }
}
