package unroll.engine.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.file.ProgramFolder;
import unroll.engine.home.Home;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/**
 * Experiments that are ready to run, the first of them what a newcomer should see: the files of a folder, whose names begin with
 * their places in the gallery.
 */
public final class Examples {
    private static final ProgramFolder FILES = new ProgramFolder(Examples.class, "examples");

    private static final ProgramFolder SMALL = new ProgramFolder(Examples.class, "examples/small-networks");

    private Examples() {}

    /**
     * All of them, in the order of the gallery; one that learns from sample data only where that data is.
     *
     * @param home where the folder {@code sample-data} lies
     */
    public static List<Experiment> all(Path home) {
        return FILES.names().stream()
                .map(file -> read(FILES, file, home))
                .filter(example ->
                        SettingsList.files(example).values().stream().allMatch(file -> Files.exists(file.path())))
                .toList();
    }

    /** Networks of a few units whose weights a person set, to be looked at and taken apart, in the order of their shelf. */
    public static List<Experiment> smallNetworks() {
        return SMALL.names().stream()
                .map(file -> read(SMALL, file, Home.ofProgram()))
                .toList();
    }

    /** The one to begin with: bouncing balls. */
    public static Experiment first() {
        return read(FILES, FILES.names().getFirst(), Home.ofProgram());
    }

    /** The first of a kind of tasks; empty where there is none. */
    public static Optional<Experiment> of(String kind) {
        return all(Home.ofProgram()).stream()
                .filter(example -> isOf(example, kind))
                .findFirst();
    }

    /** Whether an experiment's task is of a kind. */
    public static boolean isOf(Experiment experiment, String kind) {
        return Schema.kind(experiment.task().getClass()).name().equals(kind);
    }

    private static Experiment read(ProgramFolder folder, String file, Path home) {
        return SettingsJson.read(Experiment.class, folder.read(file), file, home);
    }
}
