package unroll.engine.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** The same in no more decimals than single precision of {@code x} can tell apart: of what was 0 it is 0. */
    public float resolved(float x) {
        float value = of(x);
        double told = one * Math.ulp(x);
        return equals(OWN) || !Float.isFinite(value) || !(told > 1 / MOST)
                ? value
                : BigDecimal.valueOf(zero + one * x)
                        .setScale((int) -Math.ceil(Math.log10(told)), RoundingMode.HALF_EVEN)
                        .floatValue();
    }

    /** What the network's {@code x} stands for. */
    public float of(float x) {
        return (float) (zero + one * x);
    }
}
