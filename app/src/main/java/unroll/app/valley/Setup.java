package unroll.app.valley;

import java.util.List;
import unroll.app.control.Numbers;

/**
 * A valley, a start and the constants of the methods that run there.
 *
 * @param first lambda_1, the curvature along the first direction, above 0
 * @param second lambda_2, the curvature across it, above 0
 * @param angle by which the directions are turned, in degrees
 * @param rate epsilon, at least 0
 * @param momentum mu, from 0 to below 1
 * @param updates that each method makes, at least 1
 * @param x where they start, to the right of the minimum
 * @param y and above it
 */
public record Setup(
        double first, double second, double angle, double rate, double momentum, int updates, double x, double y) {
    public Setup {
        if (!(first > 0 && second > 0 && rate >= 0 && momentum >= 0 && momentum < 1 && updates >= 1)
                || !Double.isFinite(first + second + angle + rate + x + y)) {
            throw new IllegalArgumentException("no valley to run in: curvatures " + first + " and " + second
                    + ", turned by " + angle + ", rate " + rate + ", momentum " + momentum + ", " + updates
                    + " updates from " + x + ", " + y);
        }
    }

    /** The matrix A {@code [2][2]} of {@code f(x) = x' A x / 2}. */
    double[][] matrix() {
        double c = Math.cos(Math.toRadians(angle));
        double s = Math.sin(Math.toRadians(angle));
        double mixed = (first - second) * c * s;
        return new double[][] {{first * c * c + second * s * s, mixed}, {mixed, first * s * s + second * c * c}};
    }

    /** All that is needed to have the same again, for people. */
    public List<String> facts() {
        return List.of(
                "curvatures " + Numbers.tick(first) + " and " + Numbers.tick(second),
                "turned by " + Numbers.tick(angle) + "\u00b0",
                "learning rate " + Numbers.tick(rate),
                "momentum " + Numbers.tick(momentum),
                "start " + Numbers.tick(x) + ", " + Numbers.tick(y));
    }

    /** The larger curvature. */
    double steepest() {
        return Math.max(first, second);
    }

    /** The smaller curvature. */
    double flattest() {
        return Math.min(first, second);
    }

    /** The same with another start. */
    Setup from(double newX, double newY) {
        return new Setup(first, second, angle, rate, momentum, updates, newX, newY);
    }
}
