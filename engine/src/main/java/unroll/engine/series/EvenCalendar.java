package unroll.engine.series;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Times that are all one step apart.
 *
 * @param step above 0
 * @param scale what the numbers of times mean
 */
record EvenCalendar(double step, TimeAxis.Scale scale) implements Calendar {
    private static final double[] UNITS = {7 * TimeAxis.DAY, TimeAxis.DAY, TimeAxis.HOUR, TimeAxis.MINUTE, 1};
    private static final MathContext DIGITS = new MathContext(4);
    private static final String[] NAMES = {"week", "day", "hour", "minute", "second"};

    @Override
    public double next(double time) {
        return time + step;
    }

    @Override
    public double after(double time, int rows) {
        return time + rows * step;
    }

    @Override
    public long steps(double from, double to) {
        return rows(to - from, step);
    }

    /** How many steps of a length a leap is, to the nearest; at least 1. */
    static long rows(double leap, double step) {
        return (long) Math.max(1, Math.ceil(leap / step - 0.5));
    }

    @Override
    public int season() {
        double day = TimeAxis.DAY / step;
        return scale == TimeAxis.Scale.COUNTED || day < 1 || day != Math.rint(day) ? 0 : day == 1 ? 7 : (int) day;
    }

    @Override
    public String words() {
        return (scale == TimeAxis.Scale.COUNTED ? new TimeAxis("", scale).text(step) : length(step)) + " apart";
    }

    /** A number of seconds in words: "an hour", "10 minutes". */
    static String length(double seconds) {
        for (int i = 0; i < UNITS.length; i++) {
            double count = seconds / UNITS[i];
            if (count == Math.rint(count)) {
                return count == 1
                        ? (NAMES[i].startsWith("h") ? "an " : "a ") + NAMES[i]
                        : (long) count + " " + NAMES[i] + "s";
            }
        }
        return new BigDecimal(seconds).round(DIGITS).stripTrailingZeros().toPlainString() + " seconds";
    }
}
