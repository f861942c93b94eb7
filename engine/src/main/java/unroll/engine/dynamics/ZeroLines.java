package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.dynamics.Portrait.Box;
import unroll.engine.dynamics.Portrait.Segment;

/** Where a function on a grid is 0, all branches of it (marching squares). */
final class ZeroLines {
    private final Box box;
    private final double[][] values;
    private final List<Segment> segments = new ArrayList<>();

    /** @param values by column and row, the corners of the grid */
    private ZeroLines(Box box, double[][] values) {
        this.box = box;
        this.values = values;
    }

    static List<Segment> of(Box box, double[][] values) {
        ZeroLines lines = new ZeroLines(box, values);
        for (int i = 0; i + 1 < values.length; i++) {
            for (int j = 0; j + 1 < values[0].length; j++) {
                lines.square(i, j);
            }
        }
        return lines.segments;
    }

    /** Joins the places on the sides of a square at which the sign changes; with four of them the middle decides which belong together. */
    private void square(int i, int j) {
        List<double[]> crossings = new ArrayList<>(4);
        side(i, j, i + 1, j, crossings);
        side(i + 1, j, i + 1, j + 1, crossings);
        side(i + 1, j + 1, i, j + 1, crossings);
        side(i, j + 1, i, j, crossings);
        if (crossings.size() == 2) {
            join(crossings.get(0), crossings.get(1));
        } else if (crossings.size() == 4) {
            double middle = values[i][j] + values[i + 1][j] + values[i][j + 1] + values[i + 1][j + 1];
            boolean around = middle > 0 == values[i][j] > 0; // then the line goes around the other two corners
            join(crossings.get(0), crossings.get(around ? 1 : 3));
            join(crossings.get(2), crossings.get(around ? 3 : 1));
        }
    }

    private void side(int i, int j, int k, int l, List<double[]> crossings) {
        double a = values[i][j];
        double b = values[k][l];
        if (a > 0 != b > 0 && !Double.isNaN(a) && !Double.isNaN(b)) {
            double share = a / (a - b);
            crossings.add(new double[] {
                box.x((i + share * (k - i)) / (values.length - 1)),
                box.y((j + share * (l - j)) / (values[0].length - 1))
            });
        }
    }

    private void join(double[] from, double[] to) {
        segments.add(new Segment(from[0], from[1], to[0], to[1]));
    }
}
