package unroll.engine.series;

import java.util.Collections;
import java.util.List;

/**
 * The unit in which a network has a column of data: its x stands for {@code zero + one x} in the data's own.
 *
 * @param zero what 0 stands for
 * @param one what 1 stands for, beyond that; positive
 */
public record ColumnUnit(double zero, double one) {
    private static final ColumnUnit OWN = new ColumnUnit(0, 1);

    /** Of larger and smaller numbers single precision, in which they are shown, holds nothing. */
    private static final double MOST = 1e30;

    /** The unit; the network's own where single precision cannot hold such numbers. */
    static ColumnUnit of(double zero, double one) {
        return Math.abs(zero) < MOST && one < MOST && one > 1 / MOST ? new ColumnUnit(zero, one) : OWN;
    }

    /** So many columns in their own units. */
    public static List<ColumnUnit> own(int columns) {
        return Collections.nCopies(columns, OWN);
    }

    /** What the network's {@code x} stands for. */
    public float of(float x) {
        return (float) (zero + one * x);
    }
}
