package unroll.engine.optim;

import java.util.Arrays;

/**
 * The directions of conjugate gradients for {@code phi(x) = x'Bx / 2 - b'x} from 0 on, one after the other, with a given direction
 * before the first: all are conjugate to it, so that what is gained along it is never lost (augmented conjugate gradients,
 * Erhel and Guyomarc'h 2000). Keeps no basis: vectors {@code [n]}, six of them.
 */
final class ConjugateDirections {
    /** As in {@link ConjugateGradient}: less of b than this is rounding. */
    private static final double ROUNDING = 1e-14;

    private final double[] r;
    private final double[] p;
    private final double[] bp;
    private final double[] first;
    private final double[] bFirst;
    private LinearOperator matrix = (v, product) -> Vectors.copy(v, product);
    private double[] b;
    private double firstCurvature;
    private double curvature;
    private double residual;
    private int number;

    ConjugateDirections(int n) {
        r = new double[n];
        p = new double[n];
        bp = new double[n];
        first = new double[n];
        bFirst = new double[n];
        b = new double[n];
    }

    /** Begins with {@code given} as the first direction, or with none where it is 0. */
    void begin(LinearOperator quadratic, double[] linear, double[] given) {
        matrix = quadratic;
        b = linear;
        number = 0;
        residual = 0;
        Vectors.copy(linear, r);
        Vectors.scale(-1, r);
        Vectors.copy(given, first);
        Arrays.fill(bFirst, 0);
        firstCurvature = 0;
        if (Vectors.dot(first, first) > 0) {
            matrix.apply(first, bFirst);
            firstCurvature = Vectors.dot(first, bFirst);
        }
    }

    /** Finds the next direction; false where there is none, for the minimum is reached or the curvature not positive. */
    boolean next() {
        if (number == 0 && firstCurvature > 0) {
            Vectors.copy(first, p);
            Vectors.copy(bFirst, bp);
            curvature =
                    firstCurvature; // residual stays 0: the next direction is the steepest descent, made conjugate to
            // this one
        } else if (!turn()) {
            return false;
        }
        number++;
        Vectors.addScaled(best(), bp, r);
        return true;
    }

    /** {@code p = -r + beta p + c first} with its curvature. */
    private boolean turn() {
        double square = Vectors.dot(r, r);
        if (!(Math.sqrt(square) > ROUNDING * Vectors.norm(b))) {
            return false;
        }
        Vectors.scale(residual > 0 ? square / residual : 0, p);
        Vectors.addScaled(-1, r, p);
        if (firstCurvature > 0) {
            Vectors.addScaled(Vectors.dot(bFirst, r) / firstCurvature, first, p);
        }
        residual = square;
        matrix.apply(p, bp);
        curvature = Vectors.dot(p, bp);
        return curvature > 0;
    }

    /** The direction. */
    double[] direction() {
        return p;
    }

    /** How far along it the quadratic falls most: {@code b'p / p'Bp}, whatever was done along the others. */
    double best() {
        return Vectors.dot(b, p) / curvature;
    }

    /** How much the quadratic changes there, below 0. */
    double predicted() {
        return -best() * Vectors.dot(b, p) / 2;
    }

    /** The norm of the quadratic's gradient after the best steps along all directions so far. */
    double residual() {
        return Vectors.norm(r);
    }
}
