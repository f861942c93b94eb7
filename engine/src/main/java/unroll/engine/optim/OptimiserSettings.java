package unroll.engine.optim;

import unroll.engine.backend.Backend;

/** The settings of an optimiser, one record for each method. */
public sealed interface OptimiserSettings permits GradientDescent, Momentum, Nesterov {
    /** The optimiser with these settings for a parameter vector of that length. */
    Optimiser optimiser(Backend backend, int dimension);
}
