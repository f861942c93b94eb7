package unroll.engine.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import unroll.engine.setting.Decimal;

/**
 * Numbers that stand for a missing value, as -999 and 9999 do: the least or the largest of a column, several times, and far from all others.
 */
final class Markers {
    /** Columns of fewer different numbers are classes or switches, unless a number is one of the usual marks. */
    private static final int FEWEST_DIFFERENT = 10;

    /** So often a number comes that only happens to be far away. */
    private static final int FEWEST = 3;

    /** -99, -999, 9998 and so on, also with nines behind the point; 99.9 is a price. */
    private static final Pattern USUAL = Pattern.compile("-?99+8?|-99+\\.9+|999+\\.9+");

    /** Of numbers that differ by a smaller share of their size single precision, with 24 bits, can hold few digits. */
    private static final double RESOLUTION = 0x1p20;

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
        double mark = sorted[first];
        boolean usual = USUAL.matcher(Decimal.text(mark)).matches();
        if (end - first < FEWEST || to - from < FEWEST || !usual && mark != Math.rint(mark)) {
            return false;
        }
        double range = sorted[to - 1] - sorted[from];
        double distance = mark < sorted[from] ? sorted[from] - mark : mark - sorted[to - 1];
        boolean different = different(sorted, from, to);
        return range > 0 && distance > (usual && different ? range / 2 : range) && (usual || different);
    }

    /**
     * A number beside which all others of a column, which differ, are one in single precision, in which networks compute once the column is
     * standardised; empty where there is none.
     */
    static Optional<Double> lonely(double[] values) {
        double[] there = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int last = there.length - 1;
        if (there.length < FEWEST_DIFFERENT) {
            return Optional.empty();
        }
        return farther(there[last], there[last - 1], there[0])
                ? Optional.of(there[last])
                : farther(there[0], there[1], there[last]) ? Optional.of(there[0]) : Optional.empty();
    }

    /** Whether a number is so far from the next one that these are one beside it, up to the one at the other end. */
    private static boolean farther(double number, double next, double end) {
        double range = Math.abs(next - end);
        return range > 0 && Math.abs(number / 2 - next / 2) / RESOLUTION > range / 2;
    }

    private static boolean different(double[] sorted, int from, int to) {
        int different = 1;
        for (int i = from + 1; i < to && different < FEWEST_DIFFERENT; i++) {
            different += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
        return different >= FEWEST_DIFFERENT;
    }
}
