package unroll.engine.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import unroll.engine.run.RunFolder;

/** {@code unroll resume}: goes on with a run where its newest checkpoint stands. */
@Command(name = "resume", mixinStandardHelpOptions = true, description = "Go on with a run, bit for bit.")
public final class ResumeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FOLDER", description = "The run folder.")
    private @Nullable Path folder;

    /** The command over a terminal. */
    public ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (folder == null) {
            throw new IllegalArgumentException("name the run folder");
        }
        RunFolder run = RunFolder.open(folder);
        return terminal.train(run.experiment(), run);
    }
}
