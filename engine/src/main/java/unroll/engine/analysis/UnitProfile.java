package unroll.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * What a hidden unit does while the network receives sequences.
 *
 * @param mean of its value, over all steps of all sequences
 * @param deviation its standard deviation
 * @param saturated share of the steps at which it hardly responds to its input; NaN where that cannot be told
 * @param memory the first lag, in steps, at which its autocorrelation is below 1/e; as many as the longest sequence has where it never
 *     is, NaN where the unit does not vary or nothing is carried from step to step: then it lasts as its inputs do
 * @param follows the signal with which it correlates most, either way; -1 where nothing varies
 * @param correlation with that signal, -1 to 1; NaN where nothing varies
 */
public record UnitProfile(
        double mean, double deviation, double saturated, double memory, int follows, double correlation) {
    /** A deviation below this is rounding. */
    private static final double STILL = 1e-7;

    /**
     * The profiles of all units.
     *
     * @param states {@code [N][T][H]}, N and T at least 1; each sequence may have a T of its own
     * @param signals what the units may follow, {@code [N][T][K]}
     * @param saturated whether a unit of that value hardly responds to its input; empty where the value does not tell
     * @param recurrent whether the network carries anything from step to step
     */
    public static List<UnitProfile> of(
            float[][][] states, float[][][] signals, Optional<DoublePredicate> saturated, boolean recurrent) {
        List<double[]> standardised = new ArrayList<>();
        for (int k = 0; k < signals[0][0].length; k++) {
            standardised.add(standard(signals, k));
        }
        List<UnitProfile> profiles = new ArrayList<>();
        for (int unit = 0; unit < states[0][0].length; unit++) {
            profiles.add(of(states, unit, standardised, saturated, recurrent));
        }
        return profiles;
    }

    private static UnitProfile of(
            float[][][] states,
            int unit,
            List<double[]> signals,
            Optional<DoublePredicate> saturated,
            boolean recurrent) {
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
        int flat = 0;
        int count = 0;
        for (float[][] sequence : states) {
            for (float[] step : sequence) {
                sum += step[unit];
                squares += (double) step[unit] * step[unit];
                flat += saturated.isPresent() && saturated.get().test(step[unit]) ? 1 : 0;
                count++;
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        double share = saturated.isPresent() ? (double) flat / count : Double.NaN;
        double memory = recurrent ? memory(values, states) : Double.NaN;
        return new UnitProfile(mean, deviation, share, memory, follows, strongest);
    }

    /** The first lag at which numbers of mean 0 and deviation 1, of one sequence after the other, are correlated less than 1/e. */
    private static double memory(double[] values, float[][][] sequences) {
        if (Double.isNaN(values[0])) {
            return Double.NaN;
        }
        int longest = 0;
        for (float[][] sequence : sequences) {
            longest = Math.max(longest, sequence.length);
        }
        for (int lag = 1; lag < longest; lag++) {
            double sum = 0;
            int count = 0;
            int begin = 0;
            for (float[][] sequence : sequences) {
                for (int t = begin; t + lag < begin + sequence.length; t++) {
                    sum += values[t] * values[t + lag];
                    count++;
                }
                begin += sequence.length;
            }
            if (sum / count < Math.exp(-1)) {
                return lag;
            }
        }
        return longest;
    }

    /** One column, sequence after sequence, with mean 0 and deviation 1; all NaN where it does not vary or is not finite. */
    private static double[] standard(float[][][] columns, int column) {
        double[] values = Arrays.stream(columns)
                .flatMap(Arrays::stream)
                .mapToDouble(step -> step[column])
                .toArray();
        double mean = Arrays.stream(values).sum() / values.length;
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
