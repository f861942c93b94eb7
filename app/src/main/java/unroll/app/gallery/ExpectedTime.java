package unroll.app.gallery;

import unroll.engine.experiment.Experiment;
import unroll.engine.model.Layout;
import unroll.engine.problem.Problem;
import unroll.engine.task.Task;

/** How long an experiment will train on this machine, from the work it takes. */
final class ExpectedTime {
    /** Multiplications and additions a second that training reaches on one core: measured on the bouncing balls. */
    private static final double PER_CORE = 2.9e10;

    /** Forward, backward, and the gradient of the weights: a multiplication and an addition each. */
    private static final double PER_WEIGHT = 6;

    private final int cores;

    ExpectedTime(int cores) {
        this.cores = cores;
    }

    /** "about 6 minutes". */
    String words(Experiment experiment, Task task) {
        int batch = experiment.training().batch();
        Layout layout = Problem.of(task, experiment.model()).layout();
        double work = (PER_WEIGHT * layout.size() + 2 * experiment.model().sampled(layout))
                * task.steps()
                * batch
                * experiment.optimiser().gradients(batch)
                * experiment.training().updates();
        double seconds = work / (PER_CORE * cores);
        if (seconds < 10) {
            return "a few seconds";
        } else if (seconds < 45) {
            return "less than a minute";
        } else if (seconds < 90) {
            return "about a minute";
        } else if (seconds < 5400) {
            return "about " + Math.round(seconds / 60) + " minutes";
        }
        return "about " + Math.round(seconds / 3600) + " hours";
    }
}
