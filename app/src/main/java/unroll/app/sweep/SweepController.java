package unroll.app.sweep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unroll.app.background.BackgroundTask;
import unroll.app.background.BackgroundWork;
import unroll.app.screen.ScreenController;
import unroll.engine.record.Failures;
import unroll.engine.record.RunFolder;
import unroll.engine.sweep.CellProgress;
import unroll.engine.sweep.CellResult;
import unroll.engine.sweep.Outcome;
import unroll.engine.sweep.Report;
import unroll.engine.sweep.SweepCell;
import unroll.engine.sweep.SweepSnapshot;

/** Drives the sweep that is open, on the window's thread. */
public final class SweepController implements SweepWork.Listener, ScreenController {
    /** What the window lends the controller: threads, a clock, a place for complaints, and where single runs are opened. */
    public record Surroundings(
            Executor window,
            Executor work,
            BackgroundWork background,
            ScheduledExecutorService clock,
            Consumer<String> complain,
            RunOpener opener) {}

    /** Where a run of the sweep can be opened by itself. */
    public interface RunOpener {
        /** Shows a run. */
        void open(RunFolder run);

        /** Leaves its run if that is kept in such a folder, and then does what follows. */
        void letGo(Predicate<Path> folder, Runnable then);
    }

    private final SweepModel model;
    private final Surroundings around;
    private final SweepPresenter presenter;
    private @Nullable SweepAtHand sweep;
    private @Nullable SweepWork work;
    private @Nullable BackgroundTask task;
    private @Nullable SweepSnapshot last;
    private boolean looking;
    private boolean closed;

    public SweepController(SweepModel model, Surroundings around) {
        this.model = model;
        this.around = around;
        presenter = new SweepPresenter(model, around.complain());
        model.jobsProperty().set(Runtime.getRuntime().availableProcessors());
    }

    // Commands

    /** Shows a sweep; one that is open already stays as it is, another one is saved and left. */
    public void open(SweepAtHand next) {
        if (shown(next)) {
            return;
        }
        SweepWork before = work;
        if (before != null) {
            work = null;
            around.work().execute(before::leave);
        }
        sweep = next;
        presenter.introduce(next);
        tell(next.resting());
        around.work().execute(() -> {
            Results results = Results.of(Report.of(next.sweep(), next.resting()), next.resting());
            around.window().execute(() -> {
                if (shown(next) && model.resultsProperty().get().over() < 0) {
                    model.results.set(results);
                }
            });
        });
    }

    private boolean shown(SweepAtHand other) {
        return sweep != null && sweep.folder().path().equals(other.folder().path());
    }

    /** Begins or goes on, or saves and leaves the runs. */
    public void startOrStop() {
        if (sweep == null || model.changingProperty().get()) {
            return;
        }
        if (work != null) {
            stop(work);
        } else if (!model.completeProperty().get()) {
            start(sweep);
        }
    }

    /** Makes one more run side by side, or one fewer; only while none is made. */
    public void changeJobs(int by) {
        if (!model.workingProperty().get() && !model.changingProperty().get()) {
            int most = Runtime.getRuntime().availableProcessors();
            model.jobsProperty().set(Math.clamp(model.jobsProperty().get() + (long) by, 1, most));
        }
    }

    /** Shows the picture so many further on. */
    public void movePicture(int by) {
        int pictures = model.resultsProperty().get().pictures().size();
        if (pictures > 0) {
            model.picture.set(Math.floorMod(model.pictureProperty().get() + by, pictures));
        }
    }

    /** Opens a run on the training screen, or complains why that cannot be now. */
    public void openRun(SweepCell cell) {
        SweepAtHand now = sweep;
        if (now != null) {
            RunFolder run = now.run(cell);
            refusal(run.path())
                    .ifPresentOrElse(around.complain(), () -> around.opener().open(run));
        }
    }

    /** Why a run may not be opened elsewhere now: this sweep writes there, or is about to. */
    public Optional<String> refusal(Path run) {
        SweepAtHand now = sweep;
        return now == null ? Optional.empty() : now.kept(run).flatMap(this::refusal);
    }

