package unroll.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import unroll.app.kept.SweepPlaces;
import unroll.app.sweep.SweepAtHand;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.project.ProjectFile;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.Schema;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepFolder;
import unroll.engine.task.OwnSeries;

/** Finds out what a file or folder is that somebody wants to open. */
final class Opener {
    /** Time steps of a training sequence cut out of own series. */
    private static final int WINDOW = 50;

    private static final Pattern SERIES = Pattern.compile("\\.csv$");
    private static final Pattern IMAGES = Pattern.compile("\\.(png|jpe?g|gif|bmp)$");

    /** As these files are called, and as those of MNIST are: {@code train-images-idx3-ubyte.gz}. */
    private static final Pattern PICTURES = Pattern.compile("(\\.idx|-ubyte)(\\.gz)?$");

    /** What was found. */
    sealed interface Found {
        /** An experiment to begin. */
        record NewRun(Experiment experiment) implements Found {}

        /** A run to go on with. */
        record OldRun(RunFolder folder) implements Found {}

        /** A sweep to begin or to go on with. */
        record ManyRuns(SweepAtHand sweep) implements Found {}

        /** A run that came out of a project file. */
        record Project(Path file, ProjectFile.Opened opened) implements Found {}

        /** Weights for the network that is open. */
        record FirstWeights(Path file) implements Found {}

        /** Nothing that can be opened, and why. */
        record Nothing(String sentence) implements Found {}
    }

    private final Path runs;
    private final Path sweeps;

    /**
     * @param runs where the runs of projects are made
     * @param sweeps where sweeps are kept that are opened from a file
     */
    Opener(Path runs, Path sweeps) {
        this.runs = runs;
        this.sweeps = sweeps;
    }

    /** A sweep that comes with the program; reads what was made of it, so on a thread that may wait. */
    Found open(Sweep sweep) {
        try {
            return sweep(sweep);
        } catch (RuntimeException e) {
            return new Found.Nothing(String.valueOf(e.getMessage()));
        }
    }

    /** What {@code path} is; reads it, and makes a run of a project, so on a thread that may wait. */
    Found open(Path path) {
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
            if (name.equals("sweep.json") && path.getParent() != null && isSweep(path.getParent())) {
                return begun(path.getParent());
            }
            if (name.endsWith(".json")) {
                return document(path);
            }
            if (name.endsWith(ProjectFile.ENDING)) {
                return new Found.Project(path, ProjectFile.open(path, runs));
            }
            if (name.endsWith(".safetensors")) {
                return new Found.FirstWeights(path);
            }
            if (PICTURES.matcher(name).find()) {
                return new Found.NewRun(Examples.pictures(path));
            }
            if (name.endsWith(".csv")) {
                return new Found.NewRun(own(path));
            }
            if (name.endsWith(".txt")) {
                return new Found.NewRun(Examples.text(path));
            }
            return new Found.Nothing(path
                    + ": cannot be opened; open a project (.unroll), an experiment or a sweep (.json), the folder of a"
                    + " run or a sweep, your own series (.csv), text (.txt) or pictures (.idx or a folder), or weights"
                    + " for the network that is open (.safetensors).");
        } catch (RuntimeException e) {
            return new Found.Nothing(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isDirectory(folder.resolve("checkpoints"));
    }

    private static boolean isSweep(Path folder) {
        return Files.isDirectory(folder.resolve("runs"));
    }

    /** A document that means to be a sweep is refused as one. */
    private Found document(Path file) {
        return Sweep.meant(text(file)) ? sweep(Sweep.read(file)) : new Found.NewRun(RunFolder.readExperiment(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // whoever reads it will say why not
        }
    }

    private Found sweep(Sweep sweep) {
        return new Found.ManyRuns(SweepAtHand.of(sweep, SweepPlaces.of(sweeps, sweep)));
    }

    private static Found begun(Path folder) {
        SweepFolder place = new SweepFolder(folder);
        return new Found.ManyRuns(SweepAtHand.of(place.sweep(), place));
    }

    private static Found folder(Path folder) {
        if (new SweepFolder(folder).begun()) {
            return begun(folder);
        }
        if (Files.isRegularFile(folder.resolve("experiment.json"))) {
            return new Found.OldRun(RunFolder.open(folder));
        }
        if (holds(folder, SERIES) || holds(folder.resolve("train"), SERIES)) {
            return new Found.NewRun(own(folder));
        }
        if (holds(folder, IMAGES)) {
            return new Found.NewRun(Examples.pictures(folder));
        }
        return new Found.Nothing(folder
                + ": is neither a run (it has no experiment.json) nor a sweep (no sweep.json), nor does it"
                + " hold CSV files or pictures.");
    }

    private static boolean holds(Path folder, Pattern kind) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    file -> kind.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                            .find());
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
