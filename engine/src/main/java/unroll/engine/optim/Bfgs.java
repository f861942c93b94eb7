package unroll.engine.optim;

import java.util.Arrays;

/**
 * Minimises a smooth function of few numbers {@code [k]} by the method of Broyden, Fletcher, Goldfarb and Shanno with the inverse
 * Hessian written out (Nocedal and Wright, algorithm 6.1), which begins as the identity.
 */
final class Bfgs {
    private static final double SHRINK = 0.5;
    /** c1 of the sufficient decrease (Nocedal and Wright 2006, sec. 3.1). */
    private static final double DECREASE = 1e-4;

    private static final int TRIES = 20;

    /** Of the first gradient: less is rounding. */
    private static final double ROUNDING = 1e-12;

    /** A function with its gradient. */
    @FunctionalInterface
    interface Function {
        /** The value at {@code c}, and the gradient there in {@code gradient}. */
        double at(double[] c, double[] gradient);
    }

    private final int k;
    private final double[][] inverse;
    private final double[] p;
    private final double[] y;
    private final double[] hy;
    private double[] c;
    private double[] g;
    private double[] nextC;
    private double[] nextG;
    private double value;
    private int iterations;

    Bfgs(int k) {
        this.k = k;
        inverse = new double[k][k];
        p = new double[k];
        y = new double[k];
        hy = new double[k];
        c = new double[k];
        g = new double[k];
        nextC = new double[k];
        nextG = new double[k];
    }

    /** Minimises from 0 on, where the function has this value and gradient, in at most {@code most} iterations. */
    void minimise(Function f, double valueAtZero, double[] gradientAtZero, int most, IterationListener listener) {
        for (int i = 0; i < k; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = 1;
        }
        Arrays.fill(c, 0);
        System.arraycopy(gradientAtZero, 0, g, 0, k);
        value = valueAtZero;
        double small = ROUNDING * Vectors.norm(g);
        iterations = 0;
        listener.iterated(0, value, Vectors.norm(g));
        while (iterations < most && Vectors.norm(g) > small && advance(f)) {
            iterations++;
            listener.iterated(iterations, value, Vectors.norm(g));
        }
    }

    /** One step; false where no step along its direction lowers the value. */
    private boolean advance(Function f) {
        for (int i = 0; i < k; i++) {
            p[i] = -Vectors.dot(inverse[i], g);
        }
        double slope = Vectors.dot(p, g);
        double alpha = 1;
        for (int i = 0; i < TRIES; i++) {
            System.arraycopy(c, 0, nextC, 0, k);
            Vectors.addScaled(alpha, p, nextC);
            double next = f.at(nextC, nextG);
            if (next <= value + DECREASE * alpha * slope && Double.isFinite(Vectors.dot(nextG, nextG))) {
                take(next, alpha);
                return true;
            }
            alpha *= SHRINK;
        }
        return false;
    }

    private void take(double next, double alpha) {
        Vectors.scale(alpha, p); // the step made
        System.arraycopy(nextG, 0, y, 0, k);
        Vectors.addScaled(-1, g, y);
        double curvature = Vectors.dot(p, y);
        if (curvature > 0) {
            updateInverse(curvature);
        }
        double[] freeC = c;
        double[] freeG = g;
        c = nextC;
        g = nextG;
        nextC = freeC;
        nextG = freeG;
        value = next;
    }

    /** {@code H = (I - s y' / s'y) H (I - y s' / s'y) + s s' / s'y}. */
    private void updateInverse(double curvature) {
        for (int i = 0; i < k; i++) {
            hy[i] = Vectors.dot(inverse[i], y);
        }
        double scale = (1 + Vectors.dot(y, hy) / curvature) / curvature;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                inverse[i][j] += scale * p[i] * p[j] - (hy[i] * p[j] + p[i] * hy[j]) / curvature;
            }
        }
    }

    /** Where the last run ended, {@code [k]}. */
    double[] point() {
        return c;
    }

    int iterations() {
        return iterations;
    }
}
