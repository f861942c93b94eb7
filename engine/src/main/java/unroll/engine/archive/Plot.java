package unroll.engine.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import unroll.engine.plot.Scale;
import unroll.engine.setting.Decimal;

/** Curves as SVG text whose colours the page's style sheet gives: they follow it into the dark. */
final class Plot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 340;

    /** Least room for the numbers at the left. */
    private static final int LEFT = 64;

    /** Room for a sign of such a number, for as many as the longest has. */
    private static final int SIGN = 8;

    /** Room for the numbers below. */
    private static final int BELOW = 40;

    private static final int EDGE = 12;

    /** Room for half of the last number below. */
    private static final int RIGHT = 28;

    private final String up;
    private int left = LEFT;
    private final List<Trace> curves = new ArrayList<>();

    /**
     * A curve.
     *
     * @param style its class, which gives its colour and width
     * @param x ascending
     * @param y as many; what is no finite number is a gap
     */
    private record Trace(String style, double[] x, double[] y, boolean area) {}

    /** @param up what the numbers are */
    Plot(String up) {
        this.up = up;
    }

    Plot line(String style, double[] x, double[] y) {
        curves.add(new Trace(style, x, y, false));
        return this;
    }

    /** The area between two curves at the same x. */
    Plot area(String style, double[] x, double[] low, double[] high) {
        double[] there = new double[2 * x.length];
        double[] around = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            there[i] = x[i];
            around[i] = high[i];
            there[2 * x.length - 1 - i] = x[i];
            around[2 * x.length - 1 - i] = low[i];
        }
        curves.add(new Trace(style, there, around, true));
        return this;
    }

    String svg() {
        double[] x = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.x()))
                .toArray();
        double[] y = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.y()))
                .filter(Double::isFinite)
                .toArray();
        Scale across =
                new Scale(0, DoubleStream.of(x).filter(last -> last > 0).max().orElse(1), false);
        Scale upright = upright(
                DoubleStream.of(y).min().orElse(0), DoubleStream.of(y).max().orElse(1));
        int longest = upright.ticks(6).stream()
                .mapToInt(tick -> number(tick).length())
                .max()
                .orElse(0);
        left = Math.max(LEFT, SIGN * (longest + 1));
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.escaped(up))
                .append(" against updates\">\n");
        grid(svg, across, upright);
        for (Trace curve : curves) {
            draw(svg, curve, across, upright);
        }
        return svg.append("</svg>\n").toString();
    }

    /** Logarithmic where all numbers are above 0 and not all alike, or else from 0 on. */
    private static Scale upright(double least, double most) {
        return least > 0 && most > 2 * least ? Scale.around(least, most) : Scale.upTo(most);
    }

    private void grid(StringBuilder svg, Scale across, Scale upright) {
        for (double value : upright.ticks(6)) {
            double at = y(upright, value);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    left,
                    WIDTH - RIGHT,
                    at,
                    at,
                    left - 8,
                    at + 4,
                    number(value)));
        }
        for (double value : across.ticks(8)) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x(across, value),
                    HEIGHT - BELOW + 18,
                    number(value)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">updates</text>%n",
                WIDTH - RIGHT,
                HEIGHT - 4));
    }

    private void draw(StringBuilder svg, Trace curve, Scale across, Scale upright) {
        StringBuilder path = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < curve.x().length; i++) {
            boolean there = Double.isFinite(curve.y()[i]);
            if (there) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        begun ? "L" : "M",
                        x(across, curve.x()[i]),
                        y(upright, curve.y()[i])));
            }
            begun = there || begun && curve.area();
        }
        if (!path.isEmpty()) {
            svg.append("<path class=\"").append(curve.style()).append("\" d=\"").append(path);
            svg.append(curve.area() ? "Z\"/>\n" : "\"/>\n");
        }
    }

    private double x(Scale across, double value) {
        return left + across.share(value) * (WIDTH - left - RIGHT);
    }

    private static double y(Scale upright, double value) {
        return EDGE + (1 - upright.share(value)) * (HEIGHT - EDGE - BELOW);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : Decimal.text(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)));
    }
}
