package unroll.engine.problem;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.control.ControlLoop;
import unroll.engine.loss.Loss;
import unroll.engine.model.Criterion;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.rollout.Stepper;
import unroll.engine.rollout.StringCriterion;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Task;

/**
 * A model that is to learn a task, and the criterion by which it is judged: the one place where networks are made.
 *
 * @param task where the sequences come from
 * @param model of the task's inputs and outputs
 */
public record Problem(Task task, Model model) {
    /** A task with a model that has its numbers of inputs and outputs, or is closed around what it controls. */
    public static Problem of(Task task, ModelSettings settings) {
        if (task.loop().isPresent()) {
            return new Problem(task, task.loop().get().closedBy(settings));
        }
        settings.only().filter(loss -> loss != task.loss()).ifPresent(loss -> {
            throw new SettingsException("model", wrongTargets(loss, task.loss()));
        });
        return new Problem(task, settings.model(task.inputs(), task.outputs()));
    }

    /** Numbers or symbols that the network receives at each step. */
    public int received() {
        return task.loop().map(ControlLoop::inputs).orElseGet(task::inputs);
    }

    /** Numbers that it predicts at each step. */
    public int predicted() {
        return task.loop().map(ControlLoop::outputs).orElseGet(task::outputs);
    }

    private static String wrongTargets(Loss needed, Loss there) {
        return switch (there) {
            case SQUARED ->
                "its visible units are binary, but the targets of this task are numbers; set them to gaussian";
            case LOGISTIC ->
                "its visible units are Gaussian, but the targets of this task are on or off; set them to binary";
            default ->
                "it models targets that are " + (needed == Loss.SQUARED ? "numbers" : "on or off")
                        + ", but this task has classes or symbols; choose another model or task";
        };
    }

    /** The model's parameters in the flat vector. */
    public Layout layout() {
        return model.layout();
    }

    /** The shape of {@code sequences} whole sequences of the task; nothing is dropped. */
    public Rollout.Shape shape(int sequences) {
        return new Rollout.Shape(task.steps(), sequences, task.inputs(), task.symbols());
    }

    /** The network over sequences; {@code parameters} may be shared with others of the problem. */
    public Rollout rollout(Backend backend, Parameters parameters, Rollout.Shape shape) {
        return new Rollout(backend, model, criterion(), parameters, shape);
    }

    /**
     * The network of a rollout one step after the other, without end; empty where its steps differ, as those of a network that
     * first reads and then writes.
     */
    public Optional<Stepper> stepper(Rollout rollout) {
        return rollout.graph().stationary()
                ? Optional.of(new Stepper(rollout(
                        rollout.backend(),
                        rollout.parameters(),
                        shape(rollout.graph().sequences())
                                .over(rollout.graph().state().steps() + 1))))
                : Optional.empty();
    }

    private Criterion.Maker criterion() {
        return task.alignment()
                .map(alignment -> StringCriterion.of(task.loss(), alignment))
                .orElseGet(() -> StepCriterion.of(task.loss()));
    }
}
