package unroll.engine.sweep;

import unroll.engine.optim.Step;
import unroll.engine.record.Expenses;
import unroll.engine.run.Ending;
import unroll.engine.task.Task;

/** Counts the cost of a run while it goes on, and ends it where that is enough. */
final class CellWatch implements Ending {
    private final Stop stop;
    private final Task task;
    private final double minibatchesEach;
    private double evaluations;

    /** @param batch sequences of the run's batch */
    CellWatch(Stop stop, Task task, int batch) {
        this.stop = stop;
        this.task = task;
        minibatchesEach = stop.minibatches(batch);
    }

    /** Takes over what the run had cost when it was left, before it goes on; whether that was enough already. */
    boolean resume(Expenses before) {
        evaluations = before.evaluations();
        boolean solved = before.tests().stream().anyMatch(test -> reached(array(test)));
        return solved || spent(before.seconds());
    }

    @Override
    public boolean spent(Step step, double seconds) {
        evaluations += step.evaluations();
        return spent(seconds);
    }

    private boolean spent(double seconds) {
        return tooMany(evaluations) || tooLong(seconds);
    }

    /** Whether so many evaluations are more minibatches than a run may use. */
    boolean tooMany(double made) {
        return stop.minibatches() > 0 && made * minibatchesEach > stop.minibatches();
    }

    /** Whether a run may not train for so long. */
    boolean tooLong(double seconds) {
        return stop.seconds() > 0 && seconds > stop.seconds();
    }

    @Override
    public boolean reached(double[] scores) {
        return stop.whenSolved() && task.solved(scores);
    }

    /** Minibatches that its updates took. */
    double minibatches() {
        return minibatches(evaluations);
    }

    /** Evaluations on the whole batch as minibatches. */
    double minibatches(double made) {
        return made * minibatchesEach;
    }

    private static double[] array(Expenses.Test test) {
        return test.scores().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether the task is solved by a test, and soon enough. */
    boolean solvedBy(Expenses.Test test) {
        return task.solved(array(test)) && !tooMany(test.evaluations());
    }
}
