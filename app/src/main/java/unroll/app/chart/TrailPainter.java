package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;

/** Makes the shapes of trails in a {@link ValleyPlot}. */
final class TrailPainter {
    private static final double MARK = 2.6;
    private static final double SMALL_MARK = 1.6;
    private static final double HEAD = 5;
    private static final double ARROW = 13;
    private static final double TIP = 8;

    /** Lines go on for so many pixels outside, so that their ends are not seen. */
    private static final double BEYOND = 40;

    /** A trail is drawn up to where it is so far out first: what comes after crosses the picture as lines that tell nothing. */
    private static final double FAR = 10 * ValleyPlot.HALF_WIDTH;

    private final ValleyPlot plot;
    private final int shown;
    private final boolean bare;

    TrailPainter(ValleyPlot plot, int shown, boolean bare) {
        this.plot = plot;
        this.shown = shown;
        this.bare = bare;
    }

    /** Its line, its marks, where it is now, and an arrow where it left the picture for now. */
    List<Node> trail(Trail trail) {
        int head = end(trail);
        Path line = path(trail, "trail-line");
        Path marks = path(trail, "trail-marks");
        for (int i = 0; i <= head; i++) {
            if (i > 0) {
                segment(trail, i)
                        .within(-BEYOND, -BEYOND, plot.getWidth() + BEYOND, plot.getHeight() + BEYOND)
                        .ifPresent(part -> add(line, part));
            }
            if (inside(trail, i)) {
                double size = bare ? SMALL_MARK : MARK;
                marks.getElements()
                        .addAll(mark(trail.mark(), plot.across(trail.x()[i]), plot.down(trail.y()[i]), size));
            }
        }
        List<Node> nodes = new ArrayList<>(List.of(line, marks));
        if (inside(trail, head)) {
            Path now = path(trail, "trail-head");
            now.getElements()
                    .addAll(mark(
                            trail.mark(),
                            plot.across(trail.x()[head]),
                            plot.down(trail.y()[head]),
                            bare ? MARK : HEAD));
            nodes.add(now);
        } else {
            arrow(trail, head).ifPresent(nodes::add);
        }
        return nodes;
    }

    private int end(Trail trail) {
        int head = trail.head(shown);
        for (int i = 0; i < head; i++) {
            if (Math.abs(trail.x()[i]) > FAR || Math.abs(trail.y()[i]) > FAR) {
                return i;
            }
        }
        return head;
    }

    /** The two parts of a step: a broken line for the velocity kept, a whole one for what the gradient adds, with a head. */
    List<Node> next(ValleyData.Next next) {
        if (Math.abs(next.fromX()) > FAR || Math.abs(next.fromY()) > FAR) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>();
        addArrow(nodes, next.ink(), "trail-kept", onPlot(next.fromX(), next.fromY(), next.keptX(), next.keptY()));
        addArrow(nodes, next.ink(), "trail-pull", onPlot(next.keptX(), next.keptY(), next.toX(), next.toY()));
        return nodes;
    }

    private void addArrow(List<Node> nodes, Ink ink, String style, Segment whole) {
        whole.within(-BEYOND, -BEYOND, plot.getWidth() + BEYOND, plot.getHeight() + BEYOND)
                .ifPresent(seen -> {
                    Path line = new Path();
                    line.getStyleClass().addAll("trail-next", style, ValleyPlot.style(ink));
                    add(line, seen);
                    nodes.add(line);
                    nodes.add(tip(seen, ValleyPlot.style(ink), TIP));
                });
    }

    private Segment onPlot(double fromX, double fromY, double toX, double toY) {
        return new Segment(plot.across(fromX), plot.down(fromY), plot.across(toX), plot.down(toY));
    }

    /** An arrow at the edge, where the trail left for the last time. */
    private Optional<Node> arrow(Trail trail, int head) {
        for (int i = head; i > 0; i--) {
            Optional<Segment> seen = segment(trail, i).within(0, 0, plot.getWidth(), plot.getHeight());
            if (seen.isPresent()) {
                Polygon tip = tip(seen.get(), ValleyPlot.style(trail.ink()), bare ? 8 : ARROW);
                tip.getStyleClass().add("trail-leaving");
                return Optional.of(tip);
            }
        }
        return Optional.empty();
    }

    private static Polygon tip(Segment part, String style, double size) {
        double length = Math.max(1e-9, Math.hypot(part.toX() - part.fromX(), part.toY() - part.fromY()));
        double dx = (part.toX() - part.fromX()) / length * Math.min(size, length);
        double dy = (part.toY() - part.fromY()) / length * Math.min(size, length);
        Polygon tip = new Polygon(
                part.toX(),
                part.toY(),
                part.toX() - dx + 0.45 * dy,
                part.toY() - dy - 0.45 * dx,
                part.toX() - dx - 0.45 * dy,
                part.toY() - dy + 0.45 * dx);
        tip.getStyleClass().addAll("trail-tip", style);
        return tip;
    }

    private static Path path(Trail trail, String style) {
        Path path = new Path();
        path.getStyleClass().addAll(style, ValleyPlot.style(trail.ink()));
        return path;
    }

    private Segment segment(Trail trail, int to) {
        return onPlot(trail.x()[to - 1], trail.y()[to - 1], trail.x()[to], trail.y()[to]);
    }

    private boolean inside(Trail trail, int i) {
        double x = plot.across(trail.x()[i]);
        double y = plot.down(trail.y()[i]);
        return x >= 0 && y >= 0 && x <= plot.getWidth() && y <= plot.getHeight();
    }

    private static void add(Path line, Segment part) {
        line.getElements().addAll(new MoveTo(part.fromX(), part.fromY()), new LineTo(part.toX(), part.toY()));
    }

    private static List<PathElement> mark(Trail.Mark mark, double x, double y, double size) {
        return switch (mark) {
            case CIRCLE ->
                List.of(
                        new MoveTo(x - size, y),
                        new ArcTo(size, size, 0, x + size, y, false, true),
                        new ArcTo(size, size, 0, x - size, y, false, true),
                        new ClosePath());
            case SQUARE -> polygon(x - size, y - size, x + size, y - size, x + size, y + size, x - size, y + size);
            case TRIANGLE -> polygon(x, y - 1.3 * size, x + 1.2 * size, y + size, x - 1.2 * size, y + size);
        };
    }

    private static List<PathElement> polygon(double... points) {
        List<PathElement> elements = new ArrayList<>();
        elements.add(new MoveTo(points[0], points[1]));
        for (int i = 2; i < points.length; i += 2) {
            elements.add(new LineTo(points[i], points[i + 1]));
        }
        elements.add(new ClosePath());
        return elements;
    }
}
