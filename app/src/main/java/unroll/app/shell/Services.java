package unroll.app.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.util.Subscription;
import unroll.app.fx.Latest;
import unroll.app.kept.FormerPlace;
import unroll.app.kept.KeptFile;
import unroll.app.sound.SoundDevices;
import unroll.app.training.TrainingController;
import unroll.engine.file.FileException;
import unroll.engine.home.UserFolders;

/**
 * What the window is given: threads, clocks, seeds, folders, and dialogs.
 *
 * @param window the window's thread
 * @param work threads that may wait
 * @param clock does things later
 * @param now the time of day
 * @param freshSeed seeds for those who ask for new ones
 * @param folders where runs lie, and what the program keeps for itself
 * @param picker asks for files
 * @param reveal shows a file in the system's file manager
 * @param sound what music is heard and played by
 */
public record Services(
        Executor window,
        Executor work,
        ScheduledExecutorService clock,
        InstantSource now,
        LongSupplier freshSeed,
        UserFolders folders,
        FilePicker picker,
        Consumer<Path> reveal,
        SoundDevices sound) {

    TrainingController.Surroundings surroundings(Consumer<String> complain) {
        return new TrainingController.Surroundings(window, work, clock, now, freshSeed, runs(), complain);
    }

    /** Where runs are kept. */
    Path runs() {
        return folders.runs();
    }

    /** Where other documents of a person's are kept: beside the runs. */
    Path beside(String name) {
        return folders.documents(name);
    }

    /** A value that is kept from one start to the next; what an earlier version kept beside the runs is moved to where it belongs. */
    <T> KeptFile<T> kept(String name, KeptFile.Format<T> format, Consumer<String> complain) {
        Path file = folders.configuration().resolve(name);
        try {
            FormerPlace.leave(beside(name), file);
        } catch (FileException e) {
            window.execute(() -> complain.accept(String.valueOf(e.getMessage())));
        }
        return new KeptFile<>(file, format, work, window, complain);
    }

    /**
     * Where is kept what a crash must not take.
     *
     * @throws FileException where an earlier version kept it beside the runs, from where it cannot be moved
     */
    Path swap() {
        Path swap = folders.state().resolve("swap");
        FormerPlace.leave(beside("swap"), swap);
        return swap;
    }

    /** Where sweeps are kept that are opened from a file or the gallery: beside the runs. */
    Path sweeps() {
        return beside("sweeps");
    }

    /** Does {@code task} on the window's thread again and again until that is ended there; a window that is slow is not hurried. */
    Subscription every(long period, TimeUnit unit, Runnable task) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        Latest<Boolean> slot = new Latest<>(window, due -> {
            if (wanted.get()) {
                task.run();
            }
        });
        ScheduledFuture<?> ticking = clock.scheduleAtFixedRate(() -> slot.offer(true), 0, period, unit);
        return () -> {
            wanted.set(false);
            ticking.cancel(false);
        };
    }
}
