package unroll.app;

import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Application;
import picocli.CommandLine;
import unroll.engine.cli.CommandLineInterface;
import unroll.engine.exchange.Provenance;
import unroll.engine.experiment.Examples;
import unroll.engine.home.Home;
import unroll.engine.home.UserFolders;
import unroll.engine.log.LogFile;
import unroll.engine.open.Openable;
import unroll.engine.record.Failures;
import unroll.engine.setting.EditDistance;

/**
 * Where the program begins: a command goes to the terminal, everything else opens the window, or the terminal where there
 * is no display. It is no JavaFX application itself, so that it starts from a plain class path.
 */
public final class Unroll {
    private Unroll() {}

    /** Runs a command, or opens the window with the files that {@code args} name. */
    public static void main(String[] args) {
        CommandLine commands = commands(System.out, System.err);
        log(args);
        Set<String> names = commands.getSubcommands().keySet();
        if (args.length > 0 && (args[0].startsWith("-") || names.contains(args[0]))) {
            System.exit(commands.execute(args));
        }
        if (args.length > 0 && !isThere(args[0])) {
            System.err.println(nothing(args[0], names));
            System.exit(CommandLine.ExitCode.USAGE);
        }
        Optional<String> obstacle = Display.obstacle();
        if (obstacle.isEmpty()) {
            openWindow(args);
            return;
        }
        System.out.println(
                obstacle.get() + ", so this trains in the terminal; unroll --help tells what else it can do.");
        System.exit(commands.execute(inTerminal(args)));
    }

    /** What is said of a word that is neither a command nor a file. */
    static String nothing(String word, Set<String> commands) {
        return "'" + word + "': there is no such command and no such file; "
                + EditDistance.meant(word, commands)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("unroll --help tells what there is.");
    }

    private static boolean isThere(String argument) {
        try {
            return Files.exists(Home.path(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** From now on there is a log, except for the command that reads it; a failure that nothing catches is a sentence here, too. */
    private static void log(String[] args) {
        String word = Stream.of(args)
                .limit(1)
                .filter(first -> !first.isEmpty())
                .findFirst()
                .orElse("the window");
        if (word.equals("log")) {
            return;
        }
        LogFile.open(UserFolders.ofUser().logs());
        String what = word.matches("[a-z]+|the window") ? word : "a file";
        System.getLogger("unroll").log(Level.DEBUG, () -> started(what));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.err.println(Failures.sentence(failure)));
    }

    private static String started(String what) {
        Runtime machine = Runtime.getRuntime();
        return "Unroll " + Provenance.VERSION + ", " + what + ": Java " + Runtime.version() + " on "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", " + machine.availableProcessors() + " processors, "
                + (machine.maxMemory() >> 20) + " MB";
    }

    /** Opens the window with the files that {@code args} name, and returns when it is closed. */
    static void openWindow(String[] args) {
        System.setProperty("java.awt.headless", "true"); // charts use its fonts; of the display JavaFX alone has hold
        Application.launch(UnrollApplication.class, args);
    }

    private static CommandLine commands(PrintStream out, PrintStream err) {
        OffScreen pictures = new OffScreen(out, err);
        return CommandLineInterface.of(out, err, Examples.first(), pictures::draw, pictures::draw);
    }

    /** The command for the files and options of a command line without one: what is done with the first in a terminal. */
    static String[] inTerminal(String[] files) {
        Stream<String> command = files.length == 0 ? Stream.of("train") : command(Home.path(files[0]));
        return Stream.concat(command, Stream.of(files)).toArray(String[]::new);
    }

    /** What is done with a file in the terminal; what it cannot be used for, that command says. */
    private static Stream<String> command(Path file) {
        try {
            return switch (Openable.at(file)) {
                case Openable.RunIn _, Openable.ProjectIn _ -> Stream.of("resume");
                case Openable.NewSweep _, Openable.SweepIn _ -> Stream.of("sweep");
                case Openable.WeightsIn _ -> Stream.of("train", "--weights");
                case Openable.NewRunOf _, Openable.Unknown _ -> Stream.of("train");
            };
        } catch (RuntimeException e) {
            return Stream.of("train");
        }
    }
}
