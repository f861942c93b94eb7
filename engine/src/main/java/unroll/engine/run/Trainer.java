package unroll.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.TrainingSettings;
import unroll.engine.file.FileException;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Prober;
import unroll.engine.probe.Subscription;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.InnerWatch;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.sequence.Metric;
import unroll.engine.task.Task;

/**
 * Runs an experiment on a thread of its own: other threads ask it to play, pause, step, change or save, and it tells what
 * happened in snapshots. It never waits for those who listen.
 */
public final class Trainer implements AutoCloseable {
    /** At most so often are listeners told while it runs. */
    private static final long TELL_EVERY = Duration.ofMillis(100).toNanos();

    /** After so long the run is saved: what a power cut may cost. */
    private static final long SAVE_EVERY = Duration.ofSeconds(3).toNanos();

    private final RunFolder folder;
    private final Training training;
    private final Journal journal;
    private final Prober prober;
    private final Consumer<Snapshot> listener;
    private final Ending ending;
    private final Requests requests = new Requests();
    private final Pace pace = new Pace(System::nanoTime);
    private final Stopwatch spent = new Stopwatch();
    private final Trouble trouble;
    private final InnerWatch watch = new InnerWatch(() -> !requests.urgent(), this::tellNowAndThen);
    private final Thread thread;
    private final String backend;
    private final long from;
    private final AtomicReference<Experiment> experiment;
    private State state = State.READY;
    private List<Reading> readings = List.of();
    private InnerLoop inner = InnerLoop.NONE;
    private long stopAt;
    private long lastSave;
    private long lastTold;

    /**
     * Opens a run: from the folder's newest checkpoint if there is one, else from the start.
     *
     * @param experiment what to run
     * @param folder where it is kept; created when the first update is made
     * @param listener is told of every change of state, and now and then while it runs, on the trainer's thread; it
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
     * @param ending says when
     */
    public Trainer(Experiment experiment, RunFolder folder, Ending ending, Consumer<Snapshot> listener) {
        this.ending = ending;
        this.experiment = new AtomicReference<>(experiment);
        this.folder = folder;
        trouble = new Trouble(folder);
        this.listener = listener;
        Optional<Checkpoint> checkpoint = folder.checkpoint();
        training = new Training(experiment, checkpoint.isPresent());
        journal = open(checkpoint);
        from = training.update();
        prober = new Prober(training.replica(), () -> requests.add(() -> {}));
        backend = training.describeBackend();
        thread = Thread.ofPlatform().daemon().name("unroll-trainer").unstarted(this::live);
        thread.start();
    }

