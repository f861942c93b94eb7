package unroll.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import unroll.app.kept.SweepPlaces;
import unroll.app.sweep.SweepAtHand;
import unroll.engine.data.DataException;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.ExperimentText;
import unroll.engine.experiment.MissingFiles;
import unroll.engine.experiment.OwnExperiment;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.open.Openable;
import unroll.engine.project.ProjectFile;
import unroll.engine.record.Failures;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;
import unroll.engine.sweep.Sweep;
import unroll.engine.task.OwnSeries;
import unroll.engine.task.Text;

/** Reads what somebody wants to open, so that the window can show it. */
final class Opener {
    /** What was found. */
    sealed interface Found {
        /**
         * An experiment to begin.
         *
         * @param understood how data of a person's own were understood, where such were opened
         */
        record NewRun(Experiment experiment, List<String> understood) implements Found {}

        /** An experiment with data that can be read in more than one way. */
        record Doubtful(Experiment experiment) implements Found {}

        /** A run to go on with. */
        record OldRun(RunFolder folder) implements Found {}

        /** A sweep to begin or to go on with. */
        record ManyRuns(SweepAtHand sweep) implements Found {}

        /** A run that came out of a project file. */
        record Project(Path file, ProjectFile.Opened opened) implements Found {}

        /** An experiment with tables that cannot be read as they were found, and why. */
        record Refused(Experiment experiment, String sentence) implements Found {}

        /** A text that cannot be read as it was taken, why, and the experiment that reads it in another encoding. */
        record Misread(Experiment otherwise, String encoding, String sentence) implements Found {}

        /** Weights for the network that is open. */
        record FirstWeights(Path file) implements Found {}

        /** Something that needs files which are not where it says. */
        record Incomplete(MissingFiles missing) implements Found {}

        /** Nothing that can be opened, and why. */
        record Nothing(String sentence) implements Found {}

        /** Whether it is shown at once; weights are only where they fit, and somebody is asked first for missing files and about doubtful ones. */
        default boolean shown() {
            return switch (this) {
                case NewRun _, OldRun _, ManyRuns _, Project _ -> true;
                case Doubtful _, Refused _, Misread _, FirstWeights _, Incomplete _, Nothing _ -> false;
            };
        }
    }

    private static final String WESTERN = "windows-1252";

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
            return begin(sweep);
        } catch (RuntimeException | Error e) { // no memory, perhaps
            return new Found.Nothing(Failures.sentence(e));
        }
    }

    /**
     * What {@code path} is; reads it, and makes a run of a project, so on a thread that may wait.
     *
     * @param placed says of an experiment where its files are, if they are elsewhere
     */
    Found open(Path path, UnaryOperator<Experiment> placed) {
        return switch (found(() -> at(path, placed))) {
            case Found.Nothing(String sentence) -> refused(path, sentence);
            case Found other -> other;
        };
    }

    /** The experiment that a copied text is, as above. */
    Found open(String text, UnaryOperator<Experiment> placed) {
        return found(() -> new Found.NewRun(
                there(Path.of("The clipboard"), ExperimentText.read(text, "The clipboard"), placed), List.of()));
    }

    /** Of tables somebody can say how they are to be read, and of texts in which encoding they are. */
    private static Found refused(Path path, String sentence) {
        Optional<Experiment> own = Files.exists(path) ? OwnExperiment.of(path) : Optional.empty();
        return own.flatMap(experiment -> switch (experiment.task()) {
                    case OwnSeries _ -> Optional.of(new Found.Refused(experiment, sentence));
                    case Text _ -> misread(experiment, sentence);
                    default -> Optional.empty();
                })
                .orElseGet(() -> new Found.Nothing(sentence));
    }

    /** The same text in the encoding of most that are no UTF-8; empty where it cannot be used in that, either. */
    private static Optional<Found> misread(Experiment experiment, String sentence) {
        try {
            Experiment otherwise = SettingsJson.with(experiment, "task.encoding", WESTERN);
            return Optional.of(new Found.Misread(OwnExperiment.fitted(otherwise), WESTERN, sentence));
        } catch (DataException e) { // too short, say
            return Optional.empty();
        }
    }

    private Found at(Path path, UnaryOperator<Experiment> placed) {
        return switch (Openable.at(path)) {
            case Openable.NewRunOf found -> {
                Experiment meant = there(path, found.experiment(), placed);
                yield found.doubts().isEmpty()
                        ? new Found.NewRun(meant, found.understood())
                        : new Found.Doubtful(meant);
            }
            case Openable.RunIn(RunFolder folder) -> new Found.OldRun(there(folder, placed));
            case Openable.NewSweep(Sweep sweep) -> begin(sweep);
            case Openable.SweepIn sweep ->
                new Found.ManyRuns(SweepAtHand.of(sweep.folder().sweep(), sweep.folder()));
            case Openable.ProjectIn(Path file) -> new Found.Project(file, ProjectFile.open(file, runs, placed));
            case Openable.WeightsIn(Path file) -> new Found.FirstWeights(file);
            case Openable.Unknown(String sentence) -> new Found.Nothing(sentence);
        };
    }

    private static Found found(Supplier<Found> look) {
        try {
            return look.get();
        } catch (MissingFiles e) {
            return new Found.Incomplete(e);
        } catch (RuntimeException | Error e) { // no memory, perhaps
            return new Found.Nothing(Failures.sentence(e));
        }
    }

    private Found begin(Sweep sweep) {
        return new Found.ManyRuns(SweepAtHand.of(sweep, SweepPlaces.of(sweeps, sweep)));
    }

    private static Experiment there(Path path, Experiment experiment, UnaryOperator<Experiment> placed) {
        Experiment meant = placed.apply(experiment);
        OwnFiles.check(path, meant, false);
        return meant;
    }

    /** The run; where its files are now is kept in its folder. */
    private static RunFolder there(RunFolder run, UnaryOperator<Experiment> placed) {
        Experiment experiment = run.experiment();
        Experiment meant = placed.apply(experiment);
        OwnFiles.check(run.path(), meant, !run.history().isEmpty());
        if (!meant.equals(experiment)) {
            run.save(meant);
        }
        return run;
    }
}
