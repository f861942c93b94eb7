package unroll.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.engine.run.Examples;
import unroll.engine.run.Experiment;
import unroll.engine.run.RunFolder;
import unroll.engine.setting.Schema;
import unroll.engine.task.OwnSeries;

/** Finds out what a file or folder is that somebody wants to open. */
final class Opener {
    /** Time steps of a training sequence cut out of own series. */
    private static final int WINDOW = 50;

    /** What was found. */
    sealed interface Found {
        /** An experiment to begin. */
        record NewRun(Experiment experiment) implements Found {}

        /** A run to go on with. */
        record OldRun(RunFolder folder) implements Found {}

        /** Nothing that can be opened, and why. */
        record Nothing(String sentence) implements Found {}
    }

    private Opener() {}

    /** What {@code path} is; reads it, so on a thread that may wait. */
    static Found open(Path path) {
        try {
            String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
            if (Files.isDirectory(path)) {
                return folder(path);
            }
            if (!Files.exists(path)) {
                return new Found.Nothing(path + ": there is no such file.");
            }
            if (name.equals("experiment.json") && path.getParent() != null && isRun(path.getParent())) {
                return new Found.OldRun(RunFolder.open(path.getParent()));
            }
            if (name.endsWith(".json")) {
                return new Found.NewRun(RunFolder.readExperiment(path));
            }
            if (name.endsWith(".csv")) {
                return new Found.NewRun(own(path));
            }
            if (name.endsWith(".txt")) {
                return new Found.NewRun(Examples.text(path));
            }
            return new Found.Nothing(path
                    + ": cannot be opened; open an experiment (.json), a run folder, your own series (.csv) or"
                    + " your own text (.txt).");
        } catch (RuntimeException e) {
            return new Found.Nothing(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isDirectory(folder.resolve("checkpoints"));
    }

    private static Found folder(Path folder) {
        if (Files.isRegularFile(folder.resolve("experiment.json"))) {
            return new Found.OldRun(RunFolder.open(folder));
        }
        if (hasSeries(folder) || hasSeries(folder.resolve("train"))) {
            return new Found.NewRun(own(folder));
        }
        return new Found.Nothing(folder + ": is neither a run (it has no experiment.json) nor does it hold CSV files.");
    }

    private static boolean hasSeries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file ->
                    file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static Experiment own(Path series) {
        OwnSeries task = new OwnSeries(series.toAbsolutePath().toString(), WINDOW, true);
        task.open();
        String file = String.valueOf(series.getFileName());
        Schema<Experiment> schema = Schema.of(Experiment.class);
        Experiment experiment = schema.with(schema.initial(), "task", task);
        experiment = schema.with(experiment, "name", file.replaceFirst("\\.[cC][sS][vV]$", ""));
        return schema.with(
                experiment, "about", "The network reads the rows of " + file + " one by one and predicts the next.");
    }
}
