package unroll.engine.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsList;

/** The user's own files that a run reads: those that the settings of its experiment name. */
public final class OwnFiles {
    /** What is named here is read once: a run that has a state never begins again. */
    private static final String BEGINNING = "initialisation.";

    private OwnFiles() {}

    /**
     * What is named, each by the path of its setting.
     *
     * @param begun whether the run has a state to go on from
     */
    public static SequencedMap<String, FilePath> named(Experiment experiment, boolean begun) {
        SequencedMap<String, FilePath> named = SettingsList.files(experiment);
        named.keySet().removeIf(setting -> begun && setting.startsWith(BEGINNING));
        return named;
    }

    /** The files that are read of one that is named, as far as they are there: of the task's what it reads, in it or beside it; of another itself. */
    public static List<Path> behind(Experiment experiment, FilePath named) {
        Path path = named.path();
        boolean folder = Files.isDirectory(path);
        List<Path> read = experiment.task().files();
        if (folder || read.contains(path)) {
            Path within = folder ? path : path.resolveSibling("");
            return read.stream().filter(file -> file.startsWith(within)).toList();
        }
        return Files.exists(path) ? List.of(path) : List.of();
    }

    /**
     * Makes sure that all that is named is there.
     *
     * @param run the folder or file in which the run is
     * @throws MissingFiles where something is not
     */
    public static void check(Path run, Experiment experiment, boolean begun) {
        SequencedMap<String, FilePath> missing = named(experiment, begun);
        missing.values().removeIf(file -> Files.exists(file.path()));
        if (!missing.isEmpty()) {
            throw new MissingFiles(run, experiment, missing);
        }
    }
}
