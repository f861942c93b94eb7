package unroll.engine.sweep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.file.FileException;
import unroll.engine.file.FolderLock;
import unroll.engine.run.Snapshot;

/**
 * Runs a sweep: some of its runs side by side, sharing the cores, the next as soon as one is over. What is over is passed over,
 * what was begun goes on; a run that fails does not hold up the others. Only the runs that train are open.
 */
public final class SweepQueue implements AutoCloseable {
    private final Sweep sweep;
    private final SweepFolder folder;
    private final int jobs;
    private final int cores;
    private final Executor executor;
    private final Consumer<SweepSnapshot> listener;
    private final Map<SweepCell, CellProgress> progress = new LinkedHashMap<>();
    private final Deque<SweepCell> waiting = new ArrayDeque<>();
    private final Map<SweepCell, CellRun> running = new LinkedHashMap<>();
    private final CountDownLatch idle;
    private Optional<String> trouble = Optional.empty();
    private boolean closed;
    private @Nullable FolderLock lock;

    /** How many jobs still work. */
    private int busy;

    /**
     * Looks at what is over already; nothing runs before {@link #start}.
     *
     * @param cells of the sweep
     * @param jobs how many runs to make side by side
     * @param cores that they share
     * @param executor with at least so many threads as jobs
     * @param listener gets a snapshot with every change, and now and then while something runs, on any thread; it returns at once
     * @throws unroll.engine.record.RunException where a result in the folder cannot be read
     */
    public SweepQueue(
            Sweep sweep,
            List<SweepCell> cells,
            SweepFolder folder,
            int jobs,
            int cores,
            Executor executor,
            Consumer<SweepSnapshot> listener) {
        if (jobs < 1 || cores < 1) {
            throw new IllegalArgumentException("a sweep needs at least one run at a time and one core");
        }
        this.sweep = sweep;
        this.folder = folder;
        this.jobs = jobs;
        this.cores = cores;
        this.executor = executor;
        this.listener = listener;
        for (SweepCell cell : cells) {
            CellProgress standing = standing(folder, cell);
            progress.put(cell, standing);
            if (standing instanceof CellProgress.Waiting) {
                waiting.add(cell);
            }
        }
        idle = new CountDownLatch(jobs);
        busy = jobs;
    }

    /**
     * Where a sweep stands while nobody makes its runs.
     *
     * @throws unroll.engine.record.RunException where a result in the folder cannot be read
     */
    public static SweepSnapshot resting(List<SweepCell> cells, SweepFolder folder) {
        List<SweepSnapshot.Run> runs = cells.stream()
                .map(cell -> new SweepSnapshot.Run(cell, standing(folder, cell)))
                .toList();
        return new SweepSnapshot(runs, false, Optional.empty(), Optional.empty());
    }

    private static CellProgress standing(SweepFolder folder, SweepCell cell) {
        return folder.result(cell)
                .<CellProgress>map(CellProgress.Over::new)
                .orElseGet(() -> new CellProgress.Waiting(folder.spent(cell)));
    }

    /**
     * Begins.
     *
     * @throws FileException where the folder cannot be written, holds another sweep, or somebody else makes its runs
     */
    public void start() {
        try {
            take();
        } catch (RuntimeException e) {
            for (int i = 0; i < jobs; i++) {
                rest(); // nobody waits for what never began
            }
            throw e;
        }
        report();
        tell();
        for (int i = 0; i < jobs; i++) {
            executor.execute(this::work);
        }
    }

    private synchronized void take() {
        lock = folder.lock();
        folder.begin(sweep);
    }

    /** Waits until everything is over, or was left; for ever before it was started. */
    public void await() throws InterruptedException {
        idle.await();
    }

    /** Where it stands. */
    public synchronized SweepSnapshot snapshot() {
        List<SweepSnapshot.Run> runs = new ArrayList<>();
        progress.forEach((cell, how) -> runs.add(new SweepSnapshot.Run(cell, how)));
        boolean working = idle.getCount() > 0;
        return new SweepSnapshot(
                runs, working, working && !closed ? SweepSnapshot.left(runs, jobs) : Optional.empty(), trouble);
    }

    /** Saves the runs and leaves them, and returns when that is done; a second call does nothing. In a new queue they go on. */
    @Override
    public void close() {
        List<CellRun> open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = List.copyOf(running.values());
        }
        open.forEach(CellRun::leave);
    }

    /** One run after the other until none waits. */
    private void work() {
        try {
            for (Optional<CellRun> run = next(); run.isPresent(); run = next()) {
                tell(); // that it is being opened
                SweepCell cell = run.get().cell();
                Optional<CellResult> result = run.get().run();
                finished(cell, result);
            }
        } finally {
            rest();
            tell();
            spread();
        }
    }

    /** Nobody else may begin before the last has written all it will. */
    private synchronized void rest() {
        busy--;
        if (busy == 0 && lock != null) {
            lock.close();
        }
        idle.countDown();
    }

    /** The next run that waits, opened with its share of the cores. */
    private synchronized Optional<CellRun> next() {
        SweepCell cell = closed ? null : waiting.poll();
        if (cell == null) {
            return Optional.empty();
        }
        int threads = Math.max(1, cores / Math.min(jobs, running.size() + waiting.size() + 1));
        CellRun run = new CellRun(
                cell,
                folder.run(cell),
                sweep.stop(),
                threads,
                (snapshot, minibatches) -> progressed(cell, snapshot, minibatches));
        running.put(cell, run);
        progress.put(cell, new CellProgress.Running(threads, Optional.empty(), 0));
        return Optional.of(run);
    }

    /** The last run gets all cores: it is left, and whoever left it goes on with it. */
    private void spread() {
        CellRun last;
        synchronized (this) {
            if (closed || !waiting.isEmpty() || running.size() != 1) {
                return;
            }
            last = running.values().iterator().next();
        }
        if (last.threads() < cores) {
            last.leave();
        }
    }

    private void progressed(SweepCell cell, Snapshot snapshot, double minibatches) {
        synchronized (this) {
            if (progress.get(cell) instanceof CellProgress.Running running) {
                progress.put(cell, new CellProgress.Running(running.threads(), Optional.of(snapshot), minibatches));
            }
        }
        tell();
    }

    private void finished(SweepCell cell, Optional<CellResult> result) {
        Optional<CellResult> kept = result.map(judged -> kept(cell, judged));
        synchronized (this) {
            running.remove(cell);
            progress.put(
                    cell,
                    kept.<CellProgress>map(CellProgress.Over::new)
                            .orElseGet(() -> new CellProgress.Waiting(folder.spent(cell))));
            if (kept.isEmpty()) {
                waiting.addFirst(cell);
            }
        }
        if (kept.isPresent()) {
            report();
        }
        tell();
    }

    private CellResult kept(SweepCell cell, CellResult result) {
        try {
            if (result.outcome().counts()) {
                folder.keep(cell, result);
            }
            return result;
        } catch (FileException e) {
            return CellResult.failed(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void report() {
        try {
            folder.keep(Report.of(sweep, snapshot()));
            trouble = Optional.empty();
        } catch (FileException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void tell() {
        listener.accept(snapshot());
    }
}
