package unroll.engine.run;

/**
 * The inner iterations of one update, such as those of conjugate gradients: number 0 is where they begin. What lies below
 * {@link #size()} never changes.
 */
public final class InnerLoop {
    /** No iterations. */
    public static final InnerLoop NONE = new InnerLoop(0, new double[0], new double[0], 0);

    private final long update;
    private final double[] quadratic;
    private final double[] residual;
    private final int size;

    /** The first {@code size} entries of the arrays, which never change again. */
    InnerLoop(long update, double[] quadratic, double[] residual, int size) {
        this.update = update;
        this.quadratic = quadratic;
        this.residual = residual;
        this.size = size;
    }

    /** The update that they make, counted from 1. */
    public long update() {
        return update;
    }

    /** How many there are so far; 0 for an optimiser that has none. */
    public int size() {
        return size;
    }

    /** What they minimise, after iteration {@code i}. */
    public double quadratic(int i) {
        return quadratic[i];
    }

    /** How far from the minimum iteration {@code i} has come: the norm of the gradient that is left. */
    public double residual(int i) {
        return residual[i];
    }
}
