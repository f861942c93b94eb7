package unroll.engine.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.FirstParameters;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.InputFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.sequence.Metric;
import unroll.engine.table.Doubt;

/** Trains an experiment in the terminal to its end; Ctrl+C saves it first. */
public final class Terminal {
    /** What shells report of a program that a closed pipe ends: 128 and the number of SIGPIPE. */
    private static final int UNREAD = 141;

    private final PrintStream out;
    private final BiConsumer<Trainer, Snapshot> whenDone;

    /**
     * @param out where progress is printed
     * @param whenDone gets the trainer and where it stands when the run rests, before it is closed: to draw its
     *     pictures
     */
    public Terminal(PrintStream out, BiConsumer<Trainer, Snapshot> whenDone) {
        this.out = out;
        this.whenDone = whenDone;
    }

    /**
     * Trains until the experiment is finished; 0 if it is and all is saved, 1 if it stopped before or something is not saved, 141 if
     * nobody reads what is printed.
     *
     * @throws unroll.engine.record.RunException where nothing could be saved; nothing is trained then
     */
    public int train(Experiment experiment, RunFolder folder) {
        folder.requireRoom();
        RunFollower follower = new RunFollower();
        Trainer trainer = new Trainer(experiment, folder, follower);
        if (!folder.begun()) {
            requireNoDoubt(trainer);
        }
        out.println(PrintedText.of(experiment.name()) + " · " + trainer.backend());
        trainer.task().understood().stream().map(PrintedText::of).forEach(out::println);
        InputFiles.changed(folder, experiment).forEach(out::println);
        if (folder.history().isEmpty()) {
            FirstParameters.lines(experiment).stream().map(PrintedText::of).forEach(out::println);
        }
        for (BaselineScores baseline : trainer.baselines()) {
            printScores(baseline.name(), trainer.metrics(), baseline.scores(), "");
        }
        follower.show(
                new ProgressBar(out, interactive(), trainer.metrics().getFirst()),
                () -> out.println("Run folder: " + trainer.folder().path()),
                trainer::pause);
        Thread saving = new Thread(trainer::close, "unroll-save");
        Runtime.getRuntime().addShutdownHook(saving);
        trainer.play();
        follower.await();
        if (trainer.folder().begun()) {
            follower.last().ifPresent(rest -> whenDone.accept(trainer, rest));
        }
        trainer.close();
        forget(saving);
        return follower.last().map(last -> report(trainer, last)).orElse(1);
    }

    /** Nobody is there to be asked, so what can be understood in two ways is not learned from. */
    private static void requireNoDoubt(Trainer trainer) {
        trainer.task().doubts().stream().findFirst().ifPresent(doubt -> {
            trainer.close();
            throw new IllegalArgumentException(question(doubt));
        });
    }

    /** A doubt, and the options that settle it. */
    static String question(Doubt doubt) {
        return doubt.sentence() + " Say which: --set task.form." + doubt.setting() + "="
                + String.join(" or ", doubt.values());
    }

    private int report(Trainer trainer, Snapshot last) {
        List<Metric> metrics = trainer.metrics();
        int tests = last.curves().tests();
        if (tests > 0) {
            double[] scores = IntStream.range(0, metrics.size())
                    .mapToDouble(i -> last.curves().test(tests - 1, i))
                    .toArray();
            printScores("this network", metrics, scores, trainer.task().solved(scores) ? "  solved" : "");
        }
        if (out.checkError()) {
            return UNREAD;
        }
        return last.update() >= last.updates() && last.savedUpdate() >= last.update() ? 0 : 1;
    }

    private void printScores(String name, List<Metric> metrics, double[] scores, String verdict) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
        for (int i = 0; i < scores.length; i++) {
            Metric metric = metrics.get(i);
            line.append(String.format(Locale.ROOT, "  %s %.4g %s", metric.name(), scores[i], metric.unit()));
        }
        out.println(line + verdict);
    }

    @SuppressWarnings("SystemConsoleNull") // null still means that there is no console at all
    static boolean interactive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Letters that a line of the terminal has room for; any number where nobody watches, or where the system does not tell. */
    static int columns() {
        if (!interactive()) {
            return Integer.MAX_VALUE;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns > 0 ? columns : Integer.MAX_VALUE;
        } catch (IOException | NumberFormatException e) {
            return Integer.MAX_VALUE; // no such program, as on Windows
        }
    }

    /** Removes a shutdown hook. */
    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // Ctrl+C: the hook itself ended the training
        }
    }
}
