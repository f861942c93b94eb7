package unroll.engine.backend;

/** A hidden unit's non-linearity; each slope is a function of the value {@code h = f(u)} alone. */
public enum Activation {
    /** {@code h = tanh(u)}, slope {@code 1 - h^2}. */
    TANH,
    /** {@code h = 1 / (1 + exp(-u))}, slope {@code h (1 - h)}. */
    LOGISTIC,
    /** {@code h = u}, slope 1. */
    LINEAR,
    /** {@code h = max(u, 0)}, slope 1 where {@code h > 0}, else 0. */
    RELU
}
