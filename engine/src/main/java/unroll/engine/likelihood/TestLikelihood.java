package unroll.engine.likelihood;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
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
import unroll.engine.record.SignatureFile;
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
     * Of a run.
     *
     * @throws RunException where it has no weights yet
     * @throws SettingsException where its network gives no likelihoods
     */
    public TestLikelihood(RunFolder run) {
        experiment = run.experiment();
        Checkpoint checkpoint = run.checkpoint()
                .orElseThrow(() -> new RunException(run.path(), "has no weights yet; train it first", null));
        task = experiment.training().testLength() == 0
                ? SignatureFile.task(run, experiment)
                : experiment.tests().open();
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
        if (!rollout.measure().loss()) {
            throw new SettingsException(
                    "model", "machines in two layers have no likelihood that can be estimated here");
        }
        double value = rollout.value(1);
        double weight = Arrays.stream(test.weight()).sum();
        int steps = (int) Arrays.stream(test.weight()).filter(w -> w != 0).count();
        return new Likelihood(-value / weight, 0, Double.NaN, steps, steps, Likelihood.Method.NONE);
    }

    private Likelihood ofMachines(
            Rollout rollout, Machines machines, Batch test, Effort effort, DoubleConsumer progress) {
        long seed = experiment.seeds().sampling();
        Buffer predicted = backend.allocate(test.steps() * test.sequences(), task.outputs());
        rollout.predictions(predicted);
        var rows = new RowLikelihoods(
                machines.units(), machines.noise(), machines.hiddenBias().width(), test, effort, seed);
        rows.take(rollout, backend.read(predicted), 0, test.sequences());
        try (Workers workers = new Workers(experiment.backend().threadCount())) {
            return rows.find(backend.read(machines.weights().value()), seed, workers, progress);
        }
    }
}
