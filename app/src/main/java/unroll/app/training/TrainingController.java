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
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import unroll.app.control.Tempo;
import unroll.app.edit.History;
import unroll.app.kept.EditLog;
import unroll.app.picture.Past;
import unroll.app.screen.ScreenController;
import unroll.app.sequence.Portrayal;
import unroll.app.sheet.SettingEdit;
import unroll.app.view.Cues;
import unroll.app.view.RunHead;
import unroll.app.view.loss.Progress;
import unroll.engine.experiment.Experiment;
import unroll.engine.problem.Problem;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;
import unroll.engine.sequence.Metric;
import unroll.engine.task.Task;

/** Drives the run that is open and passes its news on to the views, on the window's thread. */
public final class TrainingController implements ScreenController {
    /**
     * The threads, clocks and places that a controller works with.
     *
     * @param window runs what touches the window
     * @param work runs what takes long
     * @param clock runs what is to happen later
     * @param now tells the time of day
     * @param freshSeed makes seeds that were not used before
     * @param runs the folder in which runs are kept
     * @param complain shows a sentence about what could not be done
     */
    public record Surroundings(
            Executor window,
            Executor work,
            ScheduledExecutorService clock,
            InstantSource now,
            LongSupplier freshSeed,
            Path runs,
            Consumer<String> complain) {}

    private final RunNews news;
    private final LiveViews views;
    private final Consumer<String> complain;
    private final Narrator narrator;
    private final StepAnimation animation;
    private final Questions questions;
    private final List<Recollection<?>> recollections;
    private final OpenRun run;
    private final RunSettings settings;
    private final TimeMachine machine;
    private final Rescue rescue;
    private final Past past;
    private final Cues cues;

    /** Whether a view of the curves is seen; it is kept here, for what it is made of holds it weakly. */
    private final BooleanExpression charted;

    /**
     * Opens nothing yet.
     *
     * @param news of every run, which this renews
     * @param history the settings that are shown, and how they were edited
     */
    public TrainingController(
            RunNews news, Cues cues, LiveViews views, History<Experiment> history, Surroundings around) {
        this.news = news;
        this.cues = cues;
        this.views = views;
        complain = around.complain();
        narrator = new Narrator(news.status(), around.now());
        animation = new StepAnimation(cues, System::nanoTime);
        questions = new Questions(news, views.seats());
        run = new OpenRun(news, around, new Newsroom());
        recollections = views.seats().stream()
                .<Recollection<?>>map(seat -> new Recollection<>(seat, news, run, around))
                .toList();
        settings = new RunSettings(news, run, history, around);
        machine = new TimeMachine(news, cues, run, around);
        rescue = new Rescue(news, cues, run, settings, machine);
        past = new RunPast(news, run, cues, views);
        charted = views.seen(news.progressProperty());
        charted.subscribe(run::chart);
    }

    // Commands

    /** Opens a new run of an experiment; nothing is written before its first update. */
    public void open(Experiment experiment) {
        run.open(experiment, settings::restart);
    }

    /** Opens a run where it was left. */
    public void open(RunFolder folder) {
        run.open(folder, settings::restart, () -> {});
    }

    /** Opens a run with edits that were made before; one of which nothing was saved begins anew with what they led to. */
    public void open(EditLog left) {
        run.open(left, opened -> settings.resume(left));
    }

    /** Trains, or pauses if it trains. */
    public void playOrPause() {
        run.with(news.runningProperty().get() ? Trainer::pause : Trainer::play);
    }

    /** Makes so many updates. */
    public void step(long updates) {
        run.with(trainer -> trainer.step(updates));
    }

    /** How fast updates may follow one another. */
    public ObjectProperty<Tempo> tempoProperty() {
        return run.tempoProperty();
    }

    /** Begins anew with the settings that are shown; the run so far stays in its folder. */
    public void reset() {
        settings.reset();
    }

    /** Goes back to the run that a reset has left. */
    public void backToTheRunBefore() {
        settings.back();
    }

    /** Where all updates are made, makes as many again. */
    public void trainMore() {
        settings.trainMore();
    }

    /** Begins anew with other seeds. */
    public void reseed() {
        settings.reseed();
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
        return past;
    }

    /** The experiment of the run that is open, with the live changes made so far. */
    public Optional<Experiment> experiment() {
        return run.trainer().map(Trainer::experiment);
    }

    /** The settings that are shown, with what waits for a reset; empty while no run is open. */
    public Optional<Experiment> settings() {
        return run.trainer().map(open -> settings.shown());
    }

    /** Begins a second run at the update that is seen, with the settings that are shown; this one stays in its folder. */
    public void branch() {
        if (machine.branchable().get()) {
            machine.branch(machine.seen(), settings.shown(), settings::restart, () -> {});
        }
    }

    /** Saves the run now. */
    public void save() {
        run.with(Trainer::save);
    }

    /** Takes an edit of the property sheet; a schedule that is changed while the run goes on changes from now on. */
    public void edit(SettingEdit<Experiment> edit) {
        settings.edit(edit);
    }

    /** Says whether the live views are seen; while they are not, nobody asks the network and nothing moves. */
    @Override
    public void look(boolean seen) {
        animation.show(seen);
        views.look(seen);
    }

    /** Renews what changes with the time of day. */
    @Override
    public void tick() {
        narrator.tick();
    }

    /** Saves and closes the run, and waits for it. */
    @Override
    public void close() {
        run.close();
    }

    /** Saves and closes the run that is open or being opened, if it is kept in such a folder, and then does what follows. */
    public void letGo(Predicate<Path> folder, Runnable then) {
        run.letGo(folder, then);
    }

    /** Passes the news of the run that is open on to all that show them. */
    private final class Newsroom implements OpenRun.Listener {
        @Override
        public void begun(RunSession next) {
            RunHead head = head(next.trainer());
            cues.begin(head);
            views.begin(head);
            recollections.forEach(Recollection::begin);
            narrator.begin(next.trainer());
            news.begin(head, next.trainer().folder().path().toString());
        }

        @Override
        public void answering(Optional<RunSession> session) {
            questions.ask(session.orElse(null));
        }

        @Override
        public void ready() {
            settings.follow();
        }

        @Override
        public void snapshot(RunSession session, Snapshot snapshot) {
            String trouble = snapshot.trouble().orElse("");
            boolean another =
                    !trouble.isEmpty() && !trouble.equals(news.troubleProperty().get());
            news.keptIn(session.trainer().folder().path().toString());
            news.show(snapshot);
            if (another) {
                complain.accept(trouble);
            }
            narrator.show(session.trainer(), snapshot, session.baselines());
        }

        @Override
        public void progress(RunSession session, Progress progress) {
            news.show(progress);
        }
    }

    private static RunHead head(Trainer trainer) {
        Experiment experiment = trainer.experiment();
        Task task = trainer.task();
        Metric metric = trainer.metrics().getFirst();
        return new RunHead(
                experiment.name(),
                experiment.about(),
                task.doubts(),
                metric.unit().isEmpty() ? metric.name() : metric.name() + ", " + metric.unit(),
                task.appearance(),
                Problem.of(task, experiment.model()).layout().parts(),
                task.generative(),
                experiment.backend().onCard(),
                task.steps(),
                task.testSequences(experiment.training().testSequences()),
                Portrayal.of(task.appearance()).freeRunFrom(task.steps()));
    }
}
