package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.SettingsException;

/** What all methods need that build a quadratic model of the loss. */
final class QuadraticModels {
    private QuadraticModels() {}

    /** Refuses an objective whose curvature does not belong to its gradient. */
    static void requireCurvature(Objective objective) {
        objective.curvatureObstacle().ifPresent(why -> {
            throw new SettingsException(
                    "optimiser",
                    "no quadratic model of this loss can be made, for " + why
                            + "; choose another optimiser, or another gradient or regularisation");
        });
    }
}
