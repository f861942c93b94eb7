package unroll.app.view.netview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import unroll.app.control.Numbers;

/** Numbers as they stand in arithmetic. */
final class Figures {
    private static final MathContext FOUR = new MathContext(4);

    private static final double LARGE = 1e5;
    private static final double SMALL = 1e-3;

    /** Beside numbers of this size a thousandth is little. */
    private static final double TENTHS = 0.1;

    private Figures() {}

    /** With four figures and no zeros at the end: 20, 0.5, 0.3036. */
    static String of(double x) {
        double size = Math.abs(x);
        if (!Double.isFinite(x) || size >= LARGE || size != 0 && size < SMALL) {
            return Numbers.measured(x);
        }
        BigDecimal short4 = new BigDecimal(x).round(FOUR).stripTrailingZeros();
        return short4.toPlainString().replace("-", "\u2212");
    }

    /** The value of a unit with three decimals; what is too small for them with a power of ten. */
    static String value(double x) {
        double size = Math.abs(x);
        if (!Double.isFinite(x) || size >= LARGE || size != 0 && size < SMALL) {
            return Numbers.measured(x);
        }
        return String.format(Locale.ROOT, "%.3f", x).replace("-", "\u2212");
    }

    /** A value beside others of which the largest is {@code limit}: what is too small to count among them is 0. */
    static String value(double x, double limit) {
        return limit >= TENTHS && Math.abs(x) < SMALL ? value(Math.rint(x / SMALL) * SMALL) : value(x);
    }

    /** As a factor behind another: a negative one in brackets. */
    static String factor(double x) {
        return x < 0 ? "(" + of(x) + ")" : of(x);
    }
}
