package unroll.app.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import unroll.app.fx.Latest;
import unroll.app.kept.KeptFile;
import unroll.app.training.TrainingController;

/**
 * What the window is given: threads, clocks, seeds, the folder of the runs, and dialogs.
 *
 * @param window the window's thread
 * @param work threads that may wait
 * @param clock does things later
 * @param now the time of day
 * @param freshSeed seeds for those who ask for new ones
 * @param runs where runs are kept
 * @param picker asks for files
 * @param reveal shows a file in the system's file manager
 */
public record Services(
        Executor window,
        Executor work,
        ScheduledExecutorService clock,
        InstantSource now,
        LongSupplier freshSeed,
        Path runs,
        FilePicker picker,
        Consumer<Path> reveal) {

    TrainingController.Surroundings surroundings(Consumer<String> complain) {
        return new TrainingController.Surroundings(window, work, clock, now, freshSeed, runs, complain);
    }

    /** What is kept beside the runs. */
    Path beside(String name) {
        return runs.resolveSibling(name);
    }

    /** A value that is kept beside the runs. */
    <T> KeptFile<T> kept(String name, KeptFile.Format<T> format, Consumer<String> complain) {
        return new KeptFile<>(beside(name), format, work, window, complain);
    }

    /** Where sweeps are kept that are opened from a file or the gallery: beside the runs. */
    Path sweeps() {
        return beside("sweeps");
    }

    /** Does {@code task} on the window's thread again and again; a window that is slow is not hurried. */
    void every(long period, TimeUnit unit, Runnable task) {
        Latest<Boolean> slot = new Latest<>(window, due -> task.run());
        ScheduledFuture<?> ticking = clock.scheduleAtFixedRate(() -> slot.offer(true), 0, period, unit);
        assert !ticking.isCancelled();
    }
}
