package unroll.engine.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.home.UserFolders;
import unroll.engine.record.RunFolder;

/** The argument of commands that read one run. */
final class RunArgument {
    @Parameters(index = "0", paramLabel = "RUN", description = "A run's folder, or its name as 'unroll list' has it.")
    private @Nullable Path run;

    @Option(names = "--runs", paramLabel = "FOLDER", description = "Where the runs are (default: ${DEFAULT-VALUE}).")
    private Path runs = UserFolders.ofUser().runs();

    /**
     * The run that is named.
     *
     * @throws unroll.engine.record.RunException where there is none
     */
    RunFolder folder() {
        if (run == null) {
            throw new IllegalArgumentException("name the run");
        }
        return RunFolder.open(RunsFolder.place(run, runs));
    }
}
