package unroll.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.baseline.Baseline;
import unroll.engine.experiment.CostEstimate;
import unroll.engine.experiment.Experiment;
import unroll.engine.experiment.FirstParameters;
import unroll.engine.file.Tensor;
import unroll.engine.likelihood.TestScores;
import unroll.engine.loss.Loss;
import unroll.engine.model.CriterionMeasure;
import unroll.engine.model.Model;
import unroll.engine.objective.NotFinite;
import unroll.engine.objective.Objective;
import unroll.engine.objective.RegularisedObjective;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.optim.Gauge;
import unroll.engine.optim.Optimiser;
import unroll.engine.optim.Reading;
import unroll.engine.optim.Step;
import unroll.engine.optim.Watcher;
import unroll.engine.probe.ParametersSource;
import unroll.engine.probe.Replica;
import unroll.engine.problem.Problem;
import unroll.engine.random.Purpose;
import unroll.engine.record.BaselineScores;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.record.SignatureFile;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/** An experiment that is trained, one update at a time, on the thread of whoever calls. */
public final class Training implements ParametersSource, AutoCloseable {
    /** Training sequences that baselines learn from; enough for a linear predictor of a few hundred pixels. */
    private static final int BASELINE_SEQUENCES = 200;

    private Experiment experiment;
    private final Problem problem;

    /** The problem as tests have it: perhaps with sequences of another length. */
    private final Problem judged;

    private final Backend backend;
    private final Workers workers;
    private final ShardedObjective sharded;
    private final Objective objective;
    private final Evaluator evaluator;
    private final double stepsCounted;
    private final double floor;
    private Optimiser optimiser;
    private TrainingState state;

    /**
     * Opens the task and draws the first parameters.
     *
     * @throws unroll.engine.data.DataException where a file of the task cannot be used
     * @throws unroll.engine.file.FileException where the first parameters are given by a file that cannot be used
     */
    public Training(Experiment experiment) {
        this(experiment, experiment.task().open(), false);
    }

    /**
     * Trains on a task.
     *
     * @param task of the experiment, opened
     * @param restored whether {@link #restore} follows: then no first parameters are drawn, nor read from a file that may
     *     be gone by now
     */
    Training(Experiment experiment, Task task, boolean restored) {
        this(experiment, task, restored, objective -> objective);
    }

    /** The same on another objective, made of the experiment's. */
    Training(Experiment experiment, Task task, boolean restored, UnaryOperator<Objective> other) {
        this.experiment = experiment;
        problem = Problem.of(task, experiment.model())
                .training(experiment.training().train());
        boolean alike = experiment.training().testLength() == 0;
        judged = alike ? problem : Problem.of(experiment.tests().open(), experiment.model());
        CostEstimate.requireMemory(experiment, problem);
        backend = experiment.backend().open();
        double[] first = restored
                ? new double[problem.layout().size()]
                : FirstParameters.draw(experiment, problem.task(), problem.layout());
        workers = new Workers(experiment.backend().threadCount());
        long seed = experiment.seeds().data();
        try {
            sharded = new ShardedObjective(
                    backend,
                    problem,
                    experiment.gradient(),
                    experiment.regularisation(),
                    experiment.training().batch(),
                    seed,
                    experiment.training().sequences(),
                    workers);
            objective =
                    other.apply(new RegularisedObjective(sharded, problem.layout(), experiment.regularisation(), seed));
            evaluator = new Evaluator(backend, judged, experiment.training().testSequences(), seed, workers);
            optimiser = experiment.optimiser().optimiser(objective);
            state = new TrainingState(backend, problem.layout(), sharded.updatesPerBatch(), first, carried());
            Batch typical = alike ? evaluator.test() : learned(problem.task());
            floor = problem.task().floor(typical);
            stepsCounted = sum(typical.weight()) / typical.sequences();
        } catch (SettingsException e) {
            workers.close();
            throw e;
        } catch (DeviceFailure e) {
            workers.close();
            throw new DeviceFailure(words(e));
        }
    }

