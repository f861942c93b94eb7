package unroll.engine.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis from {@code low} to {@code high}, even or logarithmic, with few round numbers on it.
 *
 * @param low where it begins; above 0 if logarithmic
 * @param high where it ends, above {@code low}
 * @param logarithmic whether equal ways are equal factors
 */
public record Scale(double low, double high, boolean logarithmic) {
    /** A little room below the smallest number, so that it does not lie on the edge. */
    private static final double MARGIN = 0.85;

    /** Numbers beyond these lie on the edge: sums and round numbers of those within can be held. */
    private static final double LEAST = 1e-300;

    private static final double MOST = 1e300;

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double[] ROUNDER = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

    public Scale {
        low = Math.clamp(low, logarithmic ? LEAST : -MOST, MOST);
        high = Math.clamp(high, logarithmic ? LEAST : -MOST, MOST);
    }

    /** The smallest even axis from zero to a round number that has {@code largest} on it. */
    public static Scale upTo(double largest) {
        return new Scale(0, above(Math.clamp(largest, 1e-12, MOST), ROUNDER), false);
    }

    /** A logarithmic axis with {@code smallest} and {@code largest} on it, of at least a factor of three. */
    public static Scale around(double smallest, double largest) {
        double low = below(MARGIN * Math.clamp(smallest, LEAST, MOST));
        double high = above(Math.clamp(largest, LEAST, MOST), ROUNDER);
        return new Scale(low, Math.max(high, 3 * low), true);
    }

    /** Where {@code value} lies: 0 at the beginning, 1 at the end. */
    public double share(double value) {
        return logarithmic
                ? (Math.log(Math.max(value, Double.MIN_NORMAL)) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** The value at a share of the way; the inverse of {@link #share}. */
    public double value(double share) {
        return logarithmic ? Math.pow(low, 1 - share) * Math.pow(high, share) : low + share * (high - low);
    }

    /** About {@code most} round numbers within the axis, at most one more. */
    public List<Double> ticks(int most) {
        return logarithmic ? factors(most) : steps(most);
    }

    private List<Double> steps(int most) {
        double step = above((high - low) / most, ROUND);
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        for (long i = first; i <= first + most && i * step <= high * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> factors(int most) {
        double decades = Math.log10(high) - Math.log10(low);
        double[] within = decades < 1.2 ? new double[] {1, 1.5, 2, 3, 5, 7} : new double[] {1, 2, 5};
        List<Double> ticks = multiples(within, 1);
        if (ticks.size() > most) {
            ticks = multiples(new double[] {1, 3}, 1);
        }
        for (int every = 1; ticks.size() > most; every++) {
            ticks = multiples(new double[] {1}, every);
        }
        return ticks;
    }

    private List<Double> multiples(double[] within, int every) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
            if (Math.floorMod(power, every) == 0) {
                for (double factor : within) {
                    double tick = factor * Math.pow(10, power);
                    if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                        ticks.add(tick);
                    }
                }
            }
        }
        return ticks;
    }

    /** The smallest of these numbers times a power of ten that is not below a value. */
    private static double above(double value, double[] rounds) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double round : rounds) {
            if (round * power >= value * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    private static double below(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double best = power;
        for (double round : ROUNDER) {
            if (round * power <= value * (1 + 1e-9)) {
                best = round * power;
            }
        }
        return best;
    }
}
