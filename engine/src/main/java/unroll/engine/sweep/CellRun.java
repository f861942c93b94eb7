package unroll.engine.sweep;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.record.Failures;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;
import unroll.engine.setting.SettingsJson;

/** Runs one cell on so many threads to its end, or until somebody leaves it; then another can go on with it. */
final class CellRun {
    private final SweepCell cell;
    private final RunFolder folder;
    private final Stop stop;
    private final int threads;
    private final ObjDoubleConsumer<Snapshot> listener;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch rested = new CountDownLatch(1);
    private @Nullable Trainer trainer;
    private volatile @Nullable Snapshot last;

    /** Whether it was running once: before that, a run that is opened again is paused, too. For the trainer's thread alone. */
    private boolean ran;

    private boolean left;

    /** Set before the trainer's thread begins, and read there alone. */
    private @Nullable CellWatch counting;

    /** @param listener gets every snapshot with the minibatches so far, on the trainer's thread; it returns at once */
    CellRun(SweepCell cell, RunFolder folder, Stop stop, int threads, ObjDoubleConsumer<Snapshot> listener) {
        this.cell = cell;
        this.folder = folder;
        this.stop = stop;
        this.threads = threads;
        this.listener = listener;
    }

    SweepCell cell() {
        return cell;
    }

    /** How many threads share its batches. */
    int threads() {
        return threads;
    }

    /** Runs it and waits; empty where it was left before its end. */
    Optional<CellResult> run() {
        try {
            return attempt();
        } catch (FileException e) {
            return Optional.of(CellResult.failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) { // what the settings of this cell alone forbid, or a fault: the others go on
            return Optional.of(CellResult.failed(Failures.sentence(e)));
        } catch (OutOfMemoryError e) {
            return Optional.of(CellResult.failed("there is not enough memory; run fewer at a time"));
        }
    }

    private Optional<CellResult> attempt() {
        Experiment experiment = SettingsJson.with(cell.experiment(), "backend.threads", Integer.toString(threads));
        refuseAnother(experiment);
        CellWatch watch = new CellWatch(
                stop, experiment.task().open(), experiment.training().batch());
        counting = watch;
        try (Trainer opened = new Trainer(experiment, folder, watch, this::follow)) {
            boolean enough = watch.resume(folder.expenses());
            if (!begin(opened)) {
                return Optional.empty();
            }
            if (enough) {
                begun.await();
            } else {
                opened.play();
                rested.await();
            }
            Snapshot rest = last;
            return rest == null || rest.state() == State.CLOSED
                    ? Optional.empty()
                    : Optional.of(result(opened, watch, rest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private CellResult result(Trainer opened, CellWatch watch, Snapshot rest) {
        return rest.state() == State.FAILED
                ? CellResult.failed(rest.trouble().orElse("the run stopped"))
                : new CellJudge(opened, watch, stop).judge(rest);
    }

    /** A folder with other settings is somebody's work: nothing is written there. */
    private void refuseAnother(Experiment experiment) {
        if (folder.begun()) {
            Experiment there = SettingsJson.with(folder.experiment(), "backend.threads", Integer.toString(threads));
            if (!there.equals(experiment)) {
                throw new RunException(
                        folder.path(), "was begun with other settings; remove it or name another folder", null);
            }
        }
    }

    private synchronized boolean begin(Trainer opened) {
        trainer = opened;
        return !left;
    }

    /** Saves it and leaves it as it is; returns when that is done. */
    void leave() {
        Trainer opened;
        synchronized (this) {
            left = true;
            opened = trainer;
        }
        if (opened != null) {
            opened.close();
        }
    }

    private void follow(Snapshot snapshot) {
        CellWatch counted = counting;
        listener.accept(snapshot, counted == null ? 0 : counted.minibatches());
        if (rested.getCount() == 0) {
            return;
        }
        last = snapshot;
        begun.countDown();
        boolean over = switch (snapshot.state()) {
            case READY -> false;
            case RUNNING -> {
                ran = true;
                yield false;
            }
            case PAUSED, DIVERGED -> ran;
            case FINISHED, FAILED, CLOSED -> true;
        };
        if (over) {
            rested.countDown();
        }
    }
}
