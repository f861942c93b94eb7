package unroll.engine.quadratic;

import java.util.OptionalDouble;

/**
 * What momentum does along one eigen-direction of a quadratic function: {@code v = m v - g x; x = x + v} (thesis eq. 7.1-7.2),
 * so that {@code x_{t+1} = (1 + m - g) x_t - m x_{t-1}} and every solution is a sum of powers of the two roots of
 * {@code z^2 - (1 + m - g) z + m}.
 *
 * @param momentum m, the momentum that holds in this direction
 * @param gain g, the learning rate times the curvature of this direction, at least 0
 */
public record Mode(double momentum, double gain) {
    /**
     * A discriminant this close to 0 is 0. Roots of {@code -4e-8} turn by {@code 1e-4 / sqrt(m)} an update: a swing that takes
     * more than 10,000 updates has faded long before.
     */
    private static final double NO_TURN = 4e-8;

    /** How the direction is gone along. */
    public enum Motion {
        /** Not at all: the direction is flat, or the rate is 0. */
        STILL,
        /** Towards one side only. */
        STRAIGHT,
        /** As fast as it can without swinging: both roots are the same. */
        CRITICAL,
        /** To and fro across the minimum, a swing of several updates. */
        SWINGING,
        /** To the other side of the minimum at every update. */
        ZIGZAG
    }

    public Mode {
        if (!(gain >= 0) || !Double.isFinite(gain) || !Double.isFinite(momentum)) {
            throw new IllegalArgumentException(
                    "momentum and gain are numbers, the gain not below 0: " + momentum + ", " + gain);
        }
    }

    /** Gradient descent: no momentum. */
    public static Mode descent(double rate, double curvature) {
        return new Mode(0, rate * curvature);
    }

    /** Classical momentum (thesis eq. 7.1-7.2). */
    public static Mode momentum(double rate, double mu, double curvature) {
        return new Mode(mu, rate * curvature);
    }

    /** Nesterov's gradient (thesis eq. 7.12-7.13): momentum with {@code mu (1 - epsilon lambda)} instead of {@code mu}. */
    public static Mode nesterov(double rate, double mu, double curvature) {
        double gain = rate * curvature;
        return new Mode(mu * (1 - gain), gain);
    }

    private double sum() {
        return 1 + momentum - gain;
    }

    private double discriminant() {
        return sum() * sum() - 4 * momentum;
    }

    /** The size of the larger root: what remains of the distance after an update, in the long run; above 1 it grows. */
    public double contraction() {
        double discriminant = discriminant();
        return discriminant < 0 ? Math.sqrt(momentum) : (Math.abs(sum()) + Math.sqrt(discriminant)) / 2;
    }

    /** Whether the distance grows without end. */
    public boolean diverges() {
        return contraction() > 1;
    }

    public Motion motion() {
        if (gain == 0) {
            return Motion.STILL;
        }
        double discriminant = discriminant();
        if (Math.abs(discriminant) <= NO_TURN && momentum > 0 && sum() > 0) {
            return Motion.CRITICAL;
        }
        if (discriminant < 0) {
            return Motion.SWINGING;
        }
        return sum() < 0 ? Motion.ZIGZAG : Motion.STRAIGHT;
    }

    /** Updates for a whole swing, where it swings. */
    public OptionalDouble period() {
        return motion() == Motion.SWINGING
                ? OptionalDouble.of(2 * Math.PI / Math.acos(sum() / (2 * Math.sqrt(momentum))))
                : OptionalDouble.empty();
    }
}
