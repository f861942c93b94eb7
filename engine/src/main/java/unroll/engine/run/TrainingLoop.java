package unroll.engine.run;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.TrainingSettings;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.probe.Prober;
import unroll.engine.record.Failures;
import unroll.engine.record.InnerLoop;
import unroll.engine.record.InnerWatch;

/**
 * Makes the updates of a run, tests and saves it, and reports in snapshots; between two updates it serves requests. Everything
 * happens on the thread that calls {@link #run}.
 */
final class TrainingLoop {
    /** At most so often does it report while it runs. */
    private static final long REPORT_EVERY = Duration.ofMillis(100).toNanos();

    /** After so long the run is saved: what a power cut may cost. */
    private static final long SAVE_EVERY = Duration.ofSeconds(3).toNanos();

    private static final System.Logger LOG = System.getLogger("unroll.run");

    private final Training training;
    private final Journal journal;
    private final Prober prober;
    private final Requests requests;
    private final Supplier<Experiment> experiment;
    private final Ending ending;
    private final Consumer<Snapshot> listener;
    private final Pace pace = new Pace(System::nanoTime);
    private final Stopwatch spent = new Stopwatch();
    private final Trouble trouble;
    private final LossAlarm alarm;
    private final InnerWatch watch;
    private State state = State.READY;
    private List<Reading> readings = List.of();
    private InnerLoop inner = InnerLoop.NONE;
    private long stopAt;
    private long lastSave;
    private long lastReport;

    /**
     * Does nothing before {@link #run}.
     *
     * @param experiment what is wanted now: the training's own, or one that it will soon go on with
     */
    TrainingLoop(
            Training training,
            Journal journal,
            Prober prober,
            Requests requests,
            Supplier<Experiment> experiment,
            Ending ending,
            Consumer<Snapshot> listener) {
        this.training = training;
        this.journal = journal;
        this.prober = prober;
        this.requests = requests;
        this.experiment = experiment;
        this.ending = ending;
        this.listener = listener;
        trouble = new Trouble(journal::folder, journal.notes());
        alarm = new LossAlarm(journal.curves(), training.measure().loss());
        watch = new InnerWatch(() -> !requests.urgent(), this::reportNowAndThen);
    }

    /** Before it runs: the run was trained for so many seconds before. */
    void resume(double seconds) {
        spent.restore(seconds);
        state = training.finished() ? State.FINISHED : State.PAUSED;
    }

    /** Serves requests, and makes updates while the run is to go on, until it is closed. */
    void run() {
        log("A run is open: " + training.describeBackend());
        try {
            report();
            while (state != State.CLOSED) {
                serve();
                if (state == State.RUNNING && pace.patience() == 0) {
                    advance();
                }
                prober.answer(training, state == State.RUNNING);
            }
        } catch (RuntimeException | Error e) {
            state = State.FAILED;
            LOG.log(Level.DEBUG, "A run stopped", e);
            trouble.stopped("The run stopped: "
                    + (e instanceof DeviceFailure failure
                            ? training.words(failure) + "."
                            : e instanceof VirtualMachineError ? Failures.sentence(e) : e + ".")
                    + " What was saved is in " + journal.folder().path() + ".");
            if (!(e instanceof DeviceFailure || e instanceof VirtualMachineError)) {
                throw e;
            }
        } finally {
            prober.close();
            training.close();
            journal.close();
            report();
        }
    }

    /** Says what a run was without its name, which a person gave it. */
    private void log(String what) {
        LOG.log(Level.DEBUG, () -> what + ", after update " + training.update());
    }

    /** Does what was requested; where nothing else is to do, waits for it. */
    private void serve() {
        try {
            long idle = state == State.RUNNING ? pace.patience() : Long.MAX_VALUE;
            requests.serve(Math.min(idle, prober.due() ? 20 : Long.MAX_VALUE));
        } catch (InterruptedException e) {
            state = State.CLOSED;
        }
    }

    // Requests

    /** Makes updates until so many are made in all. */
    void play(long until) {
        if (training.finished()) {
            rest(State.FINISHED);
            return;
        }
        trouble.over();
        if (!journal.begun()) {
            if (journal.curves().tests() == 0) {
                test();
            }
            save();
        }
        stopAt = until;
        state = State.RUNNING;
        pace.restart(training.update());
        lastSave = System.nanoTime();
        report();
    }

