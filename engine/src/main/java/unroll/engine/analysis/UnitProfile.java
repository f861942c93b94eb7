package unroll.engine.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * What a hidden unit does while the network receives sequences.
 *
 * @param mean of its value, over all steps of all sequences
 * @param deviation its standard deviation
 * @param saturated share of the steps at which it is beyond 0.95 or -0.95, where a tanh unit hardly responds to its input
 * @param memory the first lag, in steps, at which its autocorrelation is below 1/e; as many as a sequence has where it never
 *     is, NaN where the unit does not vary
 * @param follows the signal with which it correlates most, either way; -1 where nothing varies
 * @param correlation with that signal, -1 to 1; NaN where nothing varies
 */
public record UnitProfile(
        double mean, double deviation, double saturated, double memory, int follows, double correlation) {
    private static final double BEYOND = 0.95;

    /** A deviation below this is rounding. */
    private static final double STILL = 1e-7;

    /**
     * The profiles of all units.
     *
     * @param states {@code [N][T][H]}, N and T at least 1
     * @param signals what the units may follow, {@code [N][T][K]}
     */
    public static List<UnitProfile> of(float[][][] states, float[][][] signals) {
        List<double[]> standardised = new ArrayList<>();
        for (int k = 0; k < signals[0][0].length; k++) {
            standardised.add(standard(signals, k));
        }
        List<UnitProfile> profiles = new ArrayList<>();
        for (int unit = 0; unit < states[0][0].length; unit++) {
            profiles.add(of(states, unit, standardised));
        }
        return profiles;
    }

    private static UnitProfile of(float[][][] states, int unit, List<double[]> signals) {
        double[] values = standard(states, unit);
        int follows = -1;
        double strongest = Double.NaN;
        for (int k = 0; k < signals.size(); k++) {
            double correlation = mean(values, signals.get(k));
            if (!(Math.abs(correlation) <= Math.abs(strongest)) && Double.isFinite(correlation)) {
                follows = k;
                strongest = correlation;
            }
        }
        double sum = 0;
        double squares = 0;
        int beyond = 0;
        int count = 0;
        for (float[][] sequence : states) {
            for (float[] step : sequence) {
                sum += step[unit];
                squares += (double) step[unit] * step[unit];
                beyond += Math.abs(step[unit]) > BEYOND ? 1 : 0;
                count++;
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new UnitProfile(
                mean, deviation, (double) beyond / count, memory(values, states[0].length), follows, strongest);
    }

    /** The first lag at which numbers of mean 0 and deviation 1, in sequences of {@code steps}, are correlated less than 1/e. */
    private static double memory(double[] values, int steps) {
        if (Double.isNaN(values[0])) {
            return Double.NaN;
        }
        for (int lag = 1; lag < steps; lag++) {
            double sum = 0;
            int count = 0;
            for (int begin = 0; begin < values.length; begin += steps) {
                for (int t = begin; t + lag < begin + steps; t++) {
                    sum += values[t] * values[t + lag];
                    count++;
                }
            }
            if (sum / count < Math.exp(-1)) {
                return lag;
            }
        }
        return steps;
    }

    /** One column, sequence after sequence, with mean 0 and deviation 1; all NaN where it does not vary or is not finite. */
    private static double[] standard(float[][][] columns, int column) {
        int steps = columns[0].length;
        double[] values = new double[columns.length * steps];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i / steps][i % steps][column];
            sum += values[i];
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation > STILL ? (values[i] - mean) / deviation : Double.NaN;
        }
        return values;
    }

    private static double mean(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum / x.length;
    }
}
