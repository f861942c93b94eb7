package unroll.engine.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.record.ExperimentFile;
import unroll.engine.record.RunFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepFolder;
import unroll.engine.table.Doubt;

/** What somebody wants to open, in the window or in the terminal. */
public sealed interface Openable {
    /**
     * Settings of a run to begin.
     *
     * @param understood how data of the user's own were understood, a sentence each, where such are what was opened
     * @param doubts what of them could be read otherwise
     */
    record NewRunOf(Experiment experiment, List<String> understood, List<Doubt> doubts) implements Openable {
        NewRunOf(Experiment experiment) {
            this(experiment, List.of(), List.of());
        }
    }

    /** A run to go on with. */
    record RunIn(RunFolder folder) implements Openable {}

    /** A sweep to begin. */
    record NewSweep(Sweep sweep) implements Openable {}

    /** A sweep to go on with. */
    record SweepIn(SweepFolder folder) implements Openable {}

    /** A project, of which a run can be made. */
    record ProjectIn(Path file) implements Openable {}

    /** Weights to begin with. */
    record WeightsIn(Path file) implements Openable {}

    /** Nothing that can be opened, and why. */
    record Unknown(String sentence) implements Openable {}

    /**
     * What {@code path} is; reads it, so on a thread that may wait.
     *
     * @throws RuntimeException with a sentence where it is of a kind that can be opened, but cannot be used
     */
    static Openable at(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.exists(path)) {
            return new Unknown(path.toAbsolutePath() + ": there is no such file.");
        }
        String name = String.valueOf(path.getFileName());
        Path folder = path.toAbsolutePath().resolveSibling("");
        if (name.equalsIgnoreCase(RunFiles.EXPERIMENT) && Files.isDirectory(folder.resolve("checkpoints"))) {
            return new RunIn(RunFolder.open(folder));
        }
        if (name.equalsIgnoreCase("sweep.json") && Files.isDirectory(folder.resolve("runs"))) {
            return new SweepIn(new SweepFolder(folder));
        }
        if (OpenableKind.DOCUMENT.has(name)) {
            return document(path);
        }
        if (OpenableKind.PROJECT.has(name)) {
            return new ProjectIn(path);
        }
        if (OpenableKind.weights().has(name)) {
            return new WeightsIn(path);
        }
        return own(path)
                .orElseGet(() -> new Unknown(path + ": cannot be opened" + OwnExperiment.advice(path)
                        + ". What can be: " + OpenableKind.sentence() + "."));
    }

    /** An experiment for data of the user's, which are read once, so that they are refused before anything else is left. */
    private static Optional<Openable> own(Path data) {
        return OwnExperiment.fitted(data).map(own -> new NewRunOf(own.experiment(), own.understood(), own.doubts()));
    }

    /** Data that are a document, too, or one of ours; one that means to be a sweep is refused as one. */
    private static Openable document(Path file) {
        return own(file).orElseGet(() -> ours(file));
    }

    private static Openable ours(Path file) {
        return Sweep.meant(text(file)) ? new NewSweep(Sweep.read(file)) : new NewRunOf(ExperimentFile.read(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // whoever reads it will say why not
        }
    }

    private static Openable folder(Path folder) {
        SweepFolder sweep = new SweepFolder(folder);
        if (sweep.begun()) {
            return new SweepIn(sweep);
        }
        if (RunFolder.at(folder).begun()) {
            return new RunIn(RunFolder.open(folder));
        }
        return own(folder)
                .orElseGet(() -> new Unknown(folder
                        + ": is neither a run (it has no experiment.json) nor a sweep (no sweep.json), nor does it"
                        + " hold " + OpenableKind.folderWords() + "."));
    }
}
