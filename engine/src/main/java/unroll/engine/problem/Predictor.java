package unroll.engine.problem;

import java.util.Optional;
import unroll.engine.backend.Backend;
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
import unroll.engine.task.Signature;

/**
 * A model that predicts, and the criterion by which it is judged: the one place where networks are made.
 *
 * @param signature what it receives and predicts
 * @param model of so many inputs and outputs
 */
public record Predictor(Signature signature, Model model) {
    /** A model that has the signature's numbers of inputs and outputs, or is closed around what it controls. */
    public static Predictor of(Signature signature, ModelSettings settings) {
        if (signature.loop().isPresent()) {
            return new Predictor(signature, signature.loop().get().closedBy(settings));
        }
        settings.only().filter(loss -> loss != signature.loss()).ifPresent(loss -> {
            throw new SettingsException("model", wrongTargets(loss, signature.loss()));
        });
        return new Predictor(signature, settings.model(signature.inputs(), signature.outputs()));
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

    /** The shape of {@code sequences} whole sequences; nothing is dropped. */
    public Rollout.Shape shape(int sequences) {
        return new Rollout.Shape(signature.steps(), sequences, signature.inputs(), signature.symbols());
    }

    /** The network over sequences; {@code parameters} may be shared with others of its model. */
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
        return signature
                .alignment()
                .map(alignment -> StringCriterion.of(signature.loss(), alignment))
                .orElseGet(() -> StepCriterion.of(signature.loss()));
    }
}
