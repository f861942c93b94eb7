package unroll.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import unroll.engine.archive.Archive;
import unroll.engine.archive.PinnedRun;
import unroll.engine.archive.RunRecord;
import unroll.engine.archive.RunRecord.Damaged;
import unroll.engine.archive.RunRecord.Whole;
import unroll.engine.home.Home;
import unroll.engine.home.UserFolders;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;

/** Options of commands that read runs: the folder they are in, and the one they are compared with. */
final class RunsOptions {
    @Option(names = "--runs", paramLabel = "FOLDER", description = "Where the runs are (default: ${DEFAULT-VALUE}).")
    private Path runs = UserFolders.ofUser().runs();

    @Option(
            names = "--baseline",
            paramLabel = "RUN",
            defaultValue = "",
            description =
                    "Compare with this run; without it with the one that is pinned in the window, if there is one.")
    private String baseline = "";

    Archive archive() {
        return new Archive(runs);
    }

    /** Whether the command line itself names one. */
    boolean hasBaseline() {
        return !baseline.isEmpty();
    }

    /**
     * The run with which others are compared; empty where none is named or pinned.
     *
     * @throws RunException where one is named that is none
     */
    Optional<Whole> baseline(Archive archive) {
        if (!baseline.isEmpty()) {
            return Optional.of(whole(archive, baseline));
        }
        String pinned = PinnedRun.of(runs);
        RunFolder folder = RunFolder.at(runs.resolve(pinned));
        return !pinned.isEmpty() && folder.begun() && archive.read(folder) instanceof Whole whole
                ? Optional.of(whole)
                : Optional.empty();
    }

    /**
     * The run in a folder, or with a name in the folder of runs.
     *
     * @throws RunException where there is none, or it cannot be read
     */
    Whole whole(Archive archive, String name) {
        Path place = RunsFolder.place(Home.path(name), runs);
        if (!Files.isDirectory(place)) {
            throw new RunException(Path.of(name), "there is no such run; 'unroll list' tells which there are", null);
        }
        RunRecord run = archive.read(RunFolder.at(place.toAbsolutePath().normalize()));
        return switch (run) {
            case Whole whole -> whole;
            case Damaged damaged -> throw new RunException(place, "is damaged: " + damaged.complaint(), null);
        };
    }
}
