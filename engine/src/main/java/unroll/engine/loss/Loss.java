package unroll.engine.loss;

/**
 * An output non-linearity with the loss that matches it (thesis sec. 2.3.2, 4.2).
 *
 * <p>With {@code o} the pre-activation of the output units, {@code p = g(o)} their value and {@code y} the target, every
 * matching loss has the gradient {@code p - y} and the Hessian {@code g'(o)} with respect to {@code o}.
 */
public enum Loss {
    /** Linear units, half the sum of squares: {@code L = |o - y|^2 / 2}, Hessian {@code I}. */
    SQUARED,
    /** Logistic units, cross-entropy: {@code L = sum softplus(o) - y o}, Hessian {@code diag(p (1 - p))}. */
    LOGISTIC,
    /** Softmax units, cross-entropy: {@code L = log sum exp(o) - y o}, Hessian {@code diag(p) - p p'}. */
    SOFTMAX
}
