package unroll.app;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import javafx.application.Application;
import picocli.CommandLine;
import unroll.engine.cli.CommandLineInterface;
import unroll.engine.experiment.Examples;
import unroll.engine.project.ProjectFile;

/**
 * Where the program begins: a command goes to the terminal, everything else opens the window, or the terminal where there
 * is no display. It is no JavaFX application itself, so that it starts from a plain class path.
 */
public final class Unroll {
    private Unroll() {}

    /** Runs a command, or opens the window with the files that {@code args} name. */
    public static void main(String[] args) {
        CommandLine commands = commands(System.out, System.err);
        boolean command = args.length > 0
                && (args[0].startsWith("-") || commands.getSubcommands().containsKey(args[0]));
        if (command) {
            System.exit(commands.execute(args));
        }
        List<String> missing = Display.missing(System.getenv());
        if (missing.isEmpty()) {
            openWindow(args);
            return;
        }
        System.out.println("There is no display (" + String.join(" and ", missing)
                + " not set), so this trains in the terminal; unroll --help tells what else it can do.");
        System.exit(commands.execute(inTerminal(args)));
    }

    /** Opens the window with the files that {@code args} name, and returns when it is closed. */
    static void openWindow(String[] args) {
        Application.launch(UnrollApplication.class, args);
    }

    private static CommandLine commands(PrintStream out, PrintStream err) {
        OffScreen pictures = new OffScreen(out, err);
        return CommandLineInterface.of(out, err, Examples.first(), pictures::draw, pictures::draw);
    }

    private static String[] inTerminal(String[] files) {
        String[] args = new String[files.length + 1];
        args[0] = files.length > 0 && files[0].endsWith(ProjectFile.ENDING) ? "resume" : "train";
        System.arraycopy(files, 0, args, 1, files.length);
        return Arrays.copyOf(args, Math.min(args.length, 2));
    }
}
