package unroll.engine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.project.ProjectFile;
import unroll.engine.record.RunFolder;

/** {@code unroll resume}: goes on with a run where its newest checkpoint stands, or with a copy out of a project file. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Go on with a run, or with a copy of one out of a project file, bit for bit.")
public final class ResumeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "The run folder, or a project file (.unroll).")
    private @Nullable Path run;

    @Option(
            names = "--runs",
            paramLabel = "FOLDER",
            description = "Where the run of a project goes (default: ${DEFAULT-VALUE}).")
    private Path runs = RunsFolder.ofUser();

    /** The command over a terminal. */
    public ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (run == null) {
            throw new IllegalArgumentException("name the run folder or the project file");
        }
        RunFolder folder = run.toString().endsWith(ProjectFile.ENDING) && Files.isRegularFile(run)
                ? ProjectFile.open(run, runs).run()
                : RunFolder.open(run);
        return terminal.train(folder.experiment(), folder);
    }
}
