package unroll.engine.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.baseline.Constant;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.init.DataFigures;
import unroll.engine.init.ImpliedSpectra;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/** The parameters with which an experiment begins, a pure function of it. */
public final class FirstParameters {
    /** Training sequences whose mean target is asked for. */
    private static final int SEQUENCES = 200;

    /** Those to which a regression is fit: few windows of short series leave out a part of them. */
    private static final int REGRESSED = 2000;

    /** With this share of saturated values recurrent matrices alone do not tell what becomes of differences. */
    private static final double MOSTLY = 0.5;

    private FirstParameters() {}

    /**
     * What is to be told of the first parameters, a line each: what was read for them and what they imply. Opens the experiment's task,
     * so ask on a thread that may wait.
     *
     * @throws unroll.engine.data.DataException where a file of the task cannot be used
     */
    public static List<String> lines(Experiment experiment) {
        Task task = experiment.task().open();
        Layout layout = layout(experiment, task);
        double[] theta = draw(experiment, task, layout);
        return Stream.of(
                        experiment.initialisation().understood(experiment.model(), layout).stream(),
                        ImpliedSpectra.of(layout, theta, experiment.model().transition()).lines().stream(),
                        saturation(experiment, task, theta).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /** That most units are saturated on the first training sequence, where they are: then what recurrent matrices do says little. */
    private static Optional<String> saturation(Experiment experiment, Task task, double[] theta) {
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        Problem problem = Problem.of(task, experiment.model());
        Parameters parameters = Parameters.of(problem.layout(), backend);
        backend.write(theta, 0, parameters.value());
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(1));
        if (!rollout.carries()) {
            return Optional.empty();
        }
        Batch learned = task.draw(Split.TRAIN, experiment.seeds().data(), Purpose.TRAINING_DATA, 0, 1);
        rollout.load(learned.input(), learned.target(), learned.weight());
        rollout.value(1);
        double share = rollout.saturated().orElse(0);
        return share < MOSTLY
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Most units are saturated: %.0f %% of their values on a training sequence. A difference between"
                                + " such states shrinks whatever the matrices do to small ones; 'unroll dynamics' shows"
                                + " what becomes of it.",
                        100 * share));
    }

    /** What the first parameters of an experiment imply. */
    static ImpliedSpectra outlook(Experiment experiment) {
        Task task = experiment.task().open();
        return outlook(experiment, task, layout(experiment, task));
    }

    private static ImpliedSpectra outlook(Experiment experiment, Task task, Layout layout) {
        return ImpliedSpectra.of(
                layout, draw(experiment, task, layout), experiment.model().transition());
    }

    private static Layout layout(Experiment experiment, Task task) {
        return Problem.of(task, experiment.model()).layout();
    }

    /** The flat parameter vector. */
    public static double[] draw(Experiment experiment, Task task, Layout layout) {
        return experiment
                .initialisation()
                .first(
                        experiment.model(),
                        layout,
                        experiment.gates(),
                        new LearnedFrom(
                                task, experiment.training(), experiment.seeds().data()),
                        experiment.seeds().initialisation());
    }

    /** Some training sequences of a task. */
    private record LearnedFrom(Task task, TrainingSettings training, long seed) implements DataFigures {
        private Batch batch(int wanted) {
            return task.draw(Split.TRAIN, seed, Purpose.TRAINING_DATA, 0, training.different(wanted));
        }

        @Override
        public double[] centre() {
            if (task.loop().isPresent()) {
                return new double[task.loop().get().outputs()]; // no commands
            }
            Batch learned = batch(SEQUENCES);
            Constant mean = new Constant(task.loss());
            mean.fit(learned);
            double[] centre = Arrays.copyOf(mean.predict(learned), task.outputs());
            for (int o = 0; o < centre.length; o++) {
                centre[o] = task.loss().preActivation(centre[o]);
            }
            return centre;
        }

        @Override
        public double[] regression(int order) {
            if (task.loss() != Loss.SQUARED) {
                throw new SettingsException(
                        "initialisation.regressed", "only taps to Gaussian visible units follow from a regression");
            }
            LinearAutoregression regression = new LinearAutoregression(order, task.loss());
            regression.fit(batch(REGRESSED));
            return regression.coefficients();
        }
    }
}
