package unroll.app.chart;

import java.util.Arrays;
import unroll.engine.plot.Scale;

/**
 * Points of a line, left to right.
 *
 * @param x ascending
 * @param y as many; NaN is a gap
 */
public record Curve(double[] x, double[] y) {
    /** A line of no points. */
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
        }
    }

    /** How many points there are. */
    public int size() {
        return x.length;
    }

    /** The last point whose x is not beyond {@code at}; -1 if there is none. */
    public int indexAt(double at) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The point whose x is nearest to {@code at}, of two as near the first; -1 if there is none. */
    int nearestTo(double at) {
        int before = indexAt(at);
        boolean next = before + 1 < x.length && (before < 0 || x[before + 1] - at < at - x[before]);
        return next ? before + 1 : before;
    }

    /** The points whose x is not beyond {@code last}. */
    Curve upTo(double last) {
        int size = indexAt(last) + 1;
        return new Curve(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** Every value averaged with the past ones, which fade by {@code keep} a point; the first are not pulled to zero. */
    Curve smoothed(double keep) {
        double[] smooth = new double[y.length];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(y[i])) {
                sum = keep * sum + (1 - keep) * y[i];
                weight = keep * weight + (1 - keep);
            }
            smooth[i] = Double.isNaN(y[i]) || weight == 0 ? Double.NaN : sum / weight;
        }
        return new Curve(x, smooth);
    }

    /** Every value averaged with the past ones, which fade by a factor e along each {@code way} of x. */
    public Curve averaged(double way) {
        double[] smooth = new double[y.length];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < y.length; i++) {
            int from = Math.max(1, i); // the first point stands for as much as the second
            double passed = from < x.length ? x[from] - x[from - 1] : way;
            double news = way > 0 ? Math.max(1 - Math.exp(-passed / way), Math.ulp(1.0)) : 1;
            boolean number = !Double.isNaN(y[i]);
            sum = (1 - news) * sum + (number ? news * y[i] : 0);
            weight = (1 - news) * weight + (number ? news : 0);
            smooth[i] = number && weight > 0 ? sum / weight : Double.NaN;
        }
        return new Curve(x, smooth);
    }

    /**
     * The same picture in fewer points: of all points in one of {@code columns} pixel columns only the smallest and the
     * largest, in their order, so that no peak is lost.
     */
    Curve decimated(Scale across, int columns) {
        if (x.length <= 2 * columns) {
            return this;
        }
        double[] fewX = new double[2 * columns + 4];
        double[] fewY = new double[2 * columns + 4];
        int size = 0;
        int start = 0;
        double column = -2;
        while (start < x.length) { // before the axis, its columns, and beyond it: each comes once, whatever is rounded
            column = Math.clamp(Math.floor(across.share(x[start]) * columns), column + 1, columns);
            double edge = column == columns ? Double.POSITIVE_INFINITY : across.value((column + 1) / columns);
            int smallest = start;
            int largest = start;
            int end = start;
            while (end < x.length && (end == start || x[end] < edge)) {
                smallest = y[end] < y[smallest] ? end : smallest;
                largest = y[end] > y[largest] ? end : largest;
                end++;
            }
            for (int i : new int[] {Math.min(smallest, largest), Math.max(smallest, largest)}) {
                fewX[size] = x[i];
                fewY[size++] = y[i];
            }
            start = end;
        }
        return new Curve(Arrays.copyOf(fewX, size), Arrays.copyOf(fewY, size));
    }
}
