package unroll.app.view.phase;

import java.awt.BasicStroke;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import unroll.app.chart.DrawnCanvas;
import unroll.app.chart.Ink;
import unroll.app.chart.Pen;
import unroll.app.chart.StyledColours;
import unroll.app.control.Em;
import unroll.app.control.Numbers;
import unroll.engine.dynamics.FixedPoint;
import unroll.engine.dynamics.Portrait;
import unroll.engine.dynamics.Portrait.Arrow;
import unroll.engine.dynamics.Portrait.Box;
import unroll.engine.plot.Scale;

/**
 * A plane of states to scale: where they go, where a number does not change, to which attractor they come, the points at which they rest, and
 * the way from a start.
 */
final class PhasePlot extends DrawnCanvas {
    private static final StyleablePropertyFactory<PhasePlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final List<Ink> BASINS =
            List.of(Ink.THIRD, Ink.FOURTH, Ink.FIFTH, Ink.SIXTH, Ink.SEVENTH, Ink.SECOND, Ink.MAIN);
    private static final double BASIN = 0.2;

    /** An arrow is this share of the way between two of them long at most. */
    private static final double LENGTH = 0.85;

    private static final double POINT = 5;
    private static final int TICKS = 5;
    private static final double SMALL = 0.85;

    private final StyledColours<Ink> inks = StyledColours.of(this, Ink.class, CSS, plot -> plot.inks);
    private final ObjectProperty<PhasePicture> picture = new SimpleObjectProperty<>(this, "picture", PhasePicture.NONE);
    private final ObjectProperty<Optional<Place>> start = new SimpleObjectProperty<>(this, "start", Optional.empty());
    private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(this, "chosen", PhaseModel.NONE);
    private final Em em = new Em();
    private Rectangle2D area = new Rectangle2D.Double(0, 0, 1, 1);
    private Box box = new Box(-1, 1, -1, 1);

    PhasePlot() {
        getStyleClass().add("phase-plot");
        setMinSize(0, 0);
        em.setManaged(false);
        getChildren().add(em);
        picture.subscribe(this::requestLayout);
        start.subscribe(this::requestLayout);
        chosen.subscribe(this::requestLayout);
    }

    ObjectProperty<PhasePicture> pictureProperty() {
        return picture;
    }

    ObjectProperty<Optional<Place>> startProperty() {
        return start;
    }

    ObjectProperty<Integer> chosenProperty() {
        return chosen;
    }

    /** The place at a point of this region. */
    Place placeAt(double across, double down) {
        return new Place(
                box.left() + (across - area.getX()) / area.getWidth() * (box.right() - box.left()),
                box.top() - (down - area.getY()) / area.getHeight() * (box.top() - box.bottom()));
    }

