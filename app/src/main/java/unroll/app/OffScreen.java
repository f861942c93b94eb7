package unroll.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import unroll.app.fx.FxThread;
import unroll.app.training.RunPictures;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;

/** Draws the pictures of a run with no display, by JavaFX' own headless platform. */
final class OffScreen {
    private final PrintStream out;
    private final PrintStream err;

    OffScreen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Draws the pictures into the run folder and says where they are, or why there are none. */
    void draw(Trainer trainer, Snapshot snapshot) {
        try {
            start();
            new RunPictures(new FxThread()).draw(trainer, snapshot).forEach(file -> out.println("Picture: " + file));
        } catch (IOException | RuntimeException | LinkageError e) {
            err.println("The pictures could not be drawn: " + e.getMessage() + ". The run itself is kept.");
        }
    }

    private static void start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            started.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
