package unroll.app.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Numbers;
import unroll.app.edit.History;
import unroll.app.export.Past;
import unroll.app.kept.EditLog;
import unroll.app.sheet.SettingEdit;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.Seeds;
import unroll.engine.model.Plan;
import unroll.engine.record.Failures;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.setting.Schema;

/** Drives the trainer of the run that is open, on the window's thread. */
public final class TrainingController implements RunSession.Listener {
    /** What a controller needs from outside. */
    public record Surroundings(
            Executor window,
            Executor work,
            ScheduledExecutorService clock,
            InstantSource now,
            LongSupplier freshSeed,
            Path runs,
            Consumer<String> complain) {}

    private final TrainingModel model;
    private final Surroundings around;
    private final Narrator narrator;
    private final RunPresenter showing;
    private final StepAnimation filming;
    private final AsyncSpectra foresight;
    private final TimeMachine machine;
    private final Questions questions;
    private final Rescue rescue;
    private final History<Experiment> history;
    private @Nullable RunSession session;

    /** Whether the curves are seen, for the threads that make them. */
    private volatile boolean charted = true;

    /** What waits until the run that is being opened is open. */
    private Runnable onceOpened = () -> {};

    public TrainingController(TrainingModel model, History<Experiment> history, Surroundings around) {
        this.model = model;
        this.history = history;
        this.around = around;
        narrator = new Narrator(model.status(), around.now());
        showing = new RunPresenter(model, narrator, around.complain());
        filming = new StepAnimation(model);
        foresight = new AsyncSpectra(model.outlookProperty(), around.work(), around.window());
        machine = new TimeMachine(model, this::trainer, around.work(), around.window(), this::complain);
        history.valueProperty().subscribe((before, after) -> settingsChanged());
        questions = new Questions(model, showing);
        rescue = new Rescue(model, this::trainer, this::edit, this::branch);
        model.tempoProperty().subscribe(tempo -> with(trainer -> trainer.limit(tempo.updatesPerSecond())));
        model.lossSeenProperty().subscribe(seen -> {
            charted = seen;
            if (seen && session != null) {
                session.repeat();
            }
        });
    }

    // Commands

    /** Opens a new run of an experiment; nothing is written before its first update. */
    public void open(Experiment experiment) {
        open(experiment, RunFolder.planned(around.runs(), experiment), history::restart);
    }

    /** Opens a run where it was left. */
    public void open(RunFolder folder) {
        open(folder, () -> {});
    }

    /** @param then done once it is open, on the window's thread */
    private void open(RunFolder folder, Runnable then) {
        around.work().execute(() -> {
            try {
                RunFolder run = Cardless.usable(folder, around.runs(), this::say);
                Experiment experiment = run.experiment();
                around.window().execute(() -> {
                    if (!model.openingProperty().get()) {
                        once(() -> trainer() // of another folder if this could not be opened, which is said
                                .filter(open -> open.folder().path().equals(run.path()))
                                .ifPresent(open -> then.run()));
                        open(experiment, run, history::restart);
                    }
                });
            } catch (RuntimeException e) {
                complain(e);
            }
        });
    }

    /** Opens a run with edits that were made before; one of which nothing was saved begins anew with what they led to. */
    public void open(EditLog left) {
        around.work().execute(() -> {
            try {
                RunFolder there = RunFolder.at(Path.of(left.run()));
                Experiment experiment = there.begun() ? there.experiment() : left.value();
                RunFolder folder = there.begun() ? there : RunFolder.planned(around.runs(), experiment);
                around.window()
                        .execute(() -> open(experiment, folder, opened -> history.resume(left.edits(), left.done())));
            } catch (RuntimeException e) {
                complain(e);
            }
        });
    }

    /** Trains, or pauses if it trains. */
    public void playOrPause() {
        with(trainer -> {
            if (model.runningProperty().get()) {
                trainer.pause();
            } else {
                trainer.play();
            }
        });
    }

    /** Makes so many updates. */
    public void step(long updates) {
        with(trainer -> trainer.step(updates));
    }

    /** Begins anew with the settings that are shown; the run so far stays in its folder. */
    public void reset() {
        Experiment experiment = history.valueProperty().get();
        if (session != null && experiment.model().faults().isEmpty()) {
            open(experiment, RunFolder.planned(around.runs(), experiment), same -> {});
        }
    }

    /** Begins anew with other seeds. */
    public void reseed() {
        if (session != null) {
            LongSupplier fresh = around.freshSeed();
            Seeds seeds = new Seeds(fresh.getAsLong(), fresh.getAsLong(), fresh.getAsLong());
            Experiment now = history.valueProperty().get();
            boolean begun = model.updateProperty().get() > 0;
            history.apply(
                    "Seeds " + words(now.seeds()) + " \u2192 " + words(seeds),
                    Schema.of(Experiment.class).with(now, "seeds", seeds));
            if (begun) {
                reset();
            }
        }
    }

    private static String words(Seeds seeds) {
        return seeds.data() + " \u00b7 " + seeds.initialisation() + " \u00b7 " + seeds.sampling();
    }

    /** Moves the views back in training time. */
    public TimeMachine timeMachine() {
        return machine;
    }

    /** What can be done about a run whose numbers ended. */
    public Rescue rescue() {
        return rescue;
    }

    /** The remembered states of the run that is open, for films of them. */
    public Past past() {
        return new RunPast(model, this::trainer);
    }

    /** The experiment of the run that is open, with the live changes made so far. */
    public Optional<Experiment> experiment() {
        return trainer().map(Trainer::experiment);
    }

