package unroll.app.sequence;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import unroll.app.chart.DrawnCanvas;
import unroll.app.chart.Ink;
import unroll.app.chart.Pen;
import unroll.app.chart.StyledColours;
import unroll.engine.motion.Skeleton;
import unroll.engine.motion.Vector;

/** A floor with squares, and stick figures on it with their shadows and the ways that they went. */
final class ScenePlot extends DrawnCanvas {
    private static final StyleablePropertyFactory<ScenePlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** Squares of the floor, and how far it is seen, in heights of the body. */
    private static final double SQUARE = 0.25;

    private static final int SQUARES = 5;

    /** What is seen from bottom to top, in heights of the body. */
    private static final double SEEN = 1.5;

    /** What is seen from left to right at least: a body that takes a step. */
    private static final double ACROSS = 0.7;

    /** Widths of lines in heights of the body: of the figure below, of those on top, and of ways. */
    private static final double WIDE = 0.03;

    private static final double NARROW = 0.014;
    private static final double WAY = 0.008;
    private static final double LEAST = 1;

    private final StyledColours<Ink> inks = StyledColours.of(this, Ink.class, CSS, plot -> plot.inks);

    private Optional<Moves.Scene> scene = Optional.empty();
    private List<Skeleton.Joint> joints = List.of();
    private int time;
    private Eye eye = Eye.FIRST;

    /** Of the first body: its height, and the floor that it stands on. */
    private double body = 1;

    private double floor;

    ScenePlot() {
        getStyleClass().add("scene-plot");
        setMinSize(0, 0);
    }

    /** Draws a scene from the next pulse on. */
    void show(Skeleton skeleton, Moves.Scene newScene) {
        scene = Optional.of(newScene);
        joints = skeleton.joints();
        List<Vector[]> all = newScene.bodies().getFirst().positions();
        floor = all.stream().mapToDouble(ScenePlot::lowest).min().orElse(0);
        double tallest = all.stream()
                .mapToDouble(at -> highest(at) - lowest(at))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        body = tallest > 0 ? tallest : 1;
        requestLayout();
    }

    void show(int newTime, Eye newEye) {
        time = newTime;
        eye = newEye;
        requestLayout();
    }

    private static double lowest(Vector[] positions) {
        return List.of(positions).stream().mapToDouble(Vector::y).min().orElse(0);
    }

    private static double highest(Vector[] positions) {
        return List.of(positions).stream().mapToDouble(Vector::y).max().orElse(0);
    }

    @Override
    public void draw(Pen pen) {
        List<Moves.Body> bodies = scene.map(Moves.Scene::bodies).orElse(List.of());
        if (bodies.isEmpty() || bodies.getFirst().positions().isEmpty() || getHeight() < 1 || getWidth() < 1) {
            return;
        }
        List<Vector[]> followed = bodies.getFirst().positions();
        Vector root = followed.get(Math.clamp(time, 0, followed.size() - 1))[0];
        Seen view = new Seen(new Vector(root.x(), floor, root.z()));
        pen.clip(Optional.of(new Rectangle2D.Double(0, 0, getWidth(), getHeight())));
        floor(pen, view, root);
        for (Moves.Body one : bodies) {
            int now = Math.clamp(time, 0, one.positions().size() - 1);
            boolean first = one.equals(bodies.getFirst());
            way(pen, view, one, now);
            bones(pen, view, one.positions().get(now), floor, first ? WIDE : NARROW, colour(Ink.GRID));
        }
        for (Moves.Body one : bodies) {
            int now = Math.clamp(time, 0, one.positions().size() - 1);
            boolean first = bodies.size() > 1 && one.equals(bodies.getFirst());
            bones(pen, view, one.positions().get(now), Double.NaN, first ? WIDE : NARROW, colour(one.ink()));
        }
        pen.clip(Optional.empty());
    }

    /** Lines of the floor around a body, which stay where they are when it goes on. */
    private void floor(Pen pen, Seen view, Vector root) {
        double square = SQUARE * body;
        double x0 = Math.rint(root.x() / square) * square;
        double z0 = Math.rint(root.z() / square) * square;
        double far = SQUARES * square;
        Path2D lines = new Path2D.Double();
        for (int i = -SQUARES; i <= SQUARES; i++) {
            view.line(
                    lines, new Vector(x0 + i * square, floor, z0 - far), new Vector(x0 + i * square, floor, z0 + far));
            view.line(
                    lines, new Vector(x0 - far, floor, z0 + i * square), new Vector(x0 + far, floor, z0 + i * square));
        }
        pen.stroke(lines, new BasicStroke(1), colour(Ink.GRID));
    }

    /** Where the root went over the floor so far. */
    private void way(Pen pen, Seen view, Moves.Body one, int now) {
        Path2D way = new Path2D.Double();
        for (int t = 1; t <= now; t++) {
            view.line(
                    way,
                    flat(one.positions().get(t - 1)[0], floor),
                    flat(one.positions().get(t)[0], floor));
        }
        pen.stroke(way, stroke(view, WAY), colour(one.ink()));
    }

    /** A figure, or its shadow at a height; the head is round where a joint is called so. */
    private void bones(Pen pen, Seen view, Vector[] at, double shadow, double width, Color colour) {
        BasicStroke stroke = stroke(view, width);
        Path2D bones = new Path2D.Double();
        for (int j = 1; j < at.length; j++) {
            Vector from = flat(at[joints.get(j).parent()], shadow);
            Vector to = flat(at[j], shadow);
            String parent = joints.get(joints.get(j).parent()).name().toLowerCase(Locale.ROOT);
            Point2D one = view.point(from);
            Point2D other = view.point(to);
            if (Double.isNaN(shadow) && parent.endsWith("head") && Double.isFinite(one.distance(other))) {
                double size = Math.max(one.distance(other), 0.1 * body * view.scale());
                Point2D middle = one.midpoint(other);
                pen.stroke(
                        new Ellipse2D.Double(middle.getX() - size / 2, middle.getY() - size / 2, size, size),
                        stroke,
                        colour);
            } else {
                view.line(bones, from, to);
            }
        }
        pen.stroke(bones, stroke, colour);
    }

    private static Vector flat(Vector point, double height) {
        return Double.isNaN(height) ? point : new Vector(point.x(), height, point.z());
    }

    private BasicStroke stroke(Seen view, double width) {
        return new BasicStroke(
                (float) Math.max(LEAST, width * body * view.scale()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private Color colour(Ink ink) {
        return inks.get(ink);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    /** From the world to this region. */
    private final class Seen {
        private final Vector centre;

        Seen(Vector centre) {
            this.centre = centre;
        }

        double scale() {
            return Math.min(getHeight() / SEEN, getWidth() / ACROSS) / body;
        }

        Point2D point(Vector world) {
            Point2D seen = eye.seen(world, centre).multiply(scale());
            double below = 0.5 * (SEEN - Math.cos(eye.above())) * body * scale(); // the body stands in the middle
            return new Point2D(getWidth() / 2 + seen.getX(), getHeight() - below + seen.getY());
        }

        void line(Path2D path, Vector from, Vector to) {
            Point2D one = point(from);
            Point2D other = point(to);
            if (Double.isFinite(one.getX() + one.getY() + other.getX() + other.getY())) {
                path.moveTo(one.getX(), one.getY());
                path.lineTo(other.getX(), other.getY());
            }
        }
    }
}
