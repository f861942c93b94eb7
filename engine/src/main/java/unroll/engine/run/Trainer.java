package unroll.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.FileException;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Prober;
import unroll.engine.probe.Subscription;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.sequence.Metric;
import unroll.engine.task.Task;

/**
 * Trains an experiment on a thread of its own: any thread may have it play, pause, step, change or save, and what happens is
 * reported in snapshots. It never waits for those who listen.
 */
public final class Trainer implements AutoCloseable {
    private final Training training;
    private final Journal journal;
    private final Prober prober;
    private final Requests requests = new Requests();
    private final TrainingLoop loop;
    private final Thread thread;
    private final String backend;
    private final long from;
    private final AtomicReference<Experiment> experiment;

    /**
     * Opens a run: from the folder's newest checkpoint if there is one, else from the start.
     *
     * @param experiment what to run
     * @param folder where it is kept; made when the first update is, for a new run under another name if this one was taken
     * @param listener gets a snapshot with every change of state, and now and then while it runs, on the trainer's thread; it
     *     returns at once
     * @throws RunException where the folder's checkpoints cannot be read
     * @throws unroll.engine.data.DataException where a file of the task cannot be used
     * @throws FileException where the first parameters are given by a file that cannot be used
     */
    public Trainer(Experiment experiment, RunFolder folder, Consumer<Snapshot> listener) {
        this(experiment, folder, Ending.NEVER, listener);
    }

    /**
     * The same for a run that may have done enough before all its updates are made: then it pauses.
     *
     * @param ending decides when
     */
    public Trainer(Experiment experiment, RunFolder folder, Ending ending, Consumer<Snapshot> listener) {
        this.experiment = new AtomicReference<>(experiment);
        Optional<Checkpoint> checkpoint = folder.checkpoint();
        training = new Training(experiment, SignatureFile.task(folder, experiment), checkpoint.isPresent());
        journal = open(folder, checkpoint);
        from = training.update();
        prober = new Prober(training.replica(), () -> requests.add(() -> {}));
        backend = training.describeBackend();
        loop = new TrainingLoop(training, journal, prober, requests, this::experiment, ending, listener);
        checkpoint.ifPresent(saved -> loop.resume(saved.seconds()));
        thread = Thread.ofPlatform().daemon().name("unroll-trainer").unstarted(loop::run);
        thread.start();
    }

    private Journal open(RunFolder folder, Optional<Checkpoint> checkpoint) {
        try {
            checkpoint.ifPresent(training::restore);
            return new Journal(folder, training, checkpoint);
        } catch (IllegalArgumentException e) {
            training.close();
            throw new RunException(folder.path(), String.valueOf(e.getMessage()), e);
        } catch (FileException e) {
            training.close();
            throw e;
        }
    }

    /** Trains on until paused or finished. */
    public void play() {
        requests.add(() -> loop.play(Long.MAX_VALUE));
    }

    /** Makes so many updates, then pauses. */
    public void step(long updates) {
        requests.add(() -> loop.step(updates));
    }

    /** From now on makes at most so many updates a second, that people can follow; infinity for as many as can be made. */
    public void limit(double updatesPerSecond) {
        requests.add(() -> loop.limit(updatesPerSecond));
    }

    /** Pauses after the update under way; one that takes long is given up, and made again when the run goes on. */
    public void pause() {
        requests.addUrgent(loop::pause);
    }

    /** Saves the run now. */
    public void save() {
        requests.add(loop::save);
    }

    /**
     * Goes on with other live settings from the next update on. Schedules that {@code other} changes at updates already
     * made keep what was used there, so that the experiment always describes what happened.
     *
     * @throws IllegalArgumentException where settings differ that are not live
     */
    public void change(Experiment other) {
        if (!experiment().differsOnlyLive(other)) {
            throw new IllegalArgumentException("only live settings can change while a run goes on");
        }
        experiment.set(other);
        requests.add(() -> {
            experiment.compareAndSet(other, loop.change(other)); // unless there has been yet another change
            loop.report();
        });
    }

    /**
     * Has a question answered again and again, while it runs about ten times a second, until the subscription is closed.
     *
     * @param receiver gets each answer on the prober's thread; it returns at once
     */
    public <A> Subscription watch(Probe<A> probe, Consumer<A> receiver) {
        return watch(probe, receiver, () -> true);
    }

    /**
     * The same for a receiver that is not always ready: while none is, nothing is computed, and the newest answer comes as
     * soon as one is.
     *
     * @param ready whether the receiver would use another answer now; called on the trainer's thread, returns at once
     */
    public <A> Subscription watch(Probe<A> probe, Consumer<A> receiver, BooleanSupplier ready) {
        Subscription subscription = prober.watch(probe, receiver, ready);
        requests.add(prober::renew);
        return subscription;
    }

    /**
     * Has all questions answered for the network as it was after an update that is remembered, until {@link #lookAtNow};
     * the training goes on all the same. Reads a file, so call it on a thread that may wait.
     *
     * @throws RunException where nothing is remembered of the update, or it cannot be read
     */
    public void lookBack(long update) {
        prober.lookAt(folder().remembered(update));
        requests.add(prober::renew);
    }

    /** Has all questions answered for the network in training again. */
    public void lookAtNow() {
        prober.lookAt(null);
        requests.add(prober::renew);
    }

    /** What the model must beat; takes a moment, so call it on a thread that may wait. */
    public List<BaselineScores> baselines() {
        return training.baselines();
    }

    /** The metrics of the curves' test scores, the headline first. */
    public List<Metric> metrics() {
        return training.metrics();
    }

    /** The experiment with the live changes made so far. */
    public Experiment experiment() {
        return experiment.get();
    }

    /** What computes, and why, for people. */
    public String backend() {
        return backend;
    }

    public Task task() {
        return training.task();
    }

    /** The update at which the run was opened. */
    public long from() {
        return from;
    }

    /** Where the run is kept; a new one may get another place when it is saved first. */
    public RunFolder folder() {
        return journal.folder();
    }

    /** Saves the run if anything is new, ends the thread, and returns when it has ended. */
    @Override
    public void close() {
        requests.addUrgent(loop::close);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
