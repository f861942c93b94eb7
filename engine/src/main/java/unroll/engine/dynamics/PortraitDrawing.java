package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import unroll.engine.dynamics.Portrait.Arrow;
import unroll.engine.dynamics.Portrait.Box;

/**
 * How a portrait is made.
 *
 * @param arrows across and up
 * @param lines points of the grid from which nullclines are found, across and up; 0 for none
 * @param starts of basins, across and up; 0 for none
 * @param steps that each of them makes
 */
public record PortraitDrawing(int arrows, int lines, int starts, int steps) {
    /** With all there is. */
    public static final PortraitDrawing USUAL = new PortraitDrawing(24, 257, 201, 200);

    /** What can be drawn 30 times a second. */
    public static final PortraitDrawing FLOW = new PortraitDrawing(24, 0, 0, 0);

    public PortraitDrawing {
        if (arrows < 2 || lines < 0 || lines == 1 || starts < 0 || steps < 0) {
            throw new IllegalArgumentException("a portrait has 2 or more arrows across, and lines on 2 or more points");
        }
    }

    /**
     * The portrait of a part of a plane through the states of a map. In a space of more than two numbers the others are held: it is a slice,
     * and arrows are the part of {@code F(s) - s} in it.
     *
     * @param progress told the share that is done; ends the drawing by an exception of its own
     */
    public Portrait of(StateMap map, Plane plane, Box box, DoubleConsumer progress) {
        List<Arrow> flow = arrows(map, plane, box);
        double[][] across = new double[lines][lines];
        double[][] up = new double[lines][lines];
        if (lines > 0) {
            changes(map, plane, box, across, up);
        }
        progress.accept(starts == 0 ? 1 : 0.1);
        Basins.Found basins = starts == 0
                ? new Basins.Found(new int[0][], List.of())
                : Basins.of(map, plane, box, starts, steps, share -> progress.accept(0.1 + 0.9 * share));
        return new Portrait(
                box, flow, ZeroLines.of(box, across), ZeroLines.of(box, up), basins.basins(), basins.attractors());
    }

    private List<Arrow> arrows(StateMap map, Plane plane, Box box) {
        int n = map.size();
        double[] states = new double[arrows * arrows * n];
        double[] after = new double[states.length];
        for (int k = 0; k < arrows * arrows; k++) {
            plane.put(x(box, k / arrows), y(box, k % arrows), states, k);
        }
        map.steps(arrows * arrows).next(0, states, after);
        List<Arrow> flow = new ArrayList<>();
        for (int k = 0; k < arrows * arrows; k++) {
            double[] change = change(states, after, k, n);
            double dx = Vectors.dot(change, plane.across());
            double dy = Vectors.dot(change, plane.up());
            flow.add(new Arrow(
                    x(box, k / arrows), y(box, k % arrows), dx, dy, Math.hypot(dx, dy) / Vectors.norm(change)));
        }
        return flow;
    }

    private double x(Box box, int i) {
        return box.x((i + 0.5) / arrows);
    }

    private double y(Box box, int j) {
        return box.y((j + 0.5) / arrows);
    }

    private static double[] change(double[] states, double[] after, int row, int n) {
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            change[i] = after[row * n + i] - states[row * n + i];
        }
        return change;
    }

    private void changes(StateMap map, Plane plane, Box box, double[][] across, double[][] up) {
        int n = map.size();
        StateMap.Steps column = map.steps(lines);
        double[] states = new double[lines * n];
        double[] after = new double[lines * n];
        for (int i = 0; i < lines; i++) {
            for (int j = 0; j < lines; j++) {
                plane.put(box.x(i / (lines - 1.0)), box.y(j / (lines - 1.0)), states, j);
            }
            column.next(0, states, after);
            for (int j = 0; j < lines; j++) {
                double[] change = change(states, after, j, n);
                across[i][j] = Vectors.dot(change, plane.across());
                up[i][j] = Vectors.dot(change, plane.up());
            }
        }
    }
}
