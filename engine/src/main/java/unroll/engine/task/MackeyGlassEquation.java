package unroll.engine.task;

/**
 * The delay differential equation {@code x'(t) = 0.2 x(t - tau) / (1 + x(t - tau)^10) - 0.1 x(t)} (Mackey and Glass 1977).
 *
 * <p>It is solved by the classical Runge-Kutta method of order 4 with equal steps that divide tau, so that the kinks which the
 * start leaves at multiples of tau lie between steps; the delayed value in the middle of a step is read off the cubic through
 * its ends' values and slopes, which is of order 4 too.
 */
final class MackeyGlassEquation {
    private static final double GAIN = 0.2;
    private static final double DECAY = 0.1;
    private static final int POWER = 10;

    /** With steps of 0.1 a solution is known to about 1e-8 after 100 units of time (halving the step). */
    static final int STEPS_PER_UNIT = 10;

    private final int delay;
    private final int stepsPerUnit;

    /** With that tau and steps of 0.1. */
    MackeyGlassEquation(int delay) {
        this(delay, STEPS_PER_UNIT);
    }

    MackeyGlassEquation(int delay, int stepsPerUnit) {
        this.delay = delay;
        this.stepsPerUnit = stepsPerUnit;
    }

    private static double slope(double x, double delayed) {
        return GAIN * delayed / (1 + Math.pow(delayed, POWER)) - DECAY * x;
    }

    /** The solution at times 1, 2, ... with {@code x(t) = history} up to time 0. */
    double[] solve(double history, int samples) {
        int back = delay * stepsPerUnit;
        int steps = samples * stepsPerUnit;
        double h = 1.0 / stepsPerUnit;
        double[] x = new double[steps + 1];
        double[] slopes = new double[steps + 1];
        x[0] = history;
        for (int i = 0; i < steps; i++) {
            int d = i - back;
            double begin = d < 0 ? history : x[d];
            double end = d + 1 < 0 ? history : x[d + 1];
            double middle = d < 0 ? history : (x[d] + x[d + 1]) / 2 + h / 8 * (slopes[d] - slopes[d + 1]);
            double k1 = slope(x[i], begin);
            double k2 = slope(x[i] + h / 2 * k1, middle);
            double k3 = slope(x[i] + h / 2 * k2, middle);
            double k4 = slope(x[i] + h * k3, end);
            x[i + 1] = x[i] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            slopes[i] = k1;
        }
        double[] sampled = new double[samples];
        for (int s = 0; s < samples; s++) {
            sampled[s] = x[(s + 1) * stepsPerUnit];
        }
        return sampled;
    }
}
