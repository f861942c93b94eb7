package unroll.engine.backend;

import java.util.function.DoubleUnaryOperator;

/**
 * A hidden unit's non-linearity {@code h = f(u)}, whose slope is a function of {@code h} alone. Its meaning stands here, in double;
 * FloatActivation has its loops for processors, {@code elements.cu} of module gpu its kernels, in the same order.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions remember nothing
public enum Activation {
    /** {@code h = tanh(u)}, slope {@code 1 - h^2}. */
    TANH("values between -1 and 1", Math::tanh, h -> 1 - h * h, 1),
    /** {@code h = 1 / (1 + exp(-u))}, slope {@code h (1 - h)}. */
    LOGISTIC("values between 0 and 1", u -> 1 / (1 + Math.exp(-u)), h -> h * (1 - h), 0.25),
    /** {@code h = u}, slope 1. */
    LINEAR("the weighted sum itself", u -> u, h -> 1, 1),
    /** {@code h = max(u, 0)}, slope 1 where {@code h > 0}, else 0. */
    RELU("0 below 0, linear above", u -> Math.max(u, 0), h -> h > 0 ? 1 : 0, 1),
    /** {@code h = 1} where {@code u > 0}, else 0: a threshold (McCulloch and Pitts 1943), whose slope is 0 wherever it has one. */
    STEP("1 where the weighted sum is above 0, else 0", u -> u > 0 ? 1 : u <= 0 ? 0 : u, h -> 0, 1);

    /** A unit whose slope is below this share of the steepest is saturated: tanh beyond 0.95 or -0.95. */
    private static final double FLAT = 1 - 0.95 * 0.95;

    private final String help;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;
    private final double steepest;

    Activation(String help, DoubleUnaryOperator value, DoubleUnaryOperator slope, double steepest) {
        this.help = help;
        this.value = value;
        this.slope = slope;
        this.steepest = steepest;
    }

    /** What its units give, for people: "values between -1 and 1". */
    public String help() {
        return help;
    }

    /** {@code f(u)}. */
    double value(double u) {
        return value.applyAsDouble(u);
    }

    /** {@code f'(u)} where {@code f(u) = h}. */
    double slope(double h) {
        return slope.applyAsDouble(h);
    }

    /**
     * Whether a unit of this value hardly responds to its input: {@code f'} is below 0.0975 of its largest value. That is tanh beyond 0.95
     * or -0.95, logistic below 0.025 or above 0.975, and a rectifier that is off; a linear unit never is, a threshold always.
     */
    public boolean saturated(double h) {
        return slope(h) < FLAT * steepest;
    }
}
