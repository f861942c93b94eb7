package unroll.engine.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/**
 * What an experiment begins with, before anything is trained, and what an update of it costs.
 *
 * @param inputs numbers or symbols in, I
 * @param outputs numbers out, O
 * @param parts matrices and biases of the network
 * @param theta its first parameters
 * @param multiplications of numbers in one gradient of a batch, in whole products: forwards once, backwards twice, and those of
 *     what is sampled
 * @param bytes of memory that parameters, states and their adjoints need for a gradient; empty for networks too large to
 *     find out in passing
 */
public record CostEstimate(
        int inputs,
        int outputs,
        List<Layout.Slot> parts,
        double[] theta,
        double multiplications,
        OptionalDouble bytes) {
    /** Networks with more parameters are not built to be measured. */
    private static final int MOST_PARAMETERS = 4_000_000;

    public CostEstimate {
        parts = List.copyOf(parts);
    }

    /**
     * Looks ahead; opens the task, so ask on a thread that may wait.
     *
     * @throws unroll.engine.data.DataException where a file of the task cannot be used
     * @throws unroll.engine.setting.SettingsException where there can be no such network
     */
    public static CostEstimate of(Experiment experiment) {
        Problem problem = Problem.of(experiment.task().open(), experiment.model());
        Task task = problem.task();
        Layout layout = problem.layout();
        return new CostEstimate(
                problem.received(),
                problem.predicted(),
                layout.parts(),
                FirstParameters.draw(experiment, task, layout),
                multiplications(experiment, task, layout),
                bytes(experiment, problem));
    }

    /** The numbers of one part, row by row. */
    public double[] numbers(Layout.Slot part) {
        return Arrays.copyOfRange(theta, part.offset(), part.offset() + part.size());
    }

    private static double multiplications(Experiment experiment, Task task, Layout layout) {
        double weights = layout.parts().stream()
                .filter(slot -> slot.role().weight())
                .filter(slot -> !(task.symbols() && slot.role() == Layout.Role.INPUT_WEIGHT)) // a gather, no product
                .mapToDouble(Layout.Slot::size)
                .sum();
        double sampled = experiment.model().sampled(layout);
        return (3 * weights + sampled) * task.steps() * experiment.training().batch();
    }

    private static OptionalDouble bytes(Experiment experiment, Problem problem) {
        return measurable(problem)
                ? OptionalDouble.of(Needs.of(experiment, problem)
                        .bytes(experiment.training().batch()))
                : OptionalDouble.empty();
    }

    private static boolean measurable(Problem problem) {
        return problem.layout().size() <= MOST_PARAMETERS;
    }

    /** How many sequences' states and adjoints have room beside the parameters in so many bytes; 0 or less if there is no room. */
    public static long sequencesWithin(Experiment experiment, Task task, double bytes) {
        Needs needs = Needs.of(experiment, Problem.of(task, experiment.model()));
        return (long) Math.floor((bytes - needs.fixed) / needs.sequence);
    }

    /**
     * Makes sure, before anything is allocated, that the memory which the program may use is not too small whatever the network does.
     *
     * @throws SettingsException where parameters, the numbers of the sequences and, of networks that are not too large to find out in
     *     passing, the states of a batch are more
     */
    public static void requireMemory(Experiment experiment, Problem problem) {
        Task task = problem.task();
        double numbers = (task.symbols() ? 1 : task.inputs()) + task.outputs() + 1.0;
        int tests = task.testSequences(experiment.training().testSequences());
        double sequences = (double) experiment.training().batch() + tests;
        boolean onCard = experiment.backend().device() == BackendSettings.Device.CUDA;
        double bytes =
                Double.BYTES * numbers * sequences * task.steps() + (onCard ? 0 : onProcessor(experiment, problem));
        long room = Runtime.getRuntime().maxMemory();
        if (bytes > room) {
            throw new SettingsException(
                    "",
                    String.format(
                            Locale.ROOT,
                            "a batch of %,d sequences of %,d steps, %,d test sequences and %,d parameters take %,.0f"
                                    + " MB of memory at least, and the program may use %,d; choose fewer",
                            experiment.training().batch(),
                            task.steps(),
                            tests,
                            problem.layout().size(),
                            bytes / (1 << 20),
                            room >> 20));
        }
    }

    private static double onProcessor(Experiment experiment, Problem problem) {
        if (!measurable(problem)) {
            return Float.BYTES * 3.0 * problem.layout().size();
        }
        Needs needs = Needs.of(experiment, problem);
        return needs.fixed
                + needs.sequence / 2 * experiment.training().batch(); // without adjoints, which a sweep forwards lacks
    }

    /** @param fixed bytes for parameters; sequence bytes for the states of one and their adjoints */
    private record Needs(double fixed, double sequence) {
        double bytes(long sequences) {
            return fixed + sequences * sequence;
        }

        static Needs of(Experiment experiment, Problem problem) {
            ReferenceBackend backend = new ReferenceBackend();
            int steps = 1 + experiment.model().firstPrediction();
            Rollout one = problem.rollout(
                    backend,
                    Parameters.of(problem.layout(), backend),
                    problem.shape(1).over(steps));
            double states = (double) one.numbers() / steps * problem.task().steps();
            boolean single = experiment.backend().device() != BackendSettings.Device.REFERENCE
                    && experiment.backend().precision() == Precision.SINGLE;
            int each = single ? Float.BYTES : Double.BYTES;
            return new Needs(each * 3.0 * problem.layout().size(), each * 2 * states);
        }
    }
}
