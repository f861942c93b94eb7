package unroll.engine.optim;

import java.util.Arrays;

/** The diagonal {@code M = (s + lambda)^(3/4)} of mean squared gradients s (Martens 2010, sec. 4.7). */
final class Preconditioner {
    private static final double POWER = 0.75;

    /** No entry is smaller than this share of the largest (Vinyals and Povey 2011), so that M can be divided by. */
    private static final double FLOOR = 1e-4;

    private Preconditioner() {}

    /** Makes M of the squares in place. */
    static void of(double[] squares, double lambda) {
        double largest = Arrays.stream(squares).max().orElse(0);
        double least = largest + lambda > 0 ? FLOOR * Math.pow(largest + lambda, POWER) : 1;
        for (int i = 0; i < squares.length; i++) {
            squares[i] = Math.max(least, Math.pow(squares[i] + lambda, POWER));
        }
    }
}
