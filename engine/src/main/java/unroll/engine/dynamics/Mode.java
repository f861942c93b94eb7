package unroll.engine.dynamics;

/**
 * An eigenvalue of a Jacobian, and what becomes of a small difference along its eigenvector: it is multiplied by the eigenvalue at each
 * step.
 *
 * @param real part of the eigenvalue
 * @param imaginary part of it; of a conjugate pair both are modes
 * @param right real and imaginary part of the right eigenvector, of length 1, {@code [2][n]}; none where it was not asked for
 * @param left of the left eigenvector, scaled so that its product with the right one is 1: what a difference has of this mode, {@code [2][n]}
 */
public record Mode(double real, double imaginary, double[][] right, double[][] left) {
    /** By how much a difference grows in a step. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }

    /** Whether it grows. */
    public boolean unstable() {
        return modulus() > 1;
    }

    /** Steps in which a difference falls to 1/e, negative where it rises by e: {@code -1 / ln |lambda|}; infinite where it stays. */
    public double timeConstant() {
        return -1 / Math.log(modulus());
    }

    /** Steps in which it halves, negative where it doubles. */
    public double halfLife() {
        return Math.log(2) * timeConstant();
    }

    /** Steps in which it turns once, {@code 2 pi / |arg lambda|}; infinite where it does not turn. */
    public double period() {
        return 2 * Math.PI / Math.abs(Math.atan2(imaginary, real));
    }
}