    /**
     * The network of a run as it was last saved.
     *
     * @throws RunException where the folder cannot be read, or holds no weights yet
     */
    public static Replica network(RunFolder folder) {
        Checkpoint checkpoint = folder.checkpoint()
                .orElseThrow(() -> new RunException(folder.path(), "has no weights yet; train it first", null));
        Experiment experiment = folder.experiment();
        try (Training training = new Training(experiment, SignatureFile.task(folder, experiment), true)) {
            training.restore(checkpoint);
            return training.replica();
        } catch (IllegalArgumentException e) {
            throw new RunException(folder.path(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Makes the next update; where it would leave the finite numbers it changes nothing, see {@link Step#finite}. */
    public Step advance() {
        return advance(Watcher.NONE);
    }

    /** The same with a watcher, which may give the update up half-way: then nothing changes, see {@link Step#stopped}. */
    Step advance(Watcher watcher) {
        state.begin();
        Step step = optimiser.step(state.theta(), state.update(), watcher);
        if (step.finite()) {
            state.end();
            if (!sharded.measure().equals(CriterionMeasure.LOSS)) {
                step.add(found(step.loss()));
            }
        }
        return step;
    }

    /** What is reported of each update: by the optimiser, and of a value that is no loss. */
    List<Gauge> gauges() {
        CriterionMeasure measure = sharded.measure();
        List<Gauge> gauges = new ArrayList<>(optimiser.gauges());
        if (!measure.loss()) {
            gauges.add(new Gauge(measure.name(), measure.help(), Gauge.Presentation.CURVE, List.of(0.0)));
        }
        measure.beside()
                .forEach(beside ->
                        gauges.add(new Gauge(beside.name(), beside.help(), Gauge.Presentation.CURVE, List.of())));
        return gauges;
    }

    /** A value that is no loss, and what was found beside it, for each step that counts. */
    private List<Reading> found(double value) {
        CriterionMeasure measure = sharded.measure();
        List<Reading> readings = new ArrayList<>();
        if (!measure.loss()) {
            readings.add(Reading.of(measure.name(), value / stepsCounted));
        }
        for (int i = 0; i < measure.beside().size(); i++) {
            readings.add(Reading.of(measure.beside().get(i).name(), sharded.beside(i) / stepsCounted));
        }
        return readings;
    }

    /** What the objective and the optimiser carry from update to update, by the names that it has in checkpoints. */
    private Map<String, Buffer> carried() {
        Map<String, Buffer> carried = new TreeMap<>();
        objective.state().forEach((name, buffer) -> carried.put(Checkpoint.OBJECTIVE + name, buffer));
        optimiser.state().forEach((name, buffer) -> carried.put(Checkpoint.OPTIMISER + name, buffer));
        return carried;
    }

    /** Updates made. */
    @Override
    public long update() {
        return state.update();
    }

    @Override
    public Buffer theta() {
        return state.theta();
    }

    /**
     * A batch loss in the unit of the headline metric: per counted time step, above the least loss that the test sequences, or training
     * sequences where those are of another length, allow (the entropy of their targets stands for that of the batch). No number where the value is no loss, which cannot be compared.
     */
    public double headline(double value) {
        return sharded.measure().loss() ? (value - floor) / stepsCounted : Double.NaN;
    }

    /** What the value of a batch is. */
    public CriterionMeasure measure() {
        return sharded.measure();
    }

    /** Where tests bound a loss that training does not: that they do, as a sentence to follow another; else empty. */
    String testsCut() {
        return sharded.measure().loss() && problem.task().loss() != Loss.SQUARED
                ? " Tests take no probability to be less than 2^-54, so that their curve stays below."
                : "";
    }

    /** What is reported of tests, the headline first. */
    public List<Metric> metrics() {
        return TestScores.metrics(judged);
    }

    /** The score of each metric on the test sequences. */
    public double[] test() {
        return evaluator.scores(state.theta());
    }

    /** The scores of what the model must beat, on the same test sequences. */
    public List<BaselineScores> baselines() {
        Batch learned = learned(judged.task());
        List<BaselineScores> scores = new ArrayList<>();
        for (Baseline baseline : judged.task().baselines()) {
            baseline.fit(learned);
            double[] predictions = baseline.predict(evaluator.test());
            double[] values = metrics().stream()
                    .mapToDouble(metric -> evaluator.score(metric, predictions))
                    .toArray();
            scores.add(new BaselineScores(baseline.name(), values));
        }
        return scores;
    }

    /** Some training sequences, of the length that a task gives them. */
    private Batch learned(Task task) {
        return task.draw(
                Split.TRAIN,
                experiment.seeds().data(),
                Purpose.TRAINING_DATA,
                0,
                experiment.training().different(BASELINE_SEQUENCES));
    }

    /**
     * Finds where the update that failed, the last one tried, first left the finite numbers, and takes back the update
     * before it: that one led to parameters at which nothing can be computed, whatever the learning rate.
     */
    public Divergence diagnose(Step failed) {
        NotFinite found = Double.isFinite(failed.loss()) && Double.isFinite(failed.gradientNorm())
                ? new NotFinite("the step itself", 0)
                : sharded.firstNotFinite();
        return new Divergence(state.update() + 1, found.tensor(), found.step(), state.takeBack());
    }

    public Experiment experiment() {
        return experiment;
    }

    /** Goes on with other live settings; the optimiser keeps what it carries. */
    public void change(Experiment other) {
        if (!experiment.differsOnlyLive(other)) {
            throw new IllegalArgumentException("only live settings can change while a run goes on");
        }
        experiment = other;
        optimiser = experiment.optimiser().optimiser(objective);
        state = state.carriedBy(carried());
    }

    /** The task as its tests have it. */
    public Task task() {
        return judged.task();
    }

    /** What failed and, where it was memory, what would fit; without a full stop. */
    String words(DeviceFailure failure) {
        return MemoryAdvice.words(failure, experiment, problem.task(), backend.shard());
    }

    /** The memory of the device that computes it; empty where it has none of its own, or has failed. */
    Optional<DeviceMemory> memory() {
        try {
            return backend.memory();
        } catch (DeviceFailure e) {
            return Optional.empty(); // the next computation fails too, and that is reported
        }
    }

    public Model model() {
        return problem.model();
    }

    public Backend backend() {
        return backend;
    }

    /** Whether all updates of the experiment are made. */
    public boolean finished() {
        return update() >= experiment.training().updates();
    }

    /** Whether the update just made is one after which to test. */
    public boolean testDue() {
        return finished() || update() % experiment.training().testEvery() == 0;
    }

    /** What computes, with how many threads, for people. */
    public String describeBackend() {
        String threads = workers.count() + (workers.count() == 1 ? " thread" : " threads");
        String obstacle = experiment.backend().obstacle();
        String plant = problem.task()
                .loop()
                .filter(_ -> memory().isPresent())
                .map(loop -> " · " + loop.plant().name() + " on the processor")
                .orElse("");
        return backend.description() + " · " + threads + plant + (obstacle.isEmpty() ? "" : " · no card: " + obstacle);
    }

    /** A copy of the network as it is now, for probes. */
    public Replica replica() {
        Replica replica = new Replica(backend, judged, experiment.seeds());
        replica.take(this);
        return replica;
    }

    /** Every number that a resumed run needs: the parameters by name and what is carried. */
    public Checkpoint checkpoint(double seconds) {
        return state.checkpoint(seconds);
    }

    /** The parameters by name. */
    public Map<String, Tensor> parameters() {
        return state.parameters();
    }

    /**
     * Continues from a checkpoint of the same experiment.
     *
     * @throws IllegalArgumentException where a tensor is missing or has another shape
     */
    public void restore(Checkpoint checkpoint) {
        state.restore(checkpoint);
        while (update() < checkpoint.update() && advance().finite()) {
            // made again: they see the later pieces of a batch that was begun
        }
    }

    /**
     * Begins at a checkpoint's parameters, before the first update, with an optimiser that carries nothing yet.
     *
     * @throws IllegalArgumentException where a tensor is missing or has another shape
     */
    void begin(Checkpoint checkpoint) {
        state.restoreParameters(checkpoint);
    }

    /** Whether the training could go on with what a checkpoint carries: the same vectors, of the same sizes. */
    boolean fits(Checkpoint checkpoint) {
        return state.fits(checkpoint);
    }

    @Override
    public void close() {
        workers.close();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
