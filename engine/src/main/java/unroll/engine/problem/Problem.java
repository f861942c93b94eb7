package unroll.engine.problem;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.control.ControlLoop;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.Stepper;
import unroll.engine.task.Task;

/**
 * A model that is to learn a task.
 *
 * @param task where the sequences come from
 * @param model of the task's inputs and outputs
 */
public record Problem(Task task, Model model) {
    /** A task with a model that has its numbers of inputs and outputs, or is closed around what it controls. */
    public static Problem of(Task task, ModelSettings settings) {
        return new Problem(task, Predictor.of(task, settings).model());
    }

    /** The same where only some parameters are trained; see {@link Model#training}. */
    public Problem training(String names) {
        return new Problem(task, model.training(names));
    }

    /** The model, and the criterion by which it is judged. */
    public Predictor predictor() {
        return new Predictor(task, model);
    }

    /** Numbers or symbols that the network receives at each step. */
    public int received() {
        return task.loop().map(ControlLoop::inputs).orElseGet(task::inputs);
    }

    /** Numbers that it predicts at each step. */
    public int predicted() {
        return task.loop().map(ControlLoop::outputs).orElseGet(task::outputs);
    }

    /** The model's parameters in the flat vector. */
    public Layout layout() {
        return model.layout();
    }

    /** The shape of {@code sequences} whole sequences of the task; nothing is dropped. */
    public Rollout.Shape shape(int sequences) {
        return predictor().shape(sequences);
    }

    /** The network over sequences; {@code parameters} may be shared with others of the problem. */
    public Rollout rollout(Backend backend, Parameters parameters, Rollout.Shape shape) {
        return predictor().rollout(backend, parameters, shape);
    }

    /** The network of a rollout one step after the other, without end; empty where {@link Predictor#stepper} has none. */
    public Optional<Stepper> stepper(Rollout rollout) {
        return predictor().stepper(rollout);
    }
}
