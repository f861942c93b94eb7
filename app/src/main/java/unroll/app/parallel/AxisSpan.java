package unroll.app.parallel;

import java.util.Comparator;
import unroll.app.control.NaturalOrder;

/**
 * A stretch of an axis of parallel coordinates, both ends within.
 *
 * @param from the value at which it begins; empty where it begins below all values, where lines lie that have none
 * @param to the value at which it ends, not before {@code from}; empty where only lines without a value are in it
 */
public record AxisSpan(String from, String to) {
    /** No value at all lies below every value. */
    static final Comparator<String> UPWARDS =
            Comparator.<String, Boolean>comparing(value -> !value.isEmpty()).thenComparing(new NaturalOrder());

    public AxisSpan {
        if (UPWARDS.compare(from, to) > 0) {
            throw new IllegalArgumentException("a span from " + from + " to " + to);
        }
    }

    /** Whether a value lies in it; empty stands for none. */
    public boolean contains(String value) {
        return UPWARDS.compare(from, value) <= 0 && UPWARDS.compare(value, to) <= 0;
    }

    /** In words: "0.001", "0.001 to 0.1", "none". */
    public String words() {
        String start = from.isEmpty() ? ParallelAxis.NONE : ParallelAxis.words(from);
        return from.equals(to) ? start : start + " to " + ParallelAxis.words(to);
    }
}
