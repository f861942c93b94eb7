package unroll.engine.table;

import java.util.Arrays;
import java.util.Optional;

/** Numbers that stand for a missing value, as -999 and 9999 do: the least or the largest of a column, often, and far from all others. */
final class Markers {
    /** Columns of fewer different numbers are classes or switches. */
    private static final int FEWEST_DIFFERENT = 10;

    /** So often a number comes that only happens to be far away. */
    private static final int FEWEST = 3;

    private Markers() {}

    /** The number of a column that seems to stand for no value; empty where none does. */
    static Optional<Double> of(double[] values) {
        double[] there = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (there.length < FEWEST_DIFFERENT) {
            return Optional.empty();
        }
        int low = 0;
        while (low < there.length && there[low] == there[0]) {
            low++;
        }
        int high = there.length - 1;
        while (high >= 0 && there[high] == there[there.length - 1]) {
            high--;
        }
        if (marks(there, 0, low, low, there.length)) {
            return Optional.of(there[0]);
        }
        return marks(there, high + 1, there.length, 0, high + 1)
                ? Optional.of(there[there.length - 1])
                : Optional.empty();
    }

    /** Whether the numbers from {@code first} to {@code end}, which are one, are unlike the others from {@code from} to {@code to}. */
    private static boolean marks(double[] sorted, int first, int end, int from, int to) {
        if (end - first < FEWEST || to - from < FEWEST_DIFFERENT || sorted[first] != Math.rint(sorted[first])) {
            return false;
        }
        double range = sorted[to - 1] - sorted[from];
        double distance = sorted[first] < sorted[from] ? sorted[from] - sorted[first] : sorted[first] - sorted[to - 1];
        double needed = nines(sorted[first]) ? range / 2 : range;
        return range > 0 && distance > needed && different(sorted, from, to);
    }

    private static boolean nines(double value) {
        return Long.toString(Math.abs((long) value)).matches("99+8?");
    }

    private static boolean different(double[] sorted, int from, int to) {
        int different = 1;
        for (int i = from + 1; i < to && different < FEWEST_DIFFERENT; i++) {
            different += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return different >= FEWEST_DIFFERENT;
    }
}
