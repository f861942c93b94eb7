package unroll.app.training;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.LongProperty;
import org.jspecify.annotations.Nullable;
import unroll.app.control.Numbers;
import unroll.app.training.TrainingController.Surroundings;
import unroll.app.view.Cues;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunException;
import unroll.engine.run.Branch;
import unroll.engine.run.Trainer;

/** Moves the views back to an earlier update of the run, and branches second runs from there; on the window's thread. */
public final class TimeMachine {
    private final RunNews news;
    private final LongProperty lookedBack;
    private final OpenRun run;
    private final Surroundings around;
    private final BooleanBinding branchable;

    /** What the views of a run shall show. */
    private record Wish(Trainer trainer, long update) {
        void grant() {
            if (update == Cues.NOW) {
                trainer.lookAtNow();
            } else {
                trainer.lookBack(update);
            }
        }
    }

    /** The newest wish, and whether somebody is at it: while a file is read the newest one counts. */
    private final AtomicReference<@Nullable Wish> wanted = new AtomicReference<>();

    private final AtomicBoolean busy = new AtomicBoolean();

    TimeMachine(RunNews news, Cues cues, OpenRun run, Surroundings around) {
        this.news = news;
        this.run = run;
        this.around = around;
        lookedBack = cues.lookedBackProperty();
        branchable = news.openProperty()
                .and(news.runningProperty().not().or(lookedBack.isNotEqualTo(Cues.NOW)))
                .and(news.historyProperty().isNotEqualTo(List.of()));
        lookedBack.subscribe((before, after) -> go(after.longValue()));
        news.historyProperty().subscribe(this::stay);
    }

    /** Whether a second run can leave this one where the views are. */
    public BooleanBinding branchable() {
        return branchable;
    }

    /** The state remembered before the one that is seen; from now the newest one that is earlier. */
    public void earlier() {
        long seen = lookedBack.get();
        long bound = seen == Cues.NOW ? news.updateProperty().get() : seen;
        news.historyProperty().get().stream()
                .filter(update -> update < bound)
                .reduce((first, second) -> second)
                .ifPresent(lookedBack::set);
    }

    /** The state remembered after the one that is seen; after the newest comes now. */
    public void later() {
        long seen = lookedBack.get();
        if (seen != Cues.NOW) {
            lookedBack.set(news.historyProperty().get().stream()
                    .filter(update -> update > seen)
                    .findFirst()
                    .orElse(Cues.NOW));
        }
    }

    /** Back to the network in training. */
    public void now() {
        lookedBack.set(Cues.NOW);
    }

    /** The update whose network is seen. */
    long seen() {
        long seen = lookedBack.get();
        return seen == Cues.NOW ? news.updateProperty().get() : seen;
    }

    /**
     * Opens a second run that leaves this one at a remembered update; this one stays in its folder.
     *
     * @param settings its settings
     * @param edits decides what becomes of the edits, once it is open
     * @param then done once it is open
     */
    void branch(long update, Experiment settings, Consumer<Experiment> edits, Runnable then) {
        Trainer trainer = run.trainer().orElse(null);
        if (trainer == null || news.openingProperty().get()) {
            return;
        }
        around.work().execute(() -> {
            try {
                Branch branch = Branch.of(trainer.folder(), update, settings, around.runs());
                run.open(branch.folder(), edits, () -> {
                    if (!branch.carried()) {
                        around.complain()
                                .accept("The branch goes on from update " + Numbers.whole(update)
                                        + " with an optimiser that begins anew: it cannot go on with what the"
                                        + " one before carried.");
                    }
                    then.run();
                });
            } catch (RuntimeException | Error e) {
                run.complain(e);
            }
        });
    }

    /** What is thinned out or taken back cannot be seen any longer. */
    private void stay(List<Long> history) {
        long seen = lookedBack.get();
        if (seen != Cues.NOW && !history.contains(seen)) {
            history.stream()
                    .filter(update -> update <= seen)
                    .reduce((first, second) -> second)
                    .ifPresentOrElse(lookedBack::set, this::now);
        }
    }

    private void go(long update) {
        run.trainer().ifPresent(trainer -> {
            wanted.set(new Wish(trainer, update));
            if (busy.compareAndSet(false, true)) {
                around.work().execute(this::follow);
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
            run.complain(e);
            around.window().execute(() -> {
                if (wish.equals(wanted.get())) {
                    now();
                }
            });
        }
    }
}