    /** The point at which rests lie nearest to a point of this region, if one is near. */
    int pointAt(double across, double down) {
        List<Place> places = picture.get().places();
        int nearest = PhaseModel.NONE;
        double least = 2 * POINT;
        for (int i = 0; i < places.size(); i++) {
            double away =
                    Math.hypot(x(places.get(i).x()) - across, y(places.get(i).y()) - down);
            if (away < least) {
                least = away;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Pixels across that a place lies at. */
    double x(double x) {
        return area.getX() + (x - box.left()) / (box.right() - box.left()) * area.getWidth();
    }

    /** Pixels down. */
    double y(double y) {
        return area.getY() + (box.top() - y) / (box.top() - box.bottom()) * area.getHeight();
    }

    @Override
    protected void arrange(double width, double height) {
        box = picture.get().frame().map(PhaseFrame::box).orElse(new Box(-1, 1, -1, 1));
        double left = Math.ceil(3.6 * em.size());
        double below = Math.ceil(1.6 * em.size());
        double top = Math.ceil(1.4 * em.size());
        double right = Math.ceil(3 * em.size()); // for the name of what lies across
        double side = Math.max(1, Math.min(width - left - right, height - top - below));
        double spare = Math.max(0, width - left - right - side);
        area = new Rectangle2D.Double(left + Math.floor(spare / 2), top, side, side);
    }

    @Override
    public void draw(Pen pen) {
        PhasePicture now = picture.get();
        if (now.frame().isEmpty() || area.getWidth() < 4 * POINT) {
            return;
        }
        axes(pen, now.frame().get());
        pen.clip(Optional.of(area));
        now.portrait().ifPresent(portrait -> {
            basins(pen, portrait);
            lines(pen, portrait.acrossStill(), Ink.THIRD);
            lines(pen, portrait.upStill(), Ink.FOURTH);
            arrows(pen, portrait);
        });
        if (!now.curve().isEmpty()) {
            line(pen, List.of(new Place(box.left(), box.left()), new Place(box.right(), box.right())), Ink.GRID, 1);
            line(pen, now.curve(), Ink.THIRD, 2);
        }
        line(pen, now.way(), Ink.QUIET, 1);
        course(pen, now);
        for (int i = 0; i < now.places().size(); i++) {
            point(pen, now.places().get(i), now.points().orElseThrow().points().get(i), i == chosen.get());
        }
        start.get().ifPresent(at -> {
            double up =
                    now.course().isEmpty() ? at.y() : now.course().getFirst().y();
            disc(pen, x(at.x()), y(up), POINT, inks.get(Ink.MAIN), true);
        });
        pen.clip(Optional.empty());
    }

    private void axes(Pen pen, PhaseFrame frame) {
        pen.stroke(area, new BasicStroke(1), inks.get(Ink.GRID));
        Font font = Font.font("Inter", SMALL * em.size());
        Color colour = inks.get(Ink.LABEL);
        for (double tick : new Scale(box.left(), box.right(), false).ticks(TICKS)) {
            pen.stroke(
                    new Line2D.Double(x(tick), area.getMinY(), x(tick), area.getMaxY()),
                    new BasicStroke(0.5f),
                    inks.get(Ink.GRID));
            pen.centre(Numbers.tick(tick), x(tick), area.getMaxY() + 0.8 * em.size(), 4 * em.size(), font, colour);
        }
        for (double tick : new Scale(box.bottom(), box.top(), false).ticks(TICKS)) {
            pen.centre(Numbers.tick(tick), area.getMinX() - 1.4 * em.size(), y(tick), 2.6 * em.size(), font, colour);
        }
        pen.centre(frame.up(), area.getMinX(), area.getMinY() - 0.7 * em.size(), 6 * em.size(), font, colour);
        pen.write(frame.across(), area.getMaxX() + 4, area.getMaxY(), 0, font, colour);
    }

    private void basins(Pen pen, Portrait portrait) {
        int[][] basins = portrait.basins();
        for (int i = 0; i < basins.length; i++) {
            double left = area.getX() + area.getWidth() * i / basins.length;
            int from = 0;
            for (int j = 1; j <= basins[i].length; j++) {
                if (j == basins[i].length || basins[i][j] != basins[i][from]) {
                    if (basins[i][from] >= 0) {
                        double cell = area.getHeight() / basins[i].length;
                        pen.fill(
                                new Rectangle2D.Double(
                                        left,
                                        area.getMaxY() - j * cell,
                                        area.getWidth() / basins.length + 0.5,
                                        (j - from) * cell + 0.5),
                                inks.get(BASINS.get(basins[i][from] % BASINS.size()))
                                        .deriveColor(0, 1, 1, BASIN));
                    }
                    from = j;
                }
            }
        }
    }

    private void lines(Pen pen, List<Portrait.Segment> segments, Ink ink) {
        Path2D path = new Path2D.Double();
        for (Portrait.Segment segment : segments) {
            path.moveTo(x(segment.x1()), y(segment.y1()));
            path.lineTo(x(segment.x2()), y(segment.y2()));
        }
        pen.stroke(path, new BasicStroke(1.5f), inks.get(ink));
    }

    private void arrows(Pen pen, Portrait portrait) {
        double apart = area.getWidth() / Math.sqrt(Math.max(1, portrait.flow().size()));
        double longest = portrait.flow().stream()
                .mapToDouble(arrow -> Math.hypot(arrow.dx(), arrow.dy()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        for (Arrow arrow : portrait.flow()) {
            double size = Math.hypot(arrow.dx(), arrow.dy());
            if (size > 0 && Double.isFinite(size)) {
                double length = LENGTH * apart * (0.25 + 0.75 * Math.sqrt(size / longest));
                double right = arrow.dx() / size * length;
                double down = -arrow.dy() / size * length;
                double x = x(arrow.x());
                double y = y(arrow.y());
                Path2D path = new Path2D.Double();
                path.moveTo(x - right / 2, y - down / 2);
                path.lineTo(x + right / 2, y + down / 2);
                for (int side = -1; side <= 1; side += 2) {
                    path.moveTo(x + right / 2, y + down / 2);
                    path.lineTo(x + 0.2 * right - side * 0.18 * down, y + 0.2 * down + side * 0.18 * right);
                }
                pen.stroke(path, new BasicStroke(1), inks.get(Ink.FAINT));
            }
        }
    }

    private void line(Pen pen, List<Place> places, Ink ink, float width) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < places.size(); i++) {
            if (i == 0) {
                path.moveTo(x(places.get(i).x()), y(places.get(i).y()));
            } else {
                path.lineTo(x(places.get(i).x()), y(places.get(i).y()));
            }
        }
        pen.stroke(path, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), inks.get(ink));
    }

    /** The way from a start with a dot for each step; of a state of one number the staircase between curve and diagonal. */
    private void course(Pen pen, PhasePicture now) {
        List<Place> places = now.course();
        if (now.curve().isEmpty()) {
            line(pen, places, Ink.MAIN, 1);
            for (Place place : places) {
                disc(pen, x(place.x()), y(place.y()), 1.8, inks.get(Ink.MAIN), true);
            }
            return;
        }
        Path2D stairs = new Path2D.Double();
        for (int i = 0; i < places.size(); i++) {
            double across = x(places.get(i).x());
            if (i == 0) {
                stairs.moveTo(across, y(places.get(i).x()));
            }
            stairs.lineTo(across, y(places.get(i).y()));
            stairs.lineTo(x(places.get(i).y()), y(places.get(i).y()));
        }
        pen.stroke(stairs, new BasicStroke(1), inks.get(Ink.MAIN));
    }

    /** Full where it is stable, half where it is a saddle, open where all leave it, grey where it is slow. */
    private void point(Pen pen, Place place, FixedPoint point, boolean marked) {
        double x = x(place.x());
        double y = y(place.y());
        Color colour = inks.get(point.slow() ? Ink.QUIET : Ink.LABEL);
        if (marked) {
            disc(pen, x, y, POINT + 4, inks.get(Ink.MAIN), false);
        }
        switch (point.stability()) {
            case STABLE -> disc(pen, x, y, POINT, colour, true);
            case UNSTABLE -> disc(pen, x, y, POINT, colour, false);
            case SADDLE -> {
                disc(pen, x, y, POINT, colour, false);
                pen.fill(new Arc2D.Double(x - POINT, y - POINT, 2 * POINT, 2 * POINT, 90, 180, Arc2D.CHORD), colour);
            }
        }
    }

    private static void disc(Pen pen, double x, double y, double size, Color colour, boolean full) {
        Ellipse2D disc = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        if (full) {
            pen.fill(disc, colour);
        } else {
            pen.stroke(disc, new BasicStroke(1.8f), colour);
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