    private Journal open(Optional<Checkpoint> checkpoint) {
        try {
            if (checkpoint.isPresent()) {
                training.restore(checkpoint.get());
                spent.restore(checkpoint.get().seconds());
                state = training.finished() ? State.FINISHED : State.PAUSED;
            }
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
        requests.add(() -> start(Long.MAX_VALUE));
    }

    /** Makes so many updates, then pauses. */
    public void step(long updates) {
        requests.add(() -> start(training.update() + updates));
    }

    /** From now on makes at most so many updates a second, that people can follow; infinity for as many as can be made. */
    public void limit(double updatesPerSecond) {
        requests.add(() -> pace.limit(updatesPerSecond));
    }

    /** Pauses after the update under way; one that takes long is given up, and made again when the run goes on. */
    public void pause() {
        requests.addUrgent(() -> {
            if (state == State.RUNNING) {
                rest(State.PAUSED);
            }
        });
    }

    /** Saves the run now. */
    public void save() {
        requests.add(this::keep);
    }

    /**
     * Goes on with other live settings from the next update on. Schedules that {@code other} changes at updates already
     * made keep what was used there, so that the experiment always says what happened.
     *
     * @throws IllegalArgumentException where settings differ that are not live
     */
    public void change(Experiment other) {
        if (!experiment().differsOnlyLive(other)) {
            throw new IllegalArgumentException("only live settings can change while a run goes on");
        }
        experiment.set(other);
        requests.add(() -> adopt(other));
    }

    private void adopt(Experiment other) {
        Experiment told = training.experiment().followedBy(other, training.update());
        training.change(told);
        experiment.compareAndSet(other, told); // unless somebody asked for yet another
        if (state == State.FINISHED && !training.finished()) {
            state = State.PAUSED;
        } else if (state == State.RUNNING && training.finished()) {
            state = State.FINISHED;
        }
        if (journal.begun()) {
            trouble.guard(() -> journal.save(told));
        }
        tell();
    }

    /**
     * Asks a question again and again, while it runs about ten times a second, until the subscription is closed.
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
     * @param ready whether the receiver would use another answer now; asked on the trainer's thread, returns at once
     */
    public <A> Subscription watch(Probe<A> probe, Consumer<A> receiver, BooleanSupplier ready) {
        Subscription subscription = prober.watch(probe, receiver, ready);
        requests.add(prober::renew);
        return subscription;
    }

    /**
     * Has all questions answered for the network as it was after an update that is remembered, until {@link #lookAtNow};
     * the training goes on all the same. Reads a file, so ask on a thread that may wait.
     *
     * @throws RunException where nothing is remembered of the update, or it cannot be read
     */
    public void lookBack(long update) {
        prober.lookAt(folder.remembered(update));
        requests.add(prober::renew);
    }

    /** Has all questions answered for the network in training again. */
    public void lookAtNow() {
        prober.lookAt(null);
        requests.add(prober::renew);
    }

    /** What the model must beat; takes a moment, so ask it on a thread that may wait. */
    public List<BaselineScores> baselines() {
        return training.baselines();
    }

    /** The metrics of the curves' test scores, the headline first. */
    public List<Metric> metrics() {
        return training.task().metrics();
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

    public RunFolder folder() {
        return folder;
    }

    /** Saves the run if anything is new, ends the thread, and returns when it has ended. */
    @Override
    public void close() {
        requests.addUrgent(() -> {
            if (journal.begun()) {
                keep();
            }
            state = State.CLOSED;
        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            tell();
            while (state != State.CLOSED) {
                serve();
                if (state == State.RUNNING && pace.patience() == 0) {
                    advance();
                }
                prober.answer(training, state == State.RUNNING);
            }
        } catch (RuntimeException | Error e) {
            state = State.FAILED;
            trouble.stopped("The run stopped: "
                    + (e instanceof DeviceFailure failure ? training.words(failure) : e)
                    + ". What was saved is in " + folder.path() + ".");
            if (!(e instanceof DeviceFailure)) {
                throw e;
            }
        } finally {
            prober.close();
            training.close();
            journal.close();
            tell();
        }
    }

    /** Does what was asked; where nothing else is to do, waits for it. */
    private void serve() {
        try {
            long idle = state == State.RUNNING ? pace.patience() : Long.MAX_VALUE;
            requests.serve(Math.min(idle, prober.due() ? 20 : Long.MAX_VALUE));
        } catch (InterruptedException e) {
            state = State.CLOSED;
        }
    }

    private void start(long until) {
        if (training.finished()) {
            rest(State.FINISHED);
            return;
        }
        trouble.over();
        if (!journal.begun()) {
            if (journal.curves().tests() == 0) {
                test();
            }
            keep();
        }
        stopAt = until;
        state = State.RUNNING;
        pace.restart(training.update());
        lastSave = System.nanoTime();
        tell();
    }

    private void advance() {
        spent.begin();
        watch.begin(training.update() + 1);
        Step step = training.advance(watch);
        if (step.stopped()) {
            spent.giveUp();
            return; // whoever wanted that is served next
        }
        inner = watch.loop();
        readings = step.readings();
        if (!step.finite()) {
            spent.giveUp();
            trouble.stopped(step.obstacle()
                    .map(why -> "Update " + (training.update() + 1) + " was not made: " + why)
                    .orElseGet(() -> training.diagnose(step).sentence()));
            rest(State.DIVERGED);
            return;
        }
        spent.end();
        double seconds = spent.seconds();
        long update = training.update();
        journal.add(update, seconds, training.headline(step.loss()), step, inner);
        boolean enough = ending.spent(step, seconds);
        boolean reached = (enough || training.testDue()) && ending.reached(test());
        pace.count(update);
        prober.renew();
        if (training.finished()) {
            rest(State.FINISHED);
        } else if (enough || reached || update >= stopAt) {
            rest(State.PAUSED);
        } else {
            housekeep();
        }
    }

    private double[] test() {
        spent.begin();
        double[] scores = training.test();
        spent.end();
        journal.add(training.update(), spent.seconds(), scores);
        return scores;
    }

    private void housekeep() {
        if (System.nanoTime() - lastSave >= SAVE_EVERY) {
            keep();
        } else {
            tellNowAndThen();
        }
    }

    private void tellNowAndThen() {
        if (System.nanoTime() - lastTold >= TELL_EVERY || pace.patience() > 0) {
            tell();
        }
    }

    /** Stops making updates and saves what there is. */
    private void rest(State next) {
        state = next;
        keep();
    }

    /** Saves the run; where that fails the sentence is told and the run goes on in memory. */
    private void keep() {
        trouble.guard(() -> journal.save(training, spent.seconds()));
        lastSave = System.nanoTime();
        tell();
    }

    private void tell() {
        lastTold = System.nanoTime();
        TrainingSettings settings = experiment().training();
        long updates = settings.updates();
        double perSecond = state == State.RUNNING ? pace.perSecond() : 0;
        double underWay = spent.underWay();
        Optional<Duration> left =
                state == State.RUNNING ? pace.left(updates - training.update(), underWay) : Optional.empty();
        listener.accept(new Snapshot(
                state,
                training.update(),
                updates,
                journal.curves(),
                spent.isUnderway() ? watch.loop() : inner,
                journal.inside(),
                readings,
                perSecond * settings.batch(),
                Duration.ofMillis((long) (1000 * (spent.seconds() + underWay))),
                left,
                training.memory(),
                trouble.words(),
                journal.history(),
                journal.savedUpdate(),
                journal.savedAt()));
    }
}
