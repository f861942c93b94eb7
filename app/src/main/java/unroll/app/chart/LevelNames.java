package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.plot.Scale;

/** Finds the end of a level at which its name lies on no line and on no other name. */
final class LevelNames {
    /** Points of a line that are looked at: a name is wider than the way between two. */
    private static final int LOOKED_AT = 2000;

    /** Where a name stands. */
    enum Side {
        RIGHT,
        LEFT,
        /** Nowhere: other names are in the way at both ends. */
        NONE
    }

    /** A name that has its place: where its end and height are, and its share of the width. */
    private record Placed(Side side, double at, double width) {
        /** Whether both have room side by side, or at one end. */
        boolean leaves(Placed other) {
            return side != other.side && width + other.width < 1;
        }
    }

    private final Scale across;
    private final Scale up;
    private final List<Line> lines;
    private final double line;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * @param line the height of a name
     * @param height of the plot
     */
    LevelNames(Scale across, Scale up, List<Line> lines, double line, double height) {
        this.across = across;
        this.up = up;
        this.lines = lines;
        this.line = line / Math.max(line, height - 1.5 * line); // without the numbers below and half of one above
    }

    /** @param width of its name as a share of the plot's */
    Side place(double value, double width) {
        double at = up.share(value);
        Side side = Side.NONE;
        for (Side end : List.of(Side.LEFT, Side.RIGHT)) {
            Placed wanted = new Placed(end, at, width);
            boolean named =
                    placed.stream().anyMatch(other -> Math.abs(other.at() - at) < line && !other.leaves(wanted));
            boolean better = side == Side.NONE || crossings(at, width, end) <= crossings(at, width, side);
            side = !named && better ? end : side;
        }
        if (side != Side.NONE) {
            placed.add(new Placed(side, at, width));
        }
        return side;
    }

    /** How many points of lines lie where the name would be. */
    private int crossings(double at, double width, Side side) {
        int count = 0;
        for (Line one : lines) {
            Curve curve = one.curve().decimated(across, LOOKED_AT);
            for (int i = 0; i < curve.size(); i++) {
                double x = across.share(curve.x()[i]);
                double y = up.share(curve.y()[i]);
                boolean beside = side == Side.RIGHT ? x >= 1 - width && x <= 1 : x >= 0 && x <= width;
                count += beside && y >= at && y <= at + line ? 1 : 0;
            }
        }
        return count;
    }
}
