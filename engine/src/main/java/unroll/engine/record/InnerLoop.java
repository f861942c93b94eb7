package unroll.engine.record;

import java.util.Arrays;

/**
 * The inner iterations of one update, such as those of conjugate gradients: number 0 is where they begin. What lies below
 * {@link #size()} never changes, but the last may yet be marked as kept.
 */
public final class InnerLoop {
    /** No iterations. */
    public static final InnerLoop NONE = none(0);

    private final long update;
    private final int[] number;
    private final double[] quadratic;
    private final double[] residual;
    private final boolean[] kept;
    private final int size;

    /** The first {@code size} entries of the arrays. */
    InnerLoop(long update, int[] number, double[] quadratic, double[] residual, boolean[] kept, int size) {
        this.update = update;
        this.number = number;
        this.quadratic = quadratic;
        this.residual = residual;
        this.kept = kept;
        this.size = size;
    }

    /** No iterations of an update. */
    public static InnerLoop none(long update) {
        return new InnerLoop(update, new int[0], new double[0], new double[0], new boolean[0], 0);
    }

    /** The update that they make, counted from 1. */
    public long update() {
        return update;
    }

    /** How many there are so far; 0 for an optimiser that has none. */
    public int size() {
        return size;
    }

    /** The number of the i-th: i itself, but where some were left out. */
    public int number(int i) {
        return number[i];
    }

    /** What they minimise, after the i-th. */
    public double quadratic(int i) {
        return quadratic[i];
    }

    /** How far from the minimum the i-th has come: the norm of the gradient that is left. */
    public double residual(int i) {
        return residual[i];
    }

    /** Whether the update looked back at the i-th when they had ended. */
    public boolean kept(int i) {
        return kept[i];
    }

    /**
     * A copy in single precision of about {@code most} iterations at most: the first, the last, those kept, and others at equal
     * distances.
     */
    InnerLoop thinned(int most) {
        int every = Math.max(1, (size + most - 1) / most);
        int[] few = new int[size];
        double[] values = new double[size];
        double[] norms = new double[size];
        boolean[] marks = new boolean[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i % every == 0 || i == size - 1 || kept[i]) {
                few[count] = number[i];
                values[count] = (float) quadratic[i];
                norms[count] = (float) residual[i];
                marks[count++] = kept[i];
            }
        }
        return new InnerLoop(
                update,
                Arrays.copyOf(few, count),
                Arrays.copyOf(values, count),
                Arrays.copyOf(norms, count),
                Arrays.copyOf(marks, count),
                count);
    }
}
