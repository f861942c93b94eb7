package unroll.app.chart;

import java.util.stream.IntStream;

/**
 * The area between two curves.
 *
 * @param low the lower curve
 * @param high the upper curve, at the same x
 * @param ink its colour; that of a line is drawn faintly
 */
public record Ribbon(Curve low, Curve high, Ink ink) {
    /** Nothing to look at. */
    public static final Ribbon EMPTY = new Ribbon(Curve.EMPTY, Curve.EMPTY);

    /** One in the colour of ribbons. */
    public Ribbon(Curve low, Curve high) {
        this(low, high, Ink.RIBBON);
    }

    public Ribbon {
        if (low.size() != high.size()) {
            throw new IllegalArgumentException(low.size() + " points below but " + high.size() + " above");
        }
    }

    /** Its outline, x and y by turns: along the upper curve and back along the lower; points without a number are left out. */
    public double[] outline() {
        int[] there = IntStream.range(0, low.size())
                .filter(i -> Double.isFinite(low.y()[i]) && Double.isFinite(high.y()[i]))
                .toArray();
        double[] outline = new double[4 * there.length];
        for (int k = 0; k < there.length; k++) {
            outline[2 * k] = high.x()[there[k]];
            outline[2 * k + 1] = high.y()[there[k]];
            outline[outline.length - 2 * k - 2] = low.x()[there[k]];
            outline[outline.length - 2 * k - 1] = low.y()[there[k]];
        }
        return outline;
    }
}
