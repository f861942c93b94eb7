package unroll.engine.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import unroll.engine.anatomy.Wires;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.dynamics.InputMode;
import unroll.engine.dynamics.NetworkMap;
import unroll.engine.experiment.Seeds;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;
import unroll.engine.perturb.Disturbance;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Response;
import unroll.engine.perturb.Subject;
import unroll.engine.problem.Problem;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunException;
import unroll.engine.record.RunFolder;
import unroll.engine.rollout.Rollout;
import unroll.engine.task.Task;
import unroll.engine.task.ThrownBalls;

/** The network at one update, unrolled over a single test sequence, from which probes take their answers. */
public final class Replica {
    private final Backend backend;
    private final Problem problem;
    private final Task task;
    private final Layout layout;
    private final Parameters parameters;
    private final Rollout rollout;
    private Optional<Wires> wires = Optional.empty(); // found when first needed
    private final Buffer units;
    private final HeldSequence held;
    private final FreeRun freeRun;
    private long update;

    /** A network of its own, with no parameters yet; {@code seeds} are those of the test sequences and of what is drawn. */
    public Replica(Backend backend, Problem problem, Seeds seeds) {
        this.backend = backend;
        this.problem = problem;
        task = problem.task();
        layout = problem.layout();
        parameters = Parameters.of(layout, backend);
        rollout = problem.rollout(backend, parameters, problem.shape(1).withInputGradients());
        units = backend.allocate(task.steps(), task.outputs());
        held = new HeldSequence(task, seeds.data());
        freeRun = new FreeRun(backend, task, rollout, units, seeds.sampling());
    }

    /**
     * Becomes the network that the run had after an update that is remembered; on the thread of its probes.
     *
     * @throws RunException where nothing is remembered of the update, or it cannot be read
     */
    public void lookBack(RunFolder folder, long newUpdate) {
        take(folder.remembered(newUpdate));
    }

    /** Takes over parameters; on the trainer's thread, while no probe is answered. */
    public void take(ParametersSource source) {
        update = source.update();
        backend.copy(source.theta(), parameters.value());
    }

    /** The same of a checkpoint. */
    public void take(Checkpoint checkpoint) {
        update = checkpoint.update();
        backend.write(checkpoint.flat(layout), 0, parameters.value());
    }

    /** The updates that made these parameters. */
    public long update() {
        return update;
    }

    /**
     * Runs the network over a test sequence, once on the true inputs and once free: from step {@code freeRunFrom} on its input is
     * the prediction of the step before, or a symbol drawn from that by the sampling seed and the sequence's number. Where the
     * step before predicts nothing the input stays the true one; a task whose inputs are not its outputs has no free run.
     *
     * @param sequence number of the test sequence, from 0
     * @param freeRunFrom the first step, from 1, whose input comes from the prediction of the step before
     */
    public SequenceAnswer run(int sequence, int freeRunFrom) {
        load(sequence);
        return answer(sequence, freeRunFrom);
    }

    /**
     * Runs the network free after a beginning that somebody gives in place of a test sequence.
     *
     * @param inputs of the first steps, one row at least and at most one for each step: {@code [N][I]}, or {@code [N][1]} where
     *     they are symbols
     * @param stream number of the stream of random numbers from which is drawn what follows: that of a test sequence draws as its free
     *     run does
     * @return what is predicted and follows; the targets are the inputs that come next, and no step counts behind the last of them
     * @throws IllegalArgumentException where the network cannot run free, or the inputs are none of its own
     */
    public SequenceAnswer goOn(float[][] inputs, int stream) {
        begin(inputs);
        return answer(stream, inputs.length);
    }

    /**
     * Has the network dream on after a beginning that somebody gives: each step receives what it dreamed at the step before, which is
     * one of the things that may come. A network that has a single expectation dreams that.
     *
     * @param inputs of the first steps, as {@link #goOn} has them; no symbols
     * @param stream number of the stream of random numbers: another one, another dream
     * @return what each step receives, {@code [T][I]}
     * @throws IllegalArgumentException as {@link #goOn}
     */
    public float[][] dream(float[][] inputs, int stream) {
        begin(inputs);
        freeRun.dream(inputs.length, stream);
        return rows(rollout.input().value());
    }

    private void begin(float[][] inputs) {
        held.begin(inputs, rollout.begin());
        held.load(rollout);
    }

    /** What the network makes of the sequence that is loaded; what is drawn comes from that stream. */
    private SequenceAnswer answer(int stream, int freeRunFrom) {
        rollout.value(1);
        float[][] hidden = rows(rollout.hidden().value());
        float[][] prediction = predictions();
        float[][] target = task.alignment().isPresent() ? aligned(prediction) : held.target();
        boolean generative = task.generative();
        float[][] followed = freeRun.run(held, stream, freeRunFrom);
        return new SequenceAnswer(
                update,
                held.sequence(),
                held.input(),
                target,
                held.weight(),
                hidden,
                prediction,
                generative ? predictions() : new float[0][],
                followed,
                held.times(),
                held.targetTimes());
    }

    /**
     * The same while the network is perturbed, as far as it can be.
     *
     * @param perturbations those that cannot be done to this network are left out
     */
    public SequenceAnswer run(int sequence, int freeRunFrom, List<Perturbation> perturbations) {
        List<Perturbation> done = Perturbation.allowed(perturbations, subject());
        List<SequenceAnswer> answers = new ArrayList<>(1);
        Disturbance.during(() -> answers.add(run(sequence, freeRunFrom)), rollout, done);
        return answers.getFirst();
    }

    /** The matrices and biases of the network that mean something each by itself. */
    public List<Layout.Slot> parts() {
        return layout.parts();
    }

