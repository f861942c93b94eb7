package unroll.engine.planted.run;

import unroll.engine.backend.Backend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Marries model and loss by itself. */
public final class MakesANetwork {
    private MakesANetwork() {}

    /** A network that no problem knows of. */
    public static Rollout network(Backend backend, Model model, Parameters parameters) {
        return new Rollout(
                backend, model, StepCriterion.of(Loss.SQUARED), parameters, new Rollout.Shape(1, 1, 1, false));
    }
}
