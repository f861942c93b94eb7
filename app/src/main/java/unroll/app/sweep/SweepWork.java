package unroll.app.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import unroll.app.fx.Latest;
import unroll.app.fx.Together;
import unroll.engine.record.Failures;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SweepQueue;
import unroll.engine.sweep.SweepSnapshot;

/** A sweep whose runs are being made: its queue, and the slots through which its news come to the window's thread. */
final class SweepWork {
    /** Numbers that change more often cannot be read, and would keep the cores from the runs. */
    private static final Duration BETWEEN_ROWS = Duration.ofMillis(300);

    /** The files' pictures are drawn on the window's thread; those that nobody waits for may wait. */
    private static final Duration BETWEEN_PICTURES = Duration.ofSeconds(10);

    /** Where the news of a sweep go, on the window's thread. */
    interface Listener {
        void changed(SweepWork work, SweepSnapshot snapshot);

        void reported(SweepWork work, Results results);

        void troubled(SweepWork work, String sentence);
    }

    private final SweepAtHand sweep;
    private final Executor window;
    private final Listener listener;
    private final SweepQueue queue;
    private final Together rows;
    private final Together drawing;
    private final Latest<SweepSnapshot> news;
    private final Latest<SweepSnapshot> reports;
    private final Latest<Report> pictures;
    private volatile long reported = -1;
    private volatile boolean quiet;

    /**
     * Looks at what is over; nothing runs before {@link #start}. On a thread that may wait.
     *
     * @param window the window's thread
     * @param work threads that may wait
     * @throws RuntimeException with a sentence where results cannot be read
     */
    SweepWork(
            SweepAtHand sweep,
            int jobs,
            Executor window,
            Executor work,
            ScheduledExecutorService clock,
            Listener listener) {
        this.sweep = sweep;
        this.window = window;
        this.listener = listener;
        rows = new Together(clock, BETWEEN_ROWS, window);
        drawing = new Together(clock, BETWEEN_PICTURES, work);
        news = new Latest<>(rows, snapshot -> listener.changed(this, snapshot));
        reports = new Latest<>(work, this::report);
        pictures = new Latest<>(drawing, this::draw);
        int cores = Runtime.getRuntime().availableProcessors();
        queue = new SweepQueue(sweep.sweep(), sweep.cells(), sweep.folder(), jobs, cores, work, this::tell);
    }

    SweepAtHand sweep() {
        return sweep;
    }

    /**
     * Begins.
     *
     * @throws RuntimeException with a sentence where the folder cannot be written, or another program makes its runs
     */
    void start() {
        queue.start();
    }

    /** Saves and leaves the runs, and returns when that is done; waits. */
    void leave() {
        queue.close();
        await();
    }

    /** Returns when no run is made any more; waits. */
    void await() {
        try {
            queue.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same for a window that is being closed: nobody looks any more. */
    void close() {
        quiet = true;
        leave();
    }

    private void tell(SweepSnapshot snapshot) {
        if (quiet) {
            return;
        }
        news.offer(snapshot);
        if (snapshot.over() != reported) {
            reported = snapshot.over();
            reports.offer(snapshot);
        }
        if (!snapshot.working()) {
            rows.hurry();
            drawing.hurry();
        }
    }

    /** One after the other, each of what is known when its turn comes. */
    private synchronized void report(SweepSnapshot due) {
        if (quiet) {
            return;
        }
        SweepSnapshot snapshot = queue.snapshot();
        Report report = Report.of(sweep.sweep(), snapshot);
        Results results = Results.of(report, snapshot);
        window.execute(() -> listener.reported(this, results));
        if (!results.pictures().isEmpty()) {
            pictures.offer(report);
            if (!snapshot.working()) {
                drawing.hurry();
            }
        }
    }

    private void draw(Report report) {
        try {
            new SweepPictures(window).draw(sweep.folder(), report);
        } catch (IOException | RuntimeException | Error e) {
            String why = Failures.sentence(e);
            window.execute(() -> listener.troubled(
                    this, "The pictures of the sweep could not be drawn: " + why + ". The runs themselves are kept."));
        }
    }
}
