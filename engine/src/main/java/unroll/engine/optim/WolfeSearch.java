package unroll.engine.optim;

/**
 * Finds a step length that satisfies the strong Wolfe conditions {@code phi(a) <= phi(0) + c1 a phi'(0)} and
 * {@code |phi'(a)| <= c2 |phi'(0)|} along a line that begins downhill (Nocedal and Wright 2006, algorithms 3.5 and 3.6, with cubic
 * interpolation by their eq. 3.59).
 *
 * <p>Differences of value that rounding explains count as none; slopes decide there.
 */
final class WolfeSearch {
    /** Nocedal and Wright (2006, sec. 3.1): how much of the predicted decrease is required. */
    private static final double DECREASE = 1e-4;

    /** Steps are lengthened by at least and at most these factors. */
    private static final double STRETCH = 2;

    private static final double LONGEST_STRETCH = 10;

    /** A step found between two others keeps this part of their distance from both. */
    private static final double MARGIN = 0.1;

    /** One in this many interpolations is replaced by halving the interval, so that its length must go to 0. */
    private static final int HALVE_EVERY = 3;

    /** A function of the step length; value and slope may be NaN or infinite. */
    interface LineFunction {
        /** The value at a step length, where the slope is then known too. */
        double value(double length);

        /** The slope where the value was computed last. */
        double slope();
    }

    private final double decrease;
    private final double slopeLeft;
    private final int most;

    /** The best point yet, the other end of the interval that holds a minimum, and the newest point. */
    private final Point low = new Point();

    private final Point high = new Point();
    private final Point trial = new Point();
    private double value0;
    private double slope0;
    private double rounding;
    private int evaluations;

    private static final class Point {
        double length;
        double value;
        double slope;

        void set(double newLength, double newValue, double newSlope) {
            length = newLength;
            value = newValue;
            slope = newSlope;
        }

        void become(Point other) {
            set(other.length, other.value, other.slope);
        }
    }

    /**
     * @param slopeLeft c2, above 0 and below 1: the smaller, the nearer to a minimum along the line
     * @param most evaluations of the line
     */
    WolfeSearch(double slopeLeft, int most) {
        this.slopeLeft = slopeLeft;
        this.most = most;
        decrease = Math.min(DECREASE, slopeLeft / 2);
    }

    /**
     * A step length; the line was evaluated there last. Where the evaluations do not suffice it is the best that lowers the value
     * enough, or 0 where none does.
     *
     * @param value at 0
     * @param slope at 0, below 0
     * @param first the length to try first, above 0
     * @param resolution the least difference of values that is more than rounding
     */
    double search(LineFunction line, double value, double slope, double first, double resolution) {
        value0 = value;
        slope0 = slope;
        rounding = resolution;
        evaluations = 0;
        low.set(0, value, slope);
        double length = first;
        while (evaluations < most) {
            evaluate(line, length);
            if (tooFar()) {
                high.become(trial);
                return narrow(line);
            }
            if (flat()) {
                return trial.length;
            }
            if (trial.slope >= 0) {
                high.become(low);
                low.become(trial);
                return narrow(line);
            }
            length = beyond();
            low.become(trial);
        }
        return best(line);
    }

    /** Narrows the interval between low and high, where low is the trial or 0. */
    private double narrow(LineFunction line) {
        for (int i = 1; evaluations < most; i++) {
            evaluate(line, inside(i));
            if (tooFar()) {
                high.become(trial);
            } else if (flat()) {
                return trial.length;
            } else {
                if (trial.slope * (high.length - low.length) >= 0) {
                    high.become(low);
                }
                low.become(trial);
            }
        }
        return best(line);
    }

    /** Without a step that is flat enough: the best yet, if its value really is lower. */
    private double best(LineFunction line) {
        if (!(low.value < value0)) {
            return 0;
        }
        if (low.length != trial.length) {
            line.value(low.length);
        }
        return low.length;
    }

    private void evaluate(LineFunction line, double length) {
        double value = line.value(length);
        trial.set(length, value, line.slope());
        evaluations++;
    }

    /** Whether the trial is no number, lowers the value too little, or lies above the best yet. */
    private boolean tooFar() {
        double predicted = value0 + decrease * trial.length * slope0;
        boolean lower = trial.value <= Math.min(predicted, low.value) + rounding;
        return !lower || !Double.isFinite(trial.value) || !Double.isFinite(trial.slope);
    }

    private boolean flat() {
        return Math.abs(trial.slope) <= slopeLeft * -slope0;
    }

    /** The next length to try beyond the trial, from which it still goes down. */
    private double beyond() {
        double length = minimum(low, trial);
        double nearest = STRETCH * trial.length;
        return length > nearest ? Math.min(length, LONGEST_STRETCH * trial.length) : nearest;
    }

    /** The next length to try between low and high. */
    private double inside(int interpolation) {
        double middle = (low.length + high.length) / 2;
        double length = minimum(low, high);
        if (interpolation % HALVE_EVERY == 0 || Double.isNaN(length)) {
            return middle;
        }
        double reach = (0.5 - MARGIN) * Math.abs(high.length - low.length);
        return Math.clamp(length, middle - reach, middle + reach);
    }

    /**
     * Where the cubic with these values and slopes has its minimum, or the line through the slopes its zero where rounding hides
     * which value is lower; NaN if nowhere.
     */
    private double minimum(Point a, Point b) {
        double width = b.length - a.length;
        if (Math.abs(a.value - b.value) <= rounding) {
            return a.length - a.slope * width / (b.slope - a.slope);
        }
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.length - b.length);
        double d2 = Math.signum(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        return b.length - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
    }
}