    /** The settings that are shown, with what waits for a reset; empty while no run is open. */
    public Optional<Experiment> settings() {
        return Optional.ofNullable(session).map(open -> history.valueProperty().get());
    }

    /** Begins a second run at the update that is seen, with the settings that are shown; this one stays in its folder. */
    public void branch() {
        branch(machine.seen(), history.valueProperty().get(), () -> {});
    }

    private void branch(long update, Experiment settings, Runnable then) {
        if (session == null || model.openingProperty().get()) {
            return;
        }
        machine.branch(
                update,
                settings,
                around.runs(),
                branch -> open(branch.folder(), () -> {
                    if (!branch.carried()) {
                        around.complain()
                                .accept("The branch goes on from update " + Numbers.whole(update)
                                        + " with an optimiser that begins anew: it cannot go on with what the"
                                        + " one before carried.");
                    }
                    then.run();
                }));
    }

    /** Saves the run now. */
    public void save() {
        with(Trainer::save);
    }

    /** Takes an edit of the property sheet; a schedule that is changed while the run goes on changes from now on. */
    public void edit(SettingEdit<Experiment> edit) {
        long update = model.updateProperty().get();
        Experiment used = session == null ? edit.after() : session.trainer().experiment();
        history.apply(
                edit.name(),
                used.differsOnlyLive(edit.after()) ? LiveChange.from(update, used, edit.after()) : edit.after());
    }

    /** Says whether the live views are seen; while they are not, nobody asks the network and nothing moves. */
    public void look(boolean seen) {
        filming.show(seen);
        showing.look(seen);
        questions.look(seen);
    }

    /** Renews what changes with the time of day. */
    public void tick() {
        narrator.tick();
    }

    /** Saves and closes the run, and waits for it. */
    public void close() {
        if (session != null) {
            questions.ask(null);
            session.close();
            session = null;
        }
    }

    /** Saves and closes the run that is open or being opened, if it is kept in such a folder, and then does what follows. */
    public void letGo(Predicate<Path> folder, Runnable then) {
        if (model.openingProperty().get()) {
            once(() -> letGo(folder, then));
            return;
        }
        RunSession mine = session;
        if (mine == null || !folder.test(mine.trainer().folder().path())) {
            then.run();
            return;
        }
        session = null;
        questions.ask(null);
        showing.forget();
        around.work().execute(() -> {
            mine.close();
            around.window().execute(then);
        });
    }

    // How runs come and go

    private Optional<Trainer> trainer() {
        return Optional.ofNullable(session).map(RunSession::trainer);
    }

    private void once(Runnable then) {
        Runnable before = onceOpened;
        onceOpened = () -> {
            before.run();
            then.run();
        };
    }

    private void opened() {
        Runnable waiting = onceOpened;
        onceOpened = () -> {};
        waiting.run();
    }

    private void with(Consumer<Trainer> action) {
        if (session != null && !model.openingProperty().get()) {
            action.accept(session.trainer());
        }
    }

    /** @param edits says what becomes of the edits, once the run is open */
    private void open(Experiment experiment, RunFolder folder, Consumer<Experiment> edits) {
        if (model.openingProperty().get()) {
            return;
        }
        model.openingProperty().set(true);
        RunSession before = session;
        if (before != null) {
            questions.ask(null);
            before.trainer().pause();
        }
        around.work().execute(() -> {
            try {
                RunSession next =
                        new RunSession(experiment, folder, around.window(), around.clock(), () -> charted, this);
                around.window().execute(() -> attach(next, edits));
                if (before != null) {
                    before.close();
                }
                next.compare();
            } catch (RuntimeException e) {
                complain(e);
                around.window().execute(() -> {
                    model.openingProperty().set(false);
                    questions.ask(session);
                    opened();
                });
            }
        });
    }

    private void complain(RuntimeException failure) {
        say(Failures.sentence(failure));
    }

    private void say(String sentence) {
        around.window().execute(() -> around.complain().accept(sentence));
    }

    private void attach(RunSession next, Consumer<Experiment> edits) {
        session = next;
        next.trainer().limit(model.tempoProperty().get().updatesPerSecond());
        showing.introduce(next.trainer());
        edits.accept(next.trainer().experiment());
        model.openingProperty().set(false);
        questions.ask(next);
        next.repeat();
        model.updateProperty().set(next.trainer().from());
        settingsChanged();
        if (!model.openingProperty().get()) { // the settings may have asked for yet another
            opened();
        }
    }

    private void settingsChanged() {
        RunSession now = session;
        if (now == null || model.openingProperty().get()) {
            return;
        }
        Experiment used = now.trainer().experiment();
        Experiment wanted = history.valueProperty().get();
        foresight.look(wanted);
        List<Plan.Fault> faults = wanted.model().faults();
        if (!faults.isEmpty()) {
            model.pendingProperty()
                    .set("There can be no such network yet, so the run stays as it is. "
                            + faults.getFirst().reason());
            return;
        }
        boolean live = used.differsOnlyLive(wanted);
        model.pendingProperty()
                .set(
                        live || model.updateProperty().get() == 0
                                ? ""
                                : "The changed settings take effect after a reset or in a branch; until then the run"
                                        + " goes on as it began.");
        if (live && !used.equals(wanted)) {
            now.trainer().change(LiveChange.from(model.updateProperty().get(), used, wanted));
        } else if (!live && model.updateProperty().get() == 0) {
            reset();
        }
    }

    // What the run tells

    @Override
    public void told(RunSession from, Snapshot snapshot) {
        if (from == session) {
            showing.tell(from, snapshot);
        }
    }

    @Override
    public void charted(RunSession from, Progress progress) {
        if (from == session) {
            showing.chart(progress);
        }
    }
}
