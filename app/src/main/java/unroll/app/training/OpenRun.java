package unroll.app.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Tempo;
import unroll.app.kept.EditLog;
import unroll.app.training.TrainingController.Surroundings;
import unroll.app.view.loss.Progress;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.Failures;
import unroll.engine.record.InputFiles;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Snapshot;
import unroll.engine.run.Trainer;

/** The run that is open: opens another in its place, and closes it; on the window's thread. */
final class OpenRun implements RunSession.Listener {
    /** Follows the runs as they come and go, and their news. */
    interface Listener extends RunSession.Listener {
        /** Another run is open, of which nothing is known yet. */
        void begun(RunSession run);

        /** From now on views may ask this run, or none. */
        void answering(Optional<RunSession> run);

        /** Another run is open, and its first news have been passed on. */
        void ready();
    }

    private final RunNews news;
    private final Surroundings around;
    private final Listener listener;
    private final ObjectProperty<Tempo> tempo = new SimpleObjectProperty<>(this, "tempo", Tempo.FULL);
    private @Nullable RunSession session;

    /** Whether the window is closed, so that nothing is opened any more. */
    private boolean closed;

    /** Whether anybody sees the curves, for the threads that make them. */
    private volatile boolean charted;

    /** What waits until the run that is being opened is open. */
    private Runnable onceOpened = () -> {};

    OpenRun(RunNews news, Surroundings around, Listener listener) {
        this.news = news;
        this.around = around;
        this.listener = listener;
        tempo.subscribe(now -> with(trainer -> trainer.limit(now.updatesPerSecond())));
    }

    /** How fast its updates may follow one another. */
    ObjectProperty<Tempo> tempoProperty() {
        return tempo;
    }

    /** Empty while there is none. */
    Optional<Trainer> trainer() {
        return Optional.ofNullable(session).map(RunSession::trainer);
    }

    /** Does something with it, unless another is being opened. */
    void with(Consumer<Trainer> action) {
        if (!news.openingProperty().get()) {
            trainer().ifPresent(action);
        }
    }

    /** Has the curves made while somebody sees them. */
    void chart(boolean seen) {
        charted = seen;
        if (seen && session != null) {
            session.repeat();
        }
    }

    /**
     * Opens a new run of an experiment; nothing is written before its first update.
     *
     * @param edits decides what becomes of the edits, once it is open
     */
    void open(Experiment experiment, Consumer<Experiment> edits) {
        open(experiment, RunFolder.planned(around.runs(), experiment), edits);
    }

    /** Opens the run whose settings were edited; one of which nothing was saved begins anew with what the edits led to. */
    void open(EditLog left, Consumer<Experiment> edits) {
        around.work().execute(() -> {
            try {
                RunFolder there = RunFolder.at(Path.of(left.run()));
                Experiment experiment = there.begun() ? there.experiment() : left.value();
                RunFolder folder = there.begun() ? there : RunFolder.planned(around.runs(), experiment);
                around.window().execute(() -> open(experiment, folder, edits));
            } catch (RuntimeException | Error e) { // no memory, perhaps
                complain(e);
            }
        });
    }

    /**
     * Opens a run where it was left.
     *
     * @param edits decides what becomes of the edits, once it is open
     * @param then done after that
     */
    void open(RunFolder folder, Consumer<Experiment> edits, Runnable then) {
        around.work().execute(() -> {
            try {
                RunFolder run = Cardless.usable(folder, around.runs(), this::say);
                Experiment experiment = run.experiment();
                around.window().execute(() -> {
                    if (!news.openingProperty().get()) {
                        once(() -> trainer() // of another folder if this could not be opened, with a message
                                .filter(open -> open.folder().path().equals(run.path()))
                                .ifPresent(open -> then.run()));
                        open(experiment, run, edits);
                    }
                });
            } catch (RuntimeException | Error e) { // no memory, perhaps
                complain(e);
            }
        });
    }

    private void open(Experiment experiment, RunFolder folder, Consumer<Experiment> edits) {
        if (closed || news.openingProperty().get()) {
            return;
        }
        news.opening(true);
        RunSession before = session;
        if (before != null) {
            listener.answering(Optional.empty());
            before.trainer().pause();
        }
        around.work().execute(() -> {
            try {
                InputFiles.changed(folder, experiment).forEach(this::say);
                RunSession next =
                        new RunSession(experiment, folder, around.window(), around.clock(), () -> charted, this);
                around.window().execute(() -> attach(next, edits));
                if (before != null) {
                    before.close();
                }
                next.compare();
            } catch (RuntimeException | Error e) { // no memory, perhaps
                complain(e);
                around.window().execute(() -> {
                    news.opening(false);
                    listener.answering(Optional.ofNullable(session));
                    opened();
                });
            }
        });
    }

    private void attach(RunSession next, Consumer<Experiment> edits) {
        if (closed) {
            next.close();
            news.opening(false);
            return;
        }
        session = next;
        next.trainer().limit(tempo.get().updatesPerSecond());
        listener.begun(next);
        edits.accept(next.trainer().experiment());
        news.opening(false);
        listener.answering(Optional.of(next));
        next.repeat();
        news.from(next.trainer().from());
        listener.ready();
        if (!news.openingProperty().get()) { // the settings may have asked for yet another
            opened();
        }
    }

    /** Saves and closes it, and waits for it; one that is being opened is closed as soon as it is there. */
    void close() {
        closed = true;
        if (session != null) {
            listener.answering(Optional.empty());
            session.close();
            session = null;
        }
    }

    /** Saves and closes the run that is open or being opened, if it is kept in such a folder, and then does what follows. */
    void letGo(Predicate<Path> folder, Runnable then) {
        if (news.openingProperty().get()) {
            once(() -> letGo(folder, then));
            return;
        }
        RunSession mine = session;
        if (mine == null || !folder.test(mine.trainer().folder().path())) {
            then.run();
            return;
        }
        session = null;
        listener.answering(Optional.empty());
        news.forget();
        around.work().execute(() -> {
            mine.close();
            around.window().execute(then);
        });
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

    /** Shows why something could not be done; on any thread. */
    void complain(Throwable failure) {
        say(Failures.sentence(failure));
    }

    private void say(String sentence) {
        around.window().execute(() -> around.complain().accept(sentence));
    }

    @Override
    public void snapshot(RunSession from, Snapshot snapshot) {
        if (from == session) {
            listener.snapshot(from, snapshot);
        }
    }

    @Override
    public void progress(RunSession from, Progress progress) {
        if (from == session) {
            listener.progress(from, progress);
        }
    }
}
