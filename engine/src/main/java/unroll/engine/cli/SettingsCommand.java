package unroll.engine.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.ReferencePage;

/** {@code unroll settings}: prints the reference page of all settings. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Print every setting with its unit, range and first value, as Markdown.")
public final class SettingsCommand implements Callable<Integer> {
    private final PrintStream out;

    /** The command over a stream. */
    public SettingsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(ReferencePage.of(Experiment.class));
        return 0;
    }
}
