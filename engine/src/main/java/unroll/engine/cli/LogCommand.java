package unroll.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import unroll.engine.home.UserFolders;
import unroll.engine.log.LogFile;

/** {@code unroll log}: prints where the log is, and its last lines. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description =
                "Print where the log of the program is and its last lines, to be sent with a report of a fault. It"
                        + " holds no names of files and nothing out of them.")
public final class LogCommand implements Callable<Integer> {
    private final PrintStream out;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "40",
            description = "So many at most (default: ${DEFAULT-VALUE}); 0 prints where it is and nothing else.")
    private int lines = 40;

    /** The command over a stream. */
    public LogCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Path folder = UserFolders.ofUser().logs();
        Optional<Path> file = LogFile.newest(folder);
        if (file.isEmpty()) {
            out.println(folder + ": there is no log; perhaps nothing can be written there");
            return 1;
        }
        out.println(file.get());
        LogFile.tail(file.get(), Math.max(0, lines)).forEach(line -> out.println(PrintedText.of(line)));
        return 0;
    }
}
