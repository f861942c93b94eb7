package unroll.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FolderLock;
import unroll.engine.optim.Step;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.Diagnostics;
import unroll.engine.record.InnerFile;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.InputFiles;
import unroll.engine.record.MetricsFile;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.record.TrainingCurves;
import unroll.engine.sequence.Metric;
import unroll.engine.task.Signature;

/**
 * Keeps a run on the disk while it goes on: metrics, the newest checkpoints, and a history of older ones. Nobody else can train the run
 * meanwhile.
 */
final class Journal implements AutoCloseable {
    /** A checkpoint is remembered each time the updates have grown by this much: as dense late as early on log axes. */
    private static final double REMEMBER_AFTER = 1.04;

    /** The first states are so many updates apart where these are quick: a past of a few thousand updates needs no thinning. */
    private static final int REMEMBER_AT_LEAST_AFTER = 10;

    private volatile RunFolder folder;
    private final MetricsFile metrics;
    private final InnerFile inner;
    private final TrainingCurves curves;
    private final Diagnostics diagnostics;
    private final Signature signature;
    private final List<String> notes = new ArrayList<>();
    private Optional<Experiment> saved = Optional.empty();
    private @Nullable FolderLock lock;
    private boolean begun;
    private long savedUpdate = -1;
    private long savedAt;
    private long remembered = -1;
    private List<Long> history = List.of();

    /**
     * Continues the folder's run where {@code training} stands, or waits for a new one to begin.
     *
     * @throws unroll.engine.file.FileException where somebody else trains the run, or it cannot be read
     */
    Journal(RunFolder folder, Training training, Optional<Checkpoint> from) {
        this.folder = folder;
        signature = training.task();
        if (from.isPresent()) {
            lock = taken(folder); // before anything beyond the checkpoint is cut off
        }
        try {
            List<Metric> scores = training.metrics();
            diagnostics = new Diagnostics(training.gauges());
            curves = MetricsFile.cut(folder.metrics(), training.update(), scores, diagnostics, notes::add);
            metrics = new MetricsFile(scores, training.gauges());
            InnerFile.cut(folder.inner(), training.update(), diagnostics, notes::add);
            inner = new InnerFile(diagnostics);
            if (from.isPresent()) {
                begun = true;
                history = folder.history();
                savedUpdate = from.get().update();
                remembered = newest(folder, savedUpdate);
                savedAt = folder.changed().toEpochMilli();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static FolderLock taken(RunFolder folder) {
        return FolderLock.take(
                folder.path(), "is being trained in another window or by another program; close it there first");
    }

    /** Adds an update to metrics and curves, and what was inside it. */
    void add(long update, double seconds, double train, Step step, InnerLoop loop) {
        if (curves.size() == 0 || curves.update(curves.size() - 1) < update) {
            curves.addTrain(
                    update, train, seconds, step.evaluations()); // an update made anew begins with the same parameters
        }
        metrics.add(update, seconds, train, step);
        diagnostics.add(update, step.readings());
        inner.add(loop);
    }

    /** Adds a test to metrics and curves. */
    void add(long update, double seconds, double[] scores) {
        curves.addTest(update, scores);
        metrics.add(update, seconds, scores);
    }

    /** Whether the updates have grown so much since a state was remembered that this one cannot wait until somebody saves it. */
    boolean memorable(long update) {
        return update >= remembered + REMEMBER_AT_LEAST_AFTER
                && (double) update >= (double) remembered * REMEMBER_AFTER;
    }

    /**
     * Writes everything that is not on the disk yet.
     *
     * @throws RunException where there is no room or no right; what was saved before is there, and saving again goes on
     */
    void save(Training training, double seconds) {
        save(training.experiment());
        metrics.flush(folder.metrics());
        inner.flush(folder.inner());
        long update = training.update();
        if (update == savedUpdate) {
            return;
        }
        Checkpoint checkpoint = training.checkpoint(seconds);
        folder.save(checkpoint);
        savedUpdate = update;
        savedAt = System.currentTimeMillis();
        remembered = remembered > update ? newest(folder, update) : remembered; // updates were taken back
        if (update == 0 || update >= remembered * REMEMBER_AFTER || training.finished()) {
            folder.remember(checkpoint);
            remembered = update;
        }
        history = folder.history();
    }

    /**
     * Writes the experiment if it is another than is on the disk.
     *
     * @throws RunException where there is no room or no right; it is tried again with the next save
     */
    void save(Experiment experiment) {
        if (lock == null) { // before the first byte
            folder = folder.make(experiment);
            lock = taken(folder);
        }
        lock.requireInPlace();
        if (!saved.equals(Optional.of(experiment))) {
            if (!begun) {
                InputFiles.keep(folder, experiment);
            }
            SignatureFile.keep(folder, experiment, signature);
            folder.save(experiment);
            saved = Optional.of(experiment);
            begun = true;
        }
    }

    /** Leaves the run to others. */
    @Override
    public void close() {
        FolderLock mine = lock;
        if (mine != null) {
            lock = null;
            mine.close();
        }
    }

    /** The last update up to {@code update} whose checkpoint is remembered; -1 if there is none. */
    private static long newest(RunFolder folder, long update) {
        return folder.history().stream().filter(kept -> kept <= update).reduce(-1L, Math::max);
    }

    /** Where the run is kept; a new one may get another place when it is saved first. */
    RunFolder folder() {
        return folder;
    }

    /** Sentences about files of the run that could not be read whole when it was opened. */
    List<String> notes() {
        return notes;
    }

    /** Whether the run is on the disk, if only its beginning. */
    boolean begun() {
        return begun;
    }

    TrainingCurves curves() {
        return curves;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** The updates whose checkpoints are remembered, ascending. */
    List<Long> history() {
        return history;
    }

    /** The update of the newest checkpoint; -1 before the first. */
    long savedUpdate() {
        return savedUpdate;
    }

    /** When it was written, in milliseconds since 1970. */
    long savedAt() {
        return savedAt;
    }
}
