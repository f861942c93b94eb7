package unroll.engine.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.FirstParameters;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.InputFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.sequence.Metric;

/** Trains an experiment in the terminal to its end; Ctrl+C saves it first. */
public final class Terminal {
    private final PrintStream out;
    private final BiConsumer<Trainer, Snapshot> whenDone;

    /**
     * @param out where progress is told
     * @param whenDone gets the trainer and where it stands when the run rests, before it is closed: to draw its
     *     pictures
     */
    public Terminal(PrintStream out, BiConsumer<Trainer, Snapshot> whenDone) {
        this.out = out;
        this.whenDone = whenDone;
    }

    /** Trains until the experiment is finished; 0 if it is, 1 if it stopped before. */
    public int train(Experiment experiment, RunFolder folder) {
        AtomicReference<@Nullable Snapshot> last = new AtomicReference<>();
        AtomicReference<@Nullable ProgressBar> bar = new AtomicReference<>();
        AtomicBoolean started = new AtomicBoolean();
        CountDownLatch rested = new CountDownLatch(1);
        Trainer trainer = new Trainer(experiment, folder, snapshot -> {
            last.set(snapshot);
            ProgressBar shown = bar.get();
            if (shown != null && rested.getCount() > 0) {
                shown.show(snapshot);
            }
            switch (snapshot.state()) {
                case READY -> {}
                case RUNNING -> started.set(true);
                case PAUSED -> {
                    if (started.get()) { // a resumed run is paused before it plays, too
                        rested.countDown();
                    }
                }
                case FINISHED, DIVERGED -> {
                    if (shown != null) { // a run that is resumed at its end is told so once more when it plays
                        rested.countDown();
                    }
                }
                case FAILED, CLOSED -> rested.countDown();
            }
        });
        out.println(experiment.name() + " · " + trainer.backend());
        out.println("Run folder: " + folder.path());
        InputFiles.changed(folder, experiment).forEach(out::println);
        if (folder.history().isEmpty()) {
            FirstParameters.outlook(experiment).lines().forEach(out::println);
        }
        tell(trainer.metrics(), trainer.baselines());
        bar.set(new ProgressBar(out, interactive(), trainer.metrics().getFirst()));
        Thread saving = new Thread(trainer::close, "unroll-save");
        Runtime.getRuntime().addShutdownHook(saving);
        trainer.play();
        await(rested);
        Snapshot rest = last.get();
        if (rest != null) {
            whenDone.accept(trainer, rest);
        }
        trainer.close();
        forget(saving);
        return report(trainer, last.get());
    }

    private void tell(List<Metric> metrics, List<BaselineScores> baselines) {
        for (BaselineScores baseline : baselines) {
            out.println(String.format(Locale.ROOT, "%-12s", baseline.name()) + scores(metrics, baseline.scores()));
        }
    }

    private int report(Trainer trainer, @Nullable Snapshot last) {
        List<Metric> metrics = trainer.metrics();
        if (last == null) {
            return 1;
        }
        last.trouble().ifPresent(out::println);
        int tests = last.curves().tests();
        if (tests > 0) {
            double[] scores = new double[metrics.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = last.curves().test(tests - 1, i);
            }
            out.println(String.format(Locale.ROOT, "%-12s", "this network")
                    + scores(metrics, scores)
                    + (trainer.task().solved(scores) ? "  solved" : ""));
        }
        return last.update() >= last.updates() ? 0 : 1;
    }

    private static String scores(List<Metric> metrics, double[] scores) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < scores.length; i++) {
            Metric metric = metrics.get(i);
            text.append(String.format(Locale.ROOT, "  %s %.4g %s", metric.name(), scores[i], metric.unit()));
        }
        return text.toString();
    }

    @SuppressWarnings("SystemConsoleNull") // null still means that there is no console at all
    static boolean interactive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Removes a shutdown hook. */
    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // Ctrl+C: the hook itself ended the training
        }
    }

    private static void await(CountDownLatch rested) {
        try {
            rested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
