package unroll.app.sequence;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
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

/**
 * The plane in which something is moved, to scale: the ways of its tip, which grow stronger with time, where they begin and should end, and,
 * where it is one thing alone, the thing itself.
 */
final class MovementPlot extends DrawnCanvas {
    private static final StyleablePropertyFactory<MovementPlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** What is seen around the movements, as a share of them, and how large a part of the thing at least. */
    private static final double AROUND = 0.35;

    private static final double AROUND_MANY = 0.1;
    private static final double LEAST = 0.05;

    /** A way has so many parts, each stronger than the one before it, the first so strong. */
    private static final int PARTS = 6;

    private static final double FIRST = 0.3;

    private static final float WAY = 2;
    private static final double DOT = 4;
    private static final double GOAL = 6;

    /** The width of the thing, as a share of its length. */
    private static final double LIMB = 0.025;

    private final StyledColours<Ink> inks = StyledColours.of(this, Ink.class, CSS, plot -> plot.inks);

    private final boolean whole;
    private Movements movements = Movements.NONE;
    private Rectangle2D seen = new Rectangle2D.Double(0, 0, 1, 1);
    private double scale = 1;
    private int time;

    /** @param whole whether all of the thing is seen and not only where its tip goes */
    MovementPlot(boolean whole) {
        this.whole = whole;
        getStyleClass().add("movement-plot");
        setMinSize(0, 0);
    }

    /** Draws movements from the next pulse on. */
    void show(Movements newMovements) {
        movements = newMovements;
        seen = newMovements.stage().orElseGet(() -> filled(newMovements));
        requestLayout();
    }

    /** Draws the thing after time step {@code newTime}, from 0. */
    void show(int newTime) {
        time = newTime;
        requestLayout();
    }

    /** What is seen of the plane, in metres; what leaves it, as a network that learns may, does not change it. */
    Rectangle2D seen() {
        return seen;
    }

