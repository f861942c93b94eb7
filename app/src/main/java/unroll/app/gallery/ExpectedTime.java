package unroll.app.gallery;

import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.TrainingSettings;
import unroll.engine.model.Layout;
import unroll.engine.problem.Problem;
import unroll.engine.task.Task;

/** How long an experiment will train on this machine, from the work it takes. */
final class ExpectedTime {
    /** Multiplications and additions a second that training reaches on one core: measured on the bouncing balls. */
    private static final double PER_CORE = 2.9e10;

    /** Forward, backward, and the gradient of the weights: a multiplication and an addition each. */
    private static final double PER_WEIGHT = 6;

    /** Numbers of twice the size go through at half the pace. */
    private static final double DOUBLE = 2;

    /** Of a gradient, which goes forward, backward, and to the weights, testing is the first part. */
    private static final double TESTING = 1.0 / 3;

    /** Seconds on one core for each time that a plant is asked for its rates, with all that its derivatives take: measured on the arm. */
    private static final double PER_STAGE = 8e-7;

    private final int cores;

    ExpectedTime(int cores) {
        this.cores = cores;
    }

    /** "about 6 minutes". */
    String words(Experiment experiment, Task task) {
        double seconds = seconds(experiment, task);
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

    private double seconds(Experiment experiment, Task task) {
        TrainingSettings training = experiment.training();
        Layout layout = Problem.of(task, experiment.model()).layout();
        double pace = PER_CORE / (experiment.backend().isDouble() ? DOUBLE : 1);
        double gradient = PER_WEIGHT * layout.size() / pace
                + task.loop()
                        .map(loop -> PER_STAGE * loop.integrator().stages())
                        .orElse(0.0);
        double sampling = 2 * experiment.model().sampled(layout) / pace;
        double tested = (double) task.testSequences(training.testSequences()) / training.testEvery();
        double update = training.batch() * experiment.optimiser().gradients(training.batch()) * (gradient + sampling)
                + TESTING * tested * gradient;
        return update * task.steps() * training.updates() / cores;
    }
}
