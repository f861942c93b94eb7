package unroll.app.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunException;
import unroll.engine.run.Branch;
import unroll.engine.run.Trainer;

/** Moves the views back to an earlier update of the run, and branches second runs from there; on the window's thread. */
public final class TimeMachine {
    /** The update that stands for the network in training. */
    static final long NOW = -1;

    private final TrainingModel model;
    private final Supplier<Optional<Trainer>> run;
    private final Executor work;
    private final Executor window;
    private final Consumer<RuntimeException> complain;

    /** What the views of a run shall show. */
    private record Wish(Trainer trainer, long update) {
        void grant() {
            if (update == NOW) {
                trainer.lookAtNow();
            } else {
                trainer.lookBack(update);
            }
        }
    }

    /** The newest wish, and whether somebody is at it: while a file is read the newest one counts. */
    private final AtomicReference<@Nullable Wish> wanted = new AtomicReference<>();

    private final AtomicBoolean busy = new AtomicBoolean();

    TimeMachine(
            TrainingModel model,
            Supplier<Optional<Trainer>> run,
            Executor work,
            Executor window,
            Consumer<RuntimeException> complain) {
        this.model = model;
        this.run = run;
        this.work = work;
        this.window = window;
        this.complain = complain;
        model.lookedBackProperty().subscribe((before, after) -> go(after.longValue()));
        model.historyProperty().subscribe(this::stay);
    }

    /** The state remembered before the one that is seen; from now the newest one that is earlier. */
    public void earlier() {
        long seen = model.lookedBackProperty().get();
        long bound = seen == NOW ? model.updateProperty().get() : seen;
        model.historyProperty().get().stream()
                .filter(update -> update < bound)
                .reduce((first, second) -> second)
                .ifPresent(model.lookedBackProperty()::set);
    }

    /** The state remembered after the one that is seen; after the newest comes now. */
    public void later() {
        long seen = model.lookedBackProperty().get();
        if (seen != NOW) {
            model.lookedBackProperty()
                    .set(model.historyProperty().get().stream()
                            .filter(update -> update > seen)
                            .findFirst()
                            .orElse(NOW));
        }
    }

    /** Back to the network in training. */
    public void now() {
        model.lookedBackProperty().set(NOW);
    }

    /** The update whose network is seen. */
    long seen() {
        long seen = model.lookedBackProperty().get();
        return seen == NOW ? model.updateProperty().get() : seen;
    }

    /**
     * Makes a second run that leaves this one at a remembered update.
     *
     * @param experiment its settings
     * @param runs the folder in which it is made
     * @param then is told of the branch, on the thread that made it
     */
    void branch(long update, Experiment experiment, Path runs, Consumer<Branch> then) {
        Trainer trainer = run.get().orElse(null);
        if (trainer == null || !model.branchableProperty().get()) {
            return;
        }
        work.execute(() -> {
            try {
                then.accept(Branch.of(trainer.folder(), update, experiment, runs));
            } catch (RuntimeException e) {
                complain.accept(e);
            }
        });
    }

    /** What is thinned out or taken back cannot be seen any longer. */
    private void stay(List<Long> history) {
        long seen = model.lookedBackProperty().get();
        if (seen != NOW && !history.contains(seen)) {
            history.stream()
                    .filter(update -> update <= seen)
                    .reduce((first, second) -> second)
                    .ifPresentOrElse(model.lookedBackProperty()::set, this::now);
        }
    }

    private void go(long update) {
        run.get().ifPresent(trainer -> {
            wanted.set(new Wish(trainer, update));
            if (busy.compareAndSet(false, true)) {
                work.execute(this::follow);
            }
        });
    }

    private void follow() {
        @Nullable Wish last;
        do {
            last = wanted.get();
            if (last != null) {
                grant(last);
            }
            busy.set(false);
        } while (!Objects.equals(wanted.get(), last) && busy.compareAndSet(false, true));
    }

    private void grant(Wish wish) {
        try {
            wish.grant();
        } catch (RunException e) {
            complain.accept(e);
            window.execute(() -> {
                if (wish.equals(wanted.get())) {
                    now();
                }
            });
        }
    }
}