    /** The same for so many more. */
    void step(long updates) {
        play(training.update() + updates);
    }

    void limit(double updatesPerSecond) {
        pace.limit(updatesPerSecond);
    }

    void pause() {
        if (state == State.RUNNING) {
            rest(State.PAUSED);
        }
    }

    /** Goes on with other live settings; returns the experiment that these and what happened so far make together. */
    Experiment change(Experiment other) {
        Experiment both = training.experiment().followedBy(other, training.update());
        training.change(both);
        if (state == State.FINISHED && !training.finished()) {
            state = State.PAUSED;
        } else if (state == State.RUNNING && training.finished()) {
            state = State.FINISHED;
        }
        if (journal.begun()) {
            trouble.guard(() -> journal.save(both));
        }
        return both;
    }

    /** Saves the run; where that fails the reason is reported and the run goes on in memory. */
    void save() {
        trouble.guard(() -> journal.save(training, spent.seconds()));
        lastSave = System.nanoTime();
        report();
    }

    /** Saves the run if anything is new, and ends. */
    void close() {
        if (journal.begun()) {
            save();
        }
        state = State.CLOSED;
    }

    // Work

    private void advance() {
        spent.begin();
        watch.begin(training.update() + 1);
        Step step = training.advance(watch);
        if (step.stopped()) {
            spent.giveUp();
            return; // the request it was stopped for is served next
        }
        inner = watch.loop();
        readings = step.readings();
        if (!step.finite()) {
            spent.giveUp();
            notMade(step);
            return;
        }
        spent.end();
        double seconds = spent.seconds();
        long update = training.update();
        double loss = training.headline(step.loss());
        journal.add(update, seconds, loss, step, inner);
        alarm.add(update, loss);
        boolean enough = ending.spent(step, seconds);
        boolean reached = (enough || training.testDue()) && ending.reached(test());
        pace.count(update);
        prober.renew();
        if (training.finished()) {
            rest(State.FINISHED);
        } else if (enough || reached || update >= stopAt) {
            rest(State.PAUSED);
        } else if (journal.memorable(update) && !trouble.unsaved() || System.nanoTime() - lastSave >= SAVE_EVERY) {
            save();
        } else {
            reportNowAndThen();
        }
    }

    private void notMade(Step step) {
        trouble.stopped(step.obstacle()
                .map(why -> "Update " + (training.update() + 1) + " was not made: " + why)
                .orElseGet(() -> training.diagnose(step).sentence()));
        rest(State.DIVERGED);
    }

    private double[] test() {
        spent.begin();
        double[] scores = training.test();
        spent.end();
        journal.add(training.update(), spent.seconds(), scores);
        return scores;
    }

    /** Stops making updates and saves what there is. */
    private void rest(State next) {
        state = next;
        log("A run rests: " + next);
        save();
    }

    private void reportNowAndThen() {
        if (System.nanoTime() - lastReport >= REPORT_EVERY || pace.patience() > 0) {
            report();
        }
    }

    private Optional<String> words(Optional<String> exploded) {
        List<String> all = Stream.of(exploded.map(words -> words + training.testsCut()), trouble.words())
                .flatMap(Optional::stream)
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", all));
    }

    void report() {
        lastReport = System.nanoTime();
        TrainingSettings settings = experiment.get().training();
        long updates = settings.updates();
        double perSecond = state == State.RUNNING ? pace.perSecond() : 0;
        double underWay = spent.underWay();
        Optional<String> exploded = trouble.isStopped() ? Optional.empty() : alarm.words();
        Optional<Duration> left =
                state == State.RUNNING ? pace.left(updates - training.update(), underWay) : Optional.empty();
        listener.accept(new Snapshot(
                state,
                training.update(),
                updates,
                journal.curves(),
                spent.isUnderway() ? watch.loop() : inner,
                journal.diagnostics(),
                readings,
                perSecond * settings.batch(),
                Duration.ofMillis((long) (1000 * (spent.seconds() + underWay))),
                left,
                training.memory(),
                words(exploded),
                exploded.isPresent(),
                journal.history(),
                journal.savedUpdate(),
                journal.savedAt(),
                trouble.unsaved()));
    }
}
