package unroll.engine.optim;

import unroll.engine.objective.Objective;

/** The settings of an optimiser, one record for each method. */
public sealed interface OptimiserSettings
        permits GradientDescent,
                Momentum,
                Nesterov,
                OriginalNesterov,
                Adam,
                RmsProp,
                Lbfgs,
                ConjugateGradients,
                HessianFree,
                AugmentedHessianFree,
                KrylovDescent,
                Ridge {
    /**
     * The optimiser with these settings for an objective, the only one it steps on.
     *
     * @throws unroll.engine.setting.SettingsException where the method cannot minimise it
     */
    Optimiser optimiser(Objective objective);

    /** About how many gradients of a batch of so many sequences an update takes as long as. */
    default double gradients(int batch) {
        return 1;
    }
}
