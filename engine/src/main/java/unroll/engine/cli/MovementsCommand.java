package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.engine.file.AtomicFile;
import unroll.engine.forecast.MovementTable;
import unroll.engine.record.RunFolder;

/** {@code unroll movements}: what a network that controls something does, beside plans. */
@Command(
        name = "movements",
        mixinStandardHelpOptions = true,
        description = "Say what the movements of a run's network cost beside those that iLQR plans, and write both as a"
                + " table (CSV) if a file is named.")
public final class MovementsCommand implements Callable<Integer> {
    private final PrintStream out;

    @Mixin
    private RunArgument run = new RunArgument();

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The table to write.")
    private @Nullable Path file;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many movements (default: as many as the run tests).")
    private int count;

    /** The command over a stream. */
    public MovementsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        RunFolder folder = run.folder();
        int wanted = count > 0 ? count : folder.experiment().training().testSequences();
        MovementTable table = new MovementTable(folder, wanted);
        table.summary().forEach(line -> out.println(PrintedText.of(line)));
        if (file != null) {
            ResultFile.requireOther(file, folder.experiment());
            AtomicFile.write(file.toAbsolutePath(), table.csv().getBytes(StandardCharsets.UTF_8));
            out.println(PrintedText.of(file.toString()));
        }
        return 0;
    }
}
