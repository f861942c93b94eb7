package unroll.engine.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot, even or logarithmic, with few round numbers on it.
 *
 * @param low where it begins; above 0 if logarithmic
 * @param high where it ends, above {@code low}
 * @param logarithmic whether equal ways are equal factors
 */
record Ticks(double low, double high, boolean logarithmic) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /** From 0 to what has {@code most} on it. */
    static Ticks upTo(double most) {
        return new Ticks(0, most > 0 ? most : 1, false);
    }

    /** Logarithmic where all numbers are above 0 and not all alike, or else from 0 on. */
    static Ticks around(double least, double most) {
        boolean logarithmic = least > 0 && most > 2 * least;
        return logarithmic ? new Ticks(least / 1.15, most * 1.15, true) : upTo(most * 1.05);
    }

    /** Where {@code value} lies: 0 at the beginning, 1 at the end. */
    double share(double value) {
        return logarithmic ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Some round numbers within the axis. */
    List<Double> values(int about) {
        return logarithmic ? factors(about) : steps(about);
    }

    private List<Double> steps(int about) {
        double least = (high - low) / about;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = 10 * power;
        for (int i = ROUND.length - 1; i >= 0; i--) {
            step = ROUND[i] * power >= least * (1 - 1e-9) ? ROUND[i] * power : step;
        }
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9); i++) {
            values.add(i * step);
        }
        return values;
    }

    private List<Double> factors(int about) {
        boolean many = Math.log10(high / low) > about / 2.0;
        int every = many ? (int) Math.ceil(Math.log10(high / low) / about) : 1;
        List<Double> values = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
            for (double factor : many ? new double[] {1} : new double[] {1, 2, 5}) {
                double value = factor * Math.pow(10, power);
                if (value >= low && value <= high && Math.floorMod(power, every) == 0) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