    private Rectangle2D filled(Movements now) {
        DoubleSummaryStatistics x = new DoubleSummaryStatistics();
        DoubleSummaryStatistics y = new DoubleSummaryStatistics();
        for (Movements.Track track : now.tracks()) {
            add(x, y, track.tipX(0), track.tipY(0));
            add(x, y, track.goal()[0], track.goal()[1]);
            for (double[] corners : track.equals(now.tracks().getFirst()) ? track.corners() : new double[0][]) {
                for (int c = whole ? 0 : corners.length - 2; c < corners.length; c += 2) {
                    add(x, y, corners[c], corners[c + 1]);
                }
            }
        }
        for (int i = 0; whole && i < now.reach().length; i += 2) {
            add(x, y, now.reach()[i], now.reach()[i + 1]);
        }
        if (x.getCount() == 0) {
            return new Rectangle2D.Double(0, 0, 1, 1);
        }
        double size = Math.max(Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin()), LEAST * length(now));
        double margin = whole ? LEAST : now.isOne() ? AROUND : AROUND_MANY;
        double half = (size > 0 ? size : 1) * (0.5 + margin);
        double middleX = (x.getMin() + x.getMax()) / 2;
        double middleY = (y.getMin() + y.getMax()) / 2;
        return new Rectangle2D.Double(middleX - half, middleY - half, 2 * half, 2 * half);
    }

    private static void add(DoubleSummaryStatistics allX, DoubleSummaryStatistics allY, double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            allX.accept(x);
            allY.accept(y);
        }
    }

    /** How long the thing is, from its first corner to the last. */
    private static double length(Movements now) {
        if (now.tracks().isEmpty()) {
            return 0;
        }
        double[] corners = now.tracks().getFirst().corners()[0];
        double length = 0;
        for (int c = 2; c < corners.length; c += 2) {
            length += Math.hypot(corners[c] - corners[c - 2], corners[c + 1] - corners[c - 1]);
        }
        return length;
    }

    @Override
    protected void arrange(double width, double height) {
        scale = Math.min(width / seen.getWidth(), height / seen.getHeight());
    }

    /** The place in the plane that lies at a point of this region. */
    Point2D placeAt(double across, double down) {
        return new Point2D(
                seen.getCenterX() + (across - getWidth() / 2) / scale,
                seen.getCenterY() - (down - getHeight() / 2) / scale);
    }

    /** The point of this region at which a place of the plane lies. */
    Point2D pointAt(double x, double y) {
        return new Point2D(across(x), down(y));
    }

    private double across(double x) {
        return getWidth() / 2 + scale * (x - seen.getCenterX());
    }

    private double down(double y) {
        return getHeight() / 2 - scale * (y - seen.getCenterY());
    }

    @Override
    public void draw(Pen pen) {
        List<Movements.Track> tracks = movements.tracks();
        if (tracks.isEmpty() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        arrange(getWidth(), getHeight());
        pen.clip(Optional.of(new Rectangle2D.Double(0, 0, getWidth(), getHeight())));
        outline(pen);
        if (movements.isOne()) {
            thing(pen, tracks.getLast());
        }
        for (Movements.Track track : tracks) {
            way(pen, track);
        }
        for (Movements.Track track : tracks) {
            ends(pen, track);
        }
        for (Movements.Track track : tracks) {
            int moment = Math.clamp(time + 1L, 0, track.steps());
            dot(pen, track.tipX(moment), track.tipY(moment), inks.get(track.ink()));
        }
        pen.clip(Optional.empty());
    }

    private void outline(Pen pen) {
        Path2D line = new Path2D.Double();
        double[] reach = movements.reach();
        for (int i = 0; i < reach.length; i += 2) {
            go(line, i > 0, reach[i], reach[i + 1]);
        }
        if (reach.length > 0) {
            line.closePath();
            pen.stroke(line, new BasicStroke(1), inks.get(Ink.GRID));
        }
    }

    private void go(Path2D line, boolean on, double x, double y) {
        if (on) {
            line.lineTo(across(x), down(y));
        } else {
            line.moveTo(across(x), down(y));
        }
    }

    private void thing(Pen pen, Movements.Track track) {
        double[] corners = track.corners()[Math.clamp(time + 1L, 0, track.steps())];
        Path2D limbs = new Path2D.Double();
        for (int c = 0; c < corners.length; c += 2) {
            if (!Double.isFinite(corners[c] + corners[c + 1])) {
                return;
            }
            go(limbs, c > 0, corners[c], corners[c + 1]);
        }
        float wide = (float) Math.max(2, LIMB * length(movements) * scale);
        pen.stroke(limbs, new BasicStroke(wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), inks.get(Ink.GRID));
        for (int c = 0; c + 2 < corners.length; c += 2) {
            double size = 0.3 * wide;
            circle(pen, corners[c], corners[c + 1], size, inks.get(Ink.QUIET));
        }
    }

    /** Where the tip goes, in another colour where something pushes. */
    private void way(Pen pen, Movements.Track track) {
        for (int part = 0; part < PARTS; part++) {
            Path2D alone = new Path2D.Double();
            Path2D pushed = new Path2D.Double();
            for (int t = part * track.steps() / PARTS; t < (part + 1) * track.steps() / PARTS; t++) {
                double sum = track.tipX(t) + track.tipY(t) + track.tipX(t + 1) + track.tipY(t + 1);
                if (Double.isFinite(sum)) {
                    Path2D line = track.disturbed()[t] ? pushed : alone;
                    go(line, false, track.tipX(t), track.tipY(t));
                    go(line, true, track.tipX(t + 1), track.tipY(t + 1));
                }
            }
            double strength = FIRST + (1 - FIRST) * part / (PARTS - 1);
            BasicStroke stroke =
                    new BasicStroke(large() ? WAY : WAY / 2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            Color colour = inks.get(track.ink());
            pen.stroke(alone, stroke, colour.deriveColor(0, 1, 1, strength));
            Color other = track.ink() == Ink.MAIN ? inks.get(Ink.SECOND) : colour;
            pen.stroke(pushed, stroke, other.deriveColor(0, 1, 1, strength));
        }
    }

    /** A ring where it begins, if that matters, and one with a point where it should end. */
    private void ends(Pen pen, Movements.Track track) {
        if (movements.stage().isEmpty()) {
            ring(pen, track.tipX(0), track.tipY(0), large() ? DOT - 1 : DOT / 2);
        }
        ring(pen, track.goal()[0], track.goal()[1], large() ? GOAL : DOT / 2);
        if (large()) {
            circle(pen, track.goal()[0], track.goal()[1], 1.5, inks.get(Ink.LABEL));
        }
    }

    /** Whether marks have room. */
    private boolean large() {
        return movements.isOne() && !whole;
    }

    private void ring(Pen pen, double x, double y, double size) {
        pen.stroke(disc(x, y, size), new BasicStroke(1), inks.get(Ink.LABEL));
    }

    private void dot(Pen pen, double x, double y, Color colour) {
        if (Double.isFinite(x + y)) {
            circle(pen, x, y, large() ? DOT : DOT / 2, colour);
        }
    }

    private void circle(Pen pen, double x, double y, double size, Color colour) {
        pen.fill(disc(x, y, size), colour);
    }

    private Ellipse2D disc(double x, double y, double size) {
        return new Ellipse2D.Double(across(x) - size, down(y) - size, 2 * size, 2 * size);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
