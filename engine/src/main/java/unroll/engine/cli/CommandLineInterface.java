package unroll.engine.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.RunLast;
import unroll.engine.exchange.Provenance;
import unroll.engine.experiment.Experiment;
import unroll.engine.home.Home;
import unroll.engine.record.Failures;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SweepFolder;

/**
 * The command {@code unroll} with its subcommands; a complaint is one sentence on the error stream and the exit code 2. Output
 * that could not be written is the code 1.
 */
@Command(
        name = "unroll",
        mixinStandardHelpOptions = true,
        version = "Unroll " + Provenance.VERSION,
        description = "A workbench for recurrent neural networks. Without a command it opens the window.")
public final class CommandLineInterface {
    private CommandLineInterface() {}

    /**
     * The command line.
     *
     * @param initial what {@code train} trains where no file is given
     * @param whenDone draws the pictures of a run that rests
     * @param draws draws the pictures of a sweep's report
     */
    public static CommandLine of(
            PrintStream out,
            PrintStream err,
            Experiment initial,
            BiConsumer<Trainer, Snapshot> whenDone,
            BiConsumer<SweepFolder, Report> draws) {
        Terminal terminal = new Terminal(out, whenDone);
        CommandLine line = new CommandLine(new CommandLineInterface())
                .addSubcommand(new TrainCommand(terminal, initial))
                .addSubcommand(new ResumeCommand(terminal))
                .addSubcommand(new BranchCommand(terminal, out))
                .addSubcommand(new SweepCommand(out, draws))
                .addSubcommand(new ListCommand(out))
                .addSubcommand(new ReportCommand(out))
                .addSubcommand(new ExportCommand(out))
                .addSubcommand(new PredictCommand(out, err))
                .addSubcommand(new LikelihoodCommand(out))
                .addSubcommand(new MovementsCommand(out))
                .addSubcommand(new InspectCommand(out))
                .addSubcommand(new GradientsCommand(out))
                .addSubcommand(new DynamicsCommand(out))
                .addSubcommand(new DevicesCommand(out))
                .addSubcommand(new SettingsCommand(out))
                .addSubcommand(new LogCommand(out))
                .registerConverter(Path.class, Home::path)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> complain(err, failure))
                .setExecutionStrategy(parsed -> {
                    int code;
                    try {
                        code = new RunLast().execute(parsed);
                    } catch (Error e) { // no memory, perhaps; picocli hands on exceptions only
                        code = complain(err, e);
                    }
                    return code == 0 && out.checkError() ? 1 : code;
                });
        return line;
    }

    private static int complain(PrintStream err, Throwable failure) {
        err.println(PrintedText.of(Failures.sentence(failure)));
        return 2;
    }
}
