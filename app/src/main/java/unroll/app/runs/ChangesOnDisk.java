package unroll.app.runs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.archive.Bin;
import unroll.engine.archive.PinnedRun;
import unroll.engine.record.Failures;
import unroll.engine.record.Remarks;
import unroll.engine.record.RunFolder;

/** Carries out on the disk what a person changed of the runs, step after step, on a thread that may wait. */
final class ChangesOnDisk {
    private final Path runs;
    private final Bin bin;
    private final Executor work;
    private final Consumer<String> complain;
    private final Map<String, Path> binned = new HashMap<>();
    private final Map<String, Remarks> written = new HashMap<>();
    private RunChanges wanted = RunChanges.EMPTY;

    /** @param complain receives what could not be done, on a thread of {@code work} */
    ChangesOnDisk(Path runs, Executor work, Consumer<String> complain) {
        this.runs = runs;
        this.work = work;
        this.complain = complain;
        bin = Bin.beside(runs);
    }

    /** Sets what the disk shall agree with; {@link #agree} makes it so. */
    synchronized void want(RunChanges shelf) {
        wanted = shelf;
    }

    /** Remembers what was written about a run before that was changed here. */
    synchronized void begin(String run, Remarks before) {
        written.putIfAbsent(run, before);
    }

    /**
     * Does what is wanted of a run by then, whatever was wanted before; {@code then} follows.
     *
     * @param then receives whether it could be done, on a thread of {@code work}
     */
    void agree(String run, Consumer<Boolean> then) {
        work.execute(() -> then.accept(attempt(() -> move(run)) && attempt(() -> write(run))));
    }

    /** The same for the baseline. */
    void agreeOnBaseline() {
        work.execute(() -> attempt(() -> {
            if (!PinnedRun.of(runs).equals(wanted.baseline())) {
                PinnedRun.keep(runs, wanted.baseline());
            }
        }));
    }

    /** Writes all remarks now, for a window that is being closed. */
    synchronized void close() {
        Set.copyOf(wanted.remarks().keySet()).forEach(run -> attempt(() -> write(run)));
    }

    private boolean attempt(Runnable step) {
        try {
            synchronized (this) {
                step.run();
            }
            return true;
        } catch (RuntimeException | Error e) {
            complain.accept(Failures.sentence(e));
            return false;
        }
    }

    private void move(String run) {
        Path place = runs.resolve(run);
        @Nullable Path there = binned.get(run);
        if (wanted.binned().contains(run) && there == null) {
            binned.put(run, bin.put(place));
        } else if (!wanted.binned().contains(run) && there != null) {
            bin.back(there, place);
            binned.remove(run);
        }
    }

    private void write(String run) {
        @Nullable Remarks before = written.get(run);
        if (before == null || binned.containsKey(run)) {
            return;
        }
        Remarks now = Optional.ofNullable(wanted.remarks().get(run)).orElse(before);
        RunFolder folder = RunFolder.at(runs.resolve(run));
        if (!folder.remarks().equals(now)) {
            folder.remark(now);
        }
    }
}
