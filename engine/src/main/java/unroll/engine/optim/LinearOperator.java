package unroll.engine.optim;

/** A symmetric matrix {@code [n][n]} that is only known by its products. */
@FunctionalInterface
interface LinearOperator {
    /** {@code product = B x}; both {@code [n]}, the product overwritten. */
    void apply(double[] x, double[] product);
}
