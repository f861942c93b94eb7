package unroll.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import unroll.app.fx.FxThread;
import unroll.app.sweep.SweepPictures;
import unroll.app.training.RunPictures;
import unroll.engine.record.Failures;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SweepFolder;

/** Draws the pictures of runs and sweeps with no display, by JavaFX' own headless platform. */
final class OffScreen {
    private final PrintStream out;
    private final PrintStream err;
    private boolean started;

    OffScreen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Draws the pictures into the run folder and prints where they are, or why there are none. */
    void draw(Trainer trainer, Snapshot snapshot) {
        try {
            start();
            new RunPictures(new FxThread()).draw(trainer, snapshot).forEach(file -> out.println("Picture: " + file));
        } catch (IOException | RuntimeException | Error e) {
            err.println(undrawn(e) + (snapshot.savedUpdate() == snapshot.update() ? " The run itself is kept." : ""));
        }
    }

    /** Draws the pictures of a sweep, or prints why there are none. */
    void draw(SweepFolder folder, Report report) {
        try {
            start();
            new SweepPictures(new FxThread()).draw(folder, report);
        } catch (IOException | RuntimeException | Error e) {
            err.println(undrawn(e) + " The runs themselves are kept.");
        }
    }

    /** That there are no pictures, and why: with one full stop, whether the reason has its own or not. */
    static String undrawn(Throwable failure) {
        String reason = Failures.sentence(failure);
        return "The pictures could not be drawn: " + reason + (reason.endsWith(".") ? "" : ".");
    }

    private void start() {
        if (started) {
            return;
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        started = true;
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