    /** The weights of the Boltzmann machines that it has, hidden units down and visible ones across. */
    public Optional<Layout.Slot> machineWeights() {
        return rollout.machines().flatMap(machines -> parameters.slot(machines.weights()));
    }

    /** The numbers of one of its {@link #parts}, row by row. */
    public double[] numbers(Layout.Slot part) {
        double[] all = new double[layout.size()];
        backend.read(parameters.value(), all, 0);
        return Arrays.copyOfRange(all, part.offset(), part.offset() + part.size());
    }

    /** All parameters, flat. */
    public double[] theta() {
        return backend.read(parameters.value());
    }

    /** What it controls, to be moved on by these parameters or others; empty where it controls nothing, or not step by step. */
    public Optional<LiveMovement> live() {
        Optional<LiveMovement> live = LiveMovement.of(problem);
        live.ifPresent(movement -> movement.take(theta()));
        return live;
    }

    /** The gradient of the mean loss of the first {@code sequences} test sequences with respect to one of them, row by row. */
    public double[] gradient(Layout.Slot part, int sequences) {
        double[] mean = new double[part.size()];
        double[] all = new double[layout.size()];
        for (int sequence = 0; sequence < sequences; sequence++) {
            load(sequence);
            rollout.gradient(1.0 / sequences);
            backend.read(parameters.gradient(), all, 0);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += all[part.offset() + i];
            }
        }
        return mean;
    }

    /** The hidden states on the true inputs of a test sequence, {@code [T][H]}. */
    public float[][] hidden(int sequence) {
        runOnTruth(sequence);
        return rows(rollout.hidden().value());
    }

    /** Whether a hidden unit of that value hardly responds to its input; empty where the value does not tell, as in gated cells. */
    public Optional<DoublePredicate> saturation() {
        return rollout.activation().map(activation -> activation::saturated);
    }

    /**
     * The network as a map of its states, which keeps the parameters of this update.
     *
     * @throws unroll.engine.setting.SettingsException with the reason where there is no such map
     */
    public NetworkMap map(InputMode input) {
        return new NetworkMap(problem.predictor(), theta(), input);
    }

    /** Whether it receives symbols. */
    public boolean symbols() {
        return task.symbols();
    }

    /** What the network receives in a test sequence, by step: numbers, or the code of a symbol. */
    public double[][] received(int sequence) {
        held.hold(sequence);
        return held.received();
    }

    /** Whether it carries anything from step to step. */
    public boolean recurrent() {
        return rollout.carries();
    }

    /** What there is of the network to be perturbed. */
    public Subject subject() {
        return Subject.of(rollout);
    }

    /**
     * Runs the network over a test sequence twice, undisturbed and disturbed. In a free run symbols are drawn by the same random
     * numbers both times.
     *
     * @param sequence number of the test sequence, from 0
     * @param freeRunFrom the first step, from 1, of the free run, as in {@link #run}; none for the true inputs throughout
     * @throws IllegalArgumentException with the reason where a perturbation cannot be done to this network
     */
    public Response respond(int sequence, OptionalInt freeRunFrom, List<Perturbation> perturbations) {
        return Response.of(rollout, perturbations, () -> {
            runOnTruth(sequence);
            freeRunFrom.ifPresent(from -> freeRun.run(held, sequence, from));
        });
    }

    /**
     * What somebody finds in the network after it was swept over a test sequence, forward and back, while it is perturbed.
     *
     * @param perturbations those that cannot be done to this network are left out
     */
    <A> A sweep(int sequence, List<Perturbation> perturbations, BiFunction<Rollout, Wires, A> finding) {
        load(sequence);
        Wires known = wires.orElseGet(() -> Wires.of(rollout));
        wires = Optional.of(known);
        List<A> found = new ArrayList<>(1);
        Disturbance.during(
                () -> {
                    rollout.gradient(1);
                    found.add(finding.apply(rollout, known));
                },
                rollout,
                Perturbation.allowed(perturbations, subject()));
        return found.getFirst();
    }

    /** How the errors of a test sequence fare on their way back. */
    GradientFlow flow(int sequence, boolean jacobians) {
        load(sequence);
        return GradientFlow.of(rollout, jacobians);
    }

    private void load(int sequence) {
        held.hold(sequence);
        held.load(rollout);
    }

    /** Runs over a test sequence on its true inputs. */
    private void runOnTruth(int sequence) {
        load(sequence);
        rollout.value(1);
    }

    /**
     * What is wanted of the network in a test sequence.
     *
     * @param target by step and output
     * @param weight by step, how much it counts
     */
    public record Wanted(float[][] target, float[][] weight) {}

    /** What is wanted in a test sequence, for which nothing is computed. */
    public Wanted wanted(int sequence) {
        held.hold(sequence);
        return new Wanted(held.target(), held.weight());
    }

    /** The balls in the first frame of a test sequence; none where it shows something else. */
    public List<ThrownBalls.Ball> balls(int sequence) {
        return held.balls(sequence);
    }

    /**
     * The probability of each class at each step that counts, given the label string: {@code gamma = p - dL/do}, as the last
     * loss found it (thesis eq. 2.51).
     */
    private float[][] aligned(float[][] prediction) {
        float[][] aligned = rows(rollout.output().adjoint());
        for (int t = 0; t < aligned.length; t++) {
            for (int k = 0; k < aligned[t].length; k++) {
                boolean counts = held.weight()[t][0] != 0;
                aligned[t][k] = counts ? Math.clamp(prediction[t][k] - aligned[t][k], 0, 1) : 0;
            }
        }
        return aligned;
    }

    private float[][] predictions() {
        rollout.predictions(units);
        return rows(units);
    }

    private float[][] rows(Buffer buffer) {
        return Rows.of(backend.read(buffer), buffer.columns());
    }
}
