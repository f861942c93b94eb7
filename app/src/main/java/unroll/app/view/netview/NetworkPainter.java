package unroll.app.view.netview;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import unroll.app.chart.Pen;

/** Draws circles, connections and numbers of a network with a pen. */
final class NetworkPainter {
    /** The colours of the drawing. */
    enum Colour {
        NEGATIVE,
        ZERO,
        POSITIVE,
        BROKEN,
        LABEL,
        MARK,
        GROUND
    }

    /** Widths of connections from nothing to the largest weight, in font sizes. */
    private static final double THIN = 0.05;

    private static final double THICK = 0.34;

    /** Weights below this share of the largest are drawn as nothing but a hint. */
    private static final double HINT = 0.02;

    /** What is not reached yet. */
    private static final double UNLIT = 0.22;

    /** Letters in a number, and its size beside the text. */
    private static final double NUMBER = 0.82;

    private static final double NUMBER_WIDTH = 3.4;

    /** How much of what lies below letters they cover. */
    private static final double OVER = 0.8;

    /** Circles smaller than this many font sizes have no name in them. */
    private static final double NAMED = 0.72;

    private final NetworkFrame frame;
    private final NetworkPlan plan;
    private final Function<Colour, Color> colours;
    private final double em;

    /**
     * A connection as it is drawn.
     *
     * @param label where its number stands; empty where it has none
     */
    record Drawn(NetworkFrame.Wire wire, Shape way, int toCopy, Rectangle2D label) {}

    private final List<Drawn> drawn = new ArrayList<>();

    NetworkPainter(NetworkFrame frame, NetworkPlan plan, Function<Colour, Color> colours, double em) {
        this.frame = frame;
        this.plan = plan;
        this.colours = colours;
        this.em = em;
        arrange();
    }

    /** Every connection, the thinnest first. */
    List<Drawn> drawn() {
        return drawn;
    }

    private void arrange() {
        List<NetworkFrame.Wire> wires = frame.wires();
        int first = frame.first();
        long there = wires.stream().filter(wire -> wire.weight() != 0).count();
        boolean all = there * plan.copies() <= NetworkFrame.NUMBERED;
        boolean into = frame.intoChosen().size() <= NetworkFrame.NUMBERED;
        wires.stream()
                .sorted(Comparator.comparingDouble(wire -> Math.abs(wire.weight())))
                .forEach(wire -> {
                    int lag = wire.bundle().connection().lag();
                    for (int copy = 0; copy < plan.copies(); copy++) {
                        int from = plan.copies() == 1 ? copy : copy - lag;
                        if (from >= 0 && wire.bundle().connection().acts(first + copy)) {
                            Shape way = plan.way(wire.from(), wire.to(), lag, from, copy);
                            boolean chosen = wire.to().equals(frame.unit()) && first + copy == frame.time();
                            boolean numbered = all && wire.weight() != 0 || chosen && into;
                            drawn.add(
                                    new Drawn(wire, way, copy, numbered ? label(wire, way) : new Rectangle2D.Double()));
                        }
                    }
                });
    }

    /** Numbers of neighbours stand at different heights, or they would lie over each other. */
    private Rectangle2D label(NetworkFrame.Wire wire, Shape way) {
        boolean around = !(way instanceof Line2D);
        double share =
                around ? 0.5 : 0.34 + 0.16 * ((wire.from().unit() + wire.to().unit()) % 3);
        Point2D at = NetworkPlan.along(way, share);
        double width = width(Figures.of(wire.weight()));
        return new Rectangle2D.Double(at.getX() - width / 2, at.getY() - 0.6 * em, width, 1.2 * em);
    }

    /** The circle of a unit. */
    static Shape circle(NetworkPlan plan, UnitPlace place, int copy) {
        double r = plan.radius();
        return new Ellipse2D.Double(plan.x(place, copy) - r, plan.y(place) - r, 2 * r, 2 * r);
    }

    void paint(Pen pen) {
        double largest = frame.largestWeight();
        for (Drawn each : drawn) {
            paint(pen, each, largest);
        }
        for (Drawn each : drawn) {
            if (!each.label().isEmpty()) {
                write(pen, each);
            }
        }
        double bias = frame.largestBias();
        for (int copy = 0; copy < plan.copies(); copy++) {
            int step = frame.first() + copy;
            for (int row = 0; row < plan.sizes().size(); row++) {
                double limit = frame.limit(row);
                for (int unit = 0; unit < plan.sizes().get(row); unit++) {
                    paint(pen, new UnitPlace(row, unit), copy, step, limit, bias);
                }
            }
            if (plan.copies() > 1) {
                heading(pen, copy, step);
            }
        }
    }

    private double light(int step) {
        return plan.copies() == 1 || frame.lit(step) ? 1 : UNLIT;
    }

    private static Color faded(Color colour, double share) {
        return colour.deriveColor(0, 1, 1, share);
    }

