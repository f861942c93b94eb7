package unroll.engine.optim;

import java.util.Arrays;
import java.util.List;

/**
 * Minimises {@code phi(x) = x'Bx / 2 - b'x} by preconditioned conjugate gradients (Hestenes and Stiefel 1952), all vectors
 * {@code [n]} of double. With the residual {@code r = Bx - b} the value is {@code phi = (r - b)'x / 2}, at no cost.
 *
 * <p>First {@link #begin} or {@link #beginBelowZero}, then {@link #run}.
 */
final class ConjugateGradient {
    /** A residual this much smaller than b is all rounding: a few dozen units in the last place. */
    private static final double ROUNDING = 1e-14;

    private final int n;
    private final double[] x;
    private final double[] r;
    private final double[] y;
    private final double[] p;
    private final double[] bp;
    private final Iterates iterates = new Iterates();
    private final double[] inverse;
    private LinearOperator matrix = (v, product) -> Vectors.copy(v, product);
    private double[] b;
    private int iterations;

    ConjugateGradient(int n) {
        this.n = n;
        x = new double[n];
        r = new double[n];
        y = new double[n];
        p = new double[n];
        bp = new double[n];
        b = new double[n];
        inverse = new double[n];
        precondition();
    }

    /** Solves as the quadratic is given, with M = I. */
    void precondition() {
        Arrays.fill(inverse, 1);
    }

    /** Solves with the diagonal matrix M instead of I as a measure of length; {@code diagonal} is positive. */
    void precondition(double[] diagonal) {
        for (int i = 0; i < n; i++) {
            inverse[i] = 1 / diagonal[i];
        }
    }

    /** Begins at {@code start}; the quadratic's B and b hold until the next beginning. */
    void begin(LinearOperator quadratic, double[] linear, double[] start) {
        matrix = quadratic;
        b = linear;
        iterations = 0;
        iterates.clear();
        Vectors.copy(start, x);
        Arrays.fill(r, 0);
        if (Vectors.dot(x, x) != 0) {
            matrix.apply(x, r);
        }
        Vectors.addScaled(-1, b, r);
    }

    /**
     * Begins at {@code start} if the quadratic is below 0 there and else at 0: a start that was good for another quadratic may be
     * so bad for this one that the iterations do nothing but undo it.
     */
    void beginBelowZero(LinearOperator quadratic, double[] linear, double[] start) {
        begin(quadratic, linear, start);
        if (!(value() < 0)) {
            begin(quadratic, linear, new double[n]);
        }
    }

    /**
     * Iterates until a rule stops it, the curvature is not positive, the minimum is reached or {@code most} iterations are made.
     *
     * @return why it stopped, in words for people
     */
    String run(int most, List<? extends StopRule> rules, IterationListener listener) {
        double small = ROUNDING * Vectors.norm(b);
        double rho = residual();
        Vectors.copy(y, p);
        Vectors.scale(-1, p);
        listener.iterated(0, value(), Math.sqrt(rho));
        if (value() < 0) {
            keep(listener);
        }
        while (iterations < most) {
            if (Vectors.norm(r) <= small) {
                return end("the minimum was reached", listener);
            }
            matrix.apply(p, bp);
            double curvature = Vectors.dot(p, bp);
            if (!(curvature > 0)) {
                String why = Double.isNaN(curvature) ? "a number was not finite" : "the curvature was not positive";
                return end(why, listener);
            }
            rho = advance(rho, curvature);
            listener.iterated(iterations, value(), Math.sqrt(rho));
            boolean kept = iterates.due(iterations);
            if (kept) {
                keep(listener);
            }
            for (StopRule rule : rules) {
                if (rule.enough(iterations, kept, value(), x)) {
                    return end(rule.words(), listener);
                }
            }
        }
        return end("all " + most + " iterations were made", listener);
    }

    /** Steps to the minimum along p and finds the next direction; {@code rho} is {@code r'M^-1 r}, of which it returns the next. */
    private double advance(double rho, double curvature) {
        double alpha = rho / curvature;
        Vectors.addScaled(alpha, p, x);
        Vectors.addScaled(alpha, bp, r);
        iterations++;
        double next = residual();
        Vectors.scale(next / rho, p);
        Vectors.addScaled(-1, y, p);
        return next;
    }

    private String end(String why, IterationListener listener) {
        if (iterations > 0) {
            keep(listener);
        }
        return why;
    }

    private void keep(IterationListener listener) {
        iterates.keep(iterations, x);
        listener.kept();
    }

    /** {@code y = M^-1 r}; returns the squared norm {@code r'M^-1 r}. */
    private double residual() {
        for (int i = 0; i < n; i++) {
            y[i] = inverse[i] * r[i];
        }
        return Vectors.dot(r, y);
    }

    /** {@code phi(x)} of the current iterate. */
    double value() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (r[i] - b[i]) * x[i];
        }
        return sum / 2;
    }

    /** Iterations made. */
    int iterations() {
        return iterations;
    }

    /** The current iterate. */
    double[] x() {
        return x;
    }

    /** The next direction, conjugate to all before. */
    double[] direction() {
        return p;
    }

    /** The iterates that were kept; the last is the current one, unless that is 0. */
    Iterates iterates() {
        return iterates;
    }
}
