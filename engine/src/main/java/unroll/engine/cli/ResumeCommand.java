package unroll.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.MissingFiles;
import unroll.engine.experiment.OwnFiles;
import unroll.engine.home.UserFolders;
import unroll.engine.project.ProjectFile;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/** {@code unroll resume}: goes on with a run where its newest checkpoint stands, or with a copy out of a project file. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Go on with a run, or with a copy of one out of a project file, bit for bit.")
public final class ResumeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "RUN",
            description = "A run's folder, its name as 'unroll list' has it, or a project file (.unroll).")
    private @Nullable Path run;

    @Option(
            names = "--runs",
            paramLabel = "FOLDER",
            description = "Where the runs are, and that of a project goes (default: ${DEFAULT-VALUE}).")
    private Path runs = UserFolders.ofUser().runs();

    @Option(
            names = "--set",
            paramLabel = "PATH=PLACE",
            description = "Where a file or folder is now that the run reads, such as task.folder=~/greenhouse; may be"
                    + " repeated. All else stays as it was; 'unroll branch' goes on with other settings.")
    private List<String> places = List.of();

    /** The command over a terminal. */
    public ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (run == null) {
            throw new IllegalArgumentException("name the run folder or the project file");
        }
        try {
            if (ProjectFile.isNamed(run) && Files.isRegularFile(run)) {
                RunFolder folder = ProjectFile.open(run, runs, this::placed).run();
                return terminal.train(folder.experiment(), folder);
            }
            RunFolder folder = RunFolder.open(RunsFolder.place(run, runs));
            Experiment experiment = placed(folder.experiment());
            OwnFiles.check(folder.path(), experiment, !folder.history().isEmpty());
            return terminal.train(experiment, folder);
        } catch (MissingFiles e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; say where it is: "
                            + e.missing().keySet().stream()
                                    .map(setting -> "--set " + setting + "=PLACE")
                                    .collect(Collectors.joining(" ")),
                    e);
        }
    }

    /** The experiment with its files where the command line says that they are. */
    private Experiment placed(Experiment experiment) {
        Experiment placed = experiment;
        for (String place : places) {
            SettingChange wanted = SettingChange.of(place);
            Set<String> files = SettingsList.files(experiment).keySet();
            if (!files.contains(wanted.path())) {
                throw new IllegalArgumentException("--set " + place + ": a run goes on with the settings that it has; "
                        + (files.isEmpty()
                                ? "it reads no files"
                                : "only where its files are can be said, with " + String.join(", ", files))
                        + ". 'unroll branch' goes on with others");
            }
            placed = SettingsJson.with(placed, wanted.path(), wanted.value());
        }
        return placed;
    }
}