    private Optional<String> refusal(SweepCell cell) {
        boolean mine = model.workingProperty().get() || model.changingProperty().get();
        return switch (progress(cell)) {
            case CellProgress.Running running ->
                Optional.of("The run '" + cell.name()
                        + "' is being made by the sweep: wait until it is over, or stop the sweep (Space) to open it.");
            case CellProgress.Waiting(var left)
            when left.isEmpty() ->
                Optional.of("The run '" + cell.name() + "' has not begun: start the sweep (Space) to have it made.");
            case CellProgress.Waiting(var left)
            when mine ->
                Optional.of("The run '" + cell.name()
                        + "' goes on when its turn in the sweep comes: stop the sweep (Space) to open it.");
            default -> Optional.empty();
        };
    }

    private CellProgress progress(SweepCell cell) {
        return Optional.ofNullable(last).stream()
                .flatMap(now -> now.runs().stream())
                .filter(run -> run.cell().equals(cell))
                .map(SweepSnapshot.Run::progress)
                .findFirst()
                .orElseGet(() -> new CellProgress.Waiting(Optional.empty()));
    }

    /** While the screen is not seen, no table and no picture changes. */
    @Override
    public void look(boolean seen) {
        looking = seen;
        showRows();
    }

    /** Saves and leaves the runs, and waits for it. */
    @Override
    public void close() {
        closed = true;
        SweepWork now = work;
        if (now != null) {
            work = null;
            now.close();
        }
    }

    // How the work begins and ends

    private void start(SweepAtHand mine) {
        model.changing.set(true);
        int jobs = model.jobsProperty().get();
        around.opener()
                .letGo(
                        folder -> mine.kept(folder).filter(this::toBeMade).isPresent(),
                        () -> around.work().execute(() -> prepare(mine, jobs)));
    }

    /** Whether the queue will open the run again: what failed for a reason outside the run is tried again. */
    private boolean toBeMade(SweepCell cell) {
        return !(progress(cell) instanceof CellProgress.Over(CellResult result)) || result.outcome() == Outcome.FAILED;
    }

    private void prepare(SweepAtHand mine, int jobs) {
        try {
            mine.folder()
                    .changedInputs(mine.cells())
                    .forEach(sentence ->
                            around.window().execute(() -> around.complain().accept(sentence)));
            SweepWork made = new SweepWork(mine, jobs, around.window(), around.work(), around.clock(), this);
            around.window().execute(() -> begin(made));
        } catch (RuntimeException | Error e) {
            around.window().execute(() -> fail(e));
        }
    }

    /** Keeps the work before its first news can arrive. */
    private void begin(SweepWork made) {
        if (!shown(made.sweep()) || closed) {
            return; // another one was opened meanwhile, or the window is being closed
        }
        work = made;
        task = new BackgroundTask("Sweep " + model.nameProperty().get(), seen -> make(made)).whenCancelled(() -> {
            if (work == made && !model.changingProperty().get()) {
                stop(made);
            }
        });
        around.background().begin(task);
    }

    /** Makes the runs, and returns when they are over; on a thread that may wait. */
    private String make(SweepWork made) {
        try {
            made.start();
            made.await();
        } catch (RuntimeException | Error e) {
            around.window().execute(() -> {
                work = work == made ? null : work;
                fail(e);
            });
        }
        return "";
    }

    private void fail(Throwable failure) {
        model.changing.set(false);
        around.complain().accept(Failures.sentence(failure));
    }

    private void stop(SweepWork working) {
        model.changing.set(true);
        around.work().execute(working::leave); // its last snapshot reports that it is done
    }

    // What the sweep reports

    @Override
    public void changed(SweepWork from, SweepSnapshot snapshot) {
        if (from == work) {
            boolean stopping =
                    model.workingProperty().get() && model.changingProperty().get();
            model.changing.set(stopping && snapshot.working());
            work = snapshot.working() ? from : null;
            tell(snapshot);
            if (task != null) {
                task.tell(model.shareProperty().get(), standing());
            }
        }
    }

    private String standing() {
        String left = model.leftProperty().get();
        return model.standingProperty().get() + (left.isEmpty() ? "" : " \u00b7 " + left);
    }

    @Override
    public void reported(SweepWork from, Results results) {
        if (shown(from.sweep())) {
            model.results.set(results);
        }
    }

    @Override
    public void troubled(SweepWork from, String sentence) {
        around.complain().accept(sentence);
    }

    private void tell(SweepSnapshot snapshot) {
        last = snapshot;
        presenter.tell(snapshot);
        showRows();
    }

    private void showRows() {
        SweepSnapshot now = last;
        SweepAtHand shown = sweep;
        if (looking && now != null && shown != null) {
            presenter.rows(now, shown.sweep().stop());
        }
    }
}