    private void paint(Pen pen, Drawn each, double largest) {
        double weight = each.wire().weight();
        double share = Double.isFinite(weight) ? Math.min(1, Math.abs(weight) / largest) : 1;
        Color colour = colours.apply(
                !Double.isFinite(weight)
                        ? Colour.BROKEN
                        : share < HINT ? Colour.LABEL : weight < 0 ? Colour.NEGATIVE : Colour.POSITIVE);
        boolean chosen = each.wire().place().filter(frame.weight()::equals).isPresent();
        boolean aside = !frame.unit().none() && !each.wire().to().equals(frame.unit()) && !chosen;
        double light =
                light(frame.first() + each.toCopy()) * (share < HINT ? 0.25 : 0.35 + 0.65 * share) * (aside ? 0.45 : 1);
        float width = (float) ((THIN + (THICK - THIN) * share) * em);
        BasicStroke stroke = new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        if (chosen) {
            pen.stroke(
                    each.way(),
                    new BasicStroke((float) (width + 0.3 * em), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND),
                    faded(colours.apply(Colour.MARK), 0.35 * light(frame.first() + each.toCopy())));
        }
        pen.stroke(each.way(), stroke, faded(colour, light));
        if (!(each.way() instanceof Line2D)) {
            Point2D end = NetworkPlan.along(each.way(), 1);
            double r = width / 2 + 0.14 * em;
            pen.fill(new Ellipse2D.Double(end.getX() - r, end.getY() - r, 2 * r, 2 * r), faded(colour, light));
        }
    }

    private void write(Pen pen, Drawn each) {
        Rectangle2D at = each.label();
        number(
                pen,
                Figures.of(each.wire().weight()),
                at.getCenterX(),
                at.getCenterY(),
                light(frame.first() + each.toCopy()));
    }

    /** Letters that can be read over connections. */
    private void number(Pen pen, String words, double x, double y, double light) {
        double width = width(words);
        pen.fill(
                new Rectangle2D.Double(x - width / 2, y - 0.55 * em, width, 1.1 * em),
                faded(colours.apply(Colour.GROUND), OVER));
        pen.centre(words, x, y, width, font(), faded(colours.apply(Colour.LABEL), light));
    }

    private double width(String words) {
        return (0.3 + 0.5 * words.length()) * em;
    }

    private Font font() {
        return Font.font("JetBrains Mono", NUMBER * em);
    }

    private void paint(Pen pen, UnitPlace place, int copy, int step, double limit, double largestBias) {
        double number = frame.number(place, step);
        double light = light(step);
        Shape circle = circle(plan, place, copy);
        Color fill = fill(number, limit);
        pen.fill(circle, colours.apply(Colour.GROUND)); // so that no connection shines through one that is not lit
        pen.fill(circle, faded(fill, light));
        boolean chosen = place.equals(frame.unit()) && step == frame.time();
        pen.stroke(
                circle,
                new BasicStroke((float) ((chosen ? 0.22 : 0.08) * em)),
                faded(colours.apply(chosen ? Colour.MARK : Colour.LABEL), light));
        double x = plan.x(place, copy);
        double y = plan.y(place);
        if (plan.radius() >= NAMED * em) {
            pen.centre(
                    frame.group(place.row()).name(place.unit()),
                    x,
                    y,
                    2 * plan.radius() - 2,
                    Font.font("Inter", Math.min(NUMBER * em, plan.radius())),
                    faded(fill.grayscale().getBrightness() > 0.5 ? Color.BLACK : Color.WHITE, light));
        }
        if (plan.hasRoom(place.row(), NUMBER_WIDTH * em * NUMBER) && !Double.isNaN(number)) {
            number(pen, Figures.value(number, limit), x, y + plan.radius() + 0.66 * em, light);
        }
        double bias = frame.bias(place);
        if (bias != 0) {
            tick(pen, x, y, bias, largestBias, light);
        }
    }

    /** A bias is a tick at the left of its unit, longer for a larger one. */
    private void tick(Pen pen, double x, double y, double bias, double largest, double light) {
        double length = (0.25 + 0.75 * Math.min(1, Math.abs(bias) / largest)) * Math.max(0.5 * em, plan.radius() * 0.7);
        double edge = x - plan.radius();
        pen.stroke(
                new Line2D.Double(edge - length, y, edge, y),
                new BasicStroke((float) (0.2 * em), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND),
                faded(
                        colours.apply(
                                Double.isNaN(bias) ? Colour.BROKEN : bias < 0 ? Colour.NEGATIVE : Colour.POSITIVE),
                        light));
    }

    private Color fill(double number, double limit) {
        if (Double.isNaN(number)) {
            return colours.apply(Colour.BROKEN);
        }
        double share = Math.clamp(number / limit, -1, 1);
        return colours.apply(Colour.ZERO)
                .interpolate(colours.apply(share < 0 ? Colour.NEGATIVE : Colour.POSITIVE), Math.abs(share));
    }

    private void heading(Pen pen, int copy, int step) {
        pen.centre(
                "t " + (step + 1),
                (copy + 0.5) * plan.column(),
                0.7 * em,
                plan.column(),
                font(),
                faded(colours.apply(step == frame.time() ? Colour.MARK : Colour.LABEL), light(step)));
    }
}
