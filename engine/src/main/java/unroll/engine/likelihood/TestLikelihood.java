package unroll.engine.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.experiment.Experiment;
import unroll.engine.loss.Loss;
import unroll.engine.model.Machines;
import unroll.engine.model.Parameters;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Purpose;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/** The log-likelihood of the test sequences of a run by its network as it was saved last. */
public final class TestLikelihood {
    private final Experiment experiment;
    private final Task task;
    private final Problem problem;
    private final Backend backend;
    private final Parameters parameters;

    /**
     * How much is done.
     *
     * @param chains of annealed importance sampling for each step, at least 2
     * @param temperatures of it
     * @param every which share of the steps is taken: 1 for all, 3 for every third
     */
    public record Effort(int chains, int temperatures, int every) {
        public Effort {
            if (chains < 2 || temperatures < 1 || every < 1) {
                throw new SettingsException(
                        "", "an estimate takes 2 or more chains, 1 or more temperatures, and every 1st step or fewer");
            }
        }
    }

    /**
     * Of a run.
     *
     * @throws RunException where it has no weights yet
     * @throws SettingsException where its network gives no likelihoods
     */
    public TestLikelihood(RunFolder run) {
        experiment = run.experiment();
        Checkpoint checkpoint = run.checkpoint()
                .orElseThrow(() -> new RunException(run.path(), "has no weights yet; train it first", null));
        task = experiment.task().open();
        problem = Problem.of(task, experiment.model());
        backend = experiment.backend().open();
        parameters = Parameters.of(problem.layout(), backend);
        backend.write(checkpoint.flat(problem.layout()), 0, parameters.value());
        if (task.alignment().isPresent()) {
            throw new SettingsException("task", "label strings have no likelihood for each step");
        }
    }

    /**
     * Finds it.
     *
     * @param progress is told the share that is done
     */
    public Likelihood find(Effort effort, DoubleConsumer progress) {
        int sequences = task.testSequences(experiment.training().testSequences());
        Batch test = task.draw(Split.TEST, experiment.seeds().data(), Purpose.TEST_DATA, 0, sequences);
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(sequences));
        rollout.load(test.input(), test.target(), test.weight());
        rollout.graph().forward();
        Optional<Machines> machines = rollout.machines();
        return machines.isPresent()
                ? ofMachines(rollout, machines.get(), test, effort, progress)
                : ofLoss(rollout, test);
    }

    private Likelihood ofLoss(Rollout rollout, Batch test) {
        if (task.loss() == Loss.SQUARED) {
            throw new SettingsException(
                    "task",
                    "numbers have a likelihood only where the model has a variance; this one predicts numbers alone");
        }
        double value = rollout.value(1);
        List<Integer> rows = counted(test, 1);
        double weight = rows.stream().mapToDouble(row -> test.weight()[row]).sum();
        return new Likelihood(-value / weight, 0, Double.NaN, rows.size(), rows.size(), Likelihood.Method.NONE);
    }

    private Likelihood ofMachines(
            Rollout rollout, Machines machines, Batch test, Effort effort, DoubleConsumer progress) {
        List<Integer> rows = counted(test, effort.every);
        var found = new RowLikelihoods(backend, rollout, machines, test, rows);
        try (Workers workers = new Workers(experiment.backend().threadCount())) {
            return found.find(
                    effort, counted(test, 1).size(), experiment.seeds().sampling(), workers, progress);
        }
    }

    /** Every n-th of the rows that count. */
    private static List<Integer> counted(Batch test, int every) {
        List<Integer> rows = new ArrayList<>();
        int seen = 0;
        for (int row = 0; row < test.weight().length; row++) {
            if (test.weight()[row] != 0 && seen++ % every == 0) {
                rows.add(row);
            }
        }
        return rows;
    }
}
