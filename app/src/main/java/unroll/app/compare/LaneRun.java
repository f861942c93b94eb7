package unroll.app.compare;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.Step;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Ending;
import unroll.engine.run.Snapshot;
import unroll.engine.run.State;
import unroll.engine.run.Trainer;

/** A lane of a race: an ordinary run that rests when it has asked for as much as it may. */
final class LaneRun implements AutoCloseable {
    private final Trainer trainer;
    private final double budget;
    private volatile @Nullable Snapshot last;

    /**
     * Opens it; takes a moment, so on a thread that may wait.
     *
     * @param news is run when there is a newer snapshot, on the trainer's thread; returns at once
     */
    LaneRun(Experiment experiment, Path runs, double budget, Runnable news) {
        this.budget = budget;
        trainer = new Trainer(experiment, RunFolder.planned(runs, experiment), new Budget(budget), snapshot -> {
            last = snapshot;
            news.run();
        });
    }

    /** Ends the run when it has asked for as much as it may. */
    private static final class Budget implements Ending {
        private double left;

        Budget(double budget) {
            left = budget;
        }

        @Override
        public boolean spent(Step step, double seconds) {
            left -= step.evaluations();
            return left <= 0;
        }

        @Override
        public boolean reached(double[] scores) {
            return false;
        }
    }

    Trainer trainer() {
        return trainer;
    }

    /** Its newest snapshot. */
    Optional<Snapshot> last() {
        return Optional.ofNullable(last);
    }

    boolean running() {
        return last().filter(now -> now.state() == State.RUNNING).isPresent();
    }

    /** Whether it has nothing left to do. */
    boolean over() {
        return last().filter(now -> switch (now.state()) {
                    case FINISHED, DIVERGED, FAILED, CLOSED -> true;
                    case READY, RUNNING, PAUSED -> spent(now) >= budget;
                })
                .isPresent();
    }

    private static double spent(Snapshot now) {
        int points = now.curves().size();
        return points == 0 ? 0 : now.curves().evaluations(points - 1);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
