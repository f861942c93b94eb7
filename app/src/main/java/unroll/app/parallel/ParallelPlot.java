package unroll.app.parallel;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import unroll.app.chart.AxisLabel;
import unroll.app.chart.DrawnCanvas;
import unroll.app.chart.Pen;
import unroll.app.chart.StyledColours;

/** Draws parallel coordinates: the lines on a canvas, their colours along the axis that gives them, and words at all axes. */
final class ParallelPlot extends DrawnCanvas {
    private static final StyleablePropertyFactory<ParallelPlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** The least distance of two axes, room right of the last one, and room for the names above, in font sizes. */
    private static final double SPACING = 6.5;

    private static final double RIGHT = 6.5;

    private static final double NAMES = 3.3;

    /** Between a name and the upper end of its axis, for half of the mark there. */
    private static final double AIR = 0.8;

    /** Where lines without a value lie below an axis, in font sizes. */
    private static final double BELOW = 1.6;

    /** Room left of the first axis, and below all, for marks around values, in pixels. */
    private static final double EDGE = 10;

    /** Half the width of a span on an axis, and what it has more than its values above and below. */
    private static final double HALF = 7;

    private static final double MORE = 4;

    /** Height of the line below the name of an axis that has the keys. */
    private static final double MARKER = 2;

    private static final BasicStroke FAINT = new BasicStroke(1);
    private static final BasicStroke USUAL = new BasicStroke(1.3f);
    private static final BasicStroke CHOSEN = new BasicStroke(2.6f);
    private static final BasicStroke COLOURS = new BasicStroke(4);

    /** Radius of the points on the line that is read. */
    private static final double POINT = 3.5;

    /** Pieces of the axis that shows the colours. */
    private static final int PIECES = 48;

    private enum Colour {
        LEAST,
        MOST,
        QUIET,
        FAINT,
        AXIS
    }

    private final StyledColours<Colour> colours = StyledColours.of(this, Colour.class, CSS, plot -> plot.colours);
    private final StyleableProperty<Number> fontSize =
            CSS.createStyleableNumberProperty(this, "parallelFontSize", "-u-font-size", p -> p.fontSize, 13);
    private final Pane spans = new Pane();
    private final Pane words = new Pane();

    /** What shows what is read; no part of pictures. */
    private final Pane reading = new Pane();

    private ParallelData data = ParallelData.EMPTY;
    private Set<String> chosen = Set.of();
    private Optional<Integer> read = Optional.empty();
    private int axis = -1;
    private Optional<AxisSpan> drawnSpan = Optional.empty();
    private ParallelPlaces places = new ParallelPlaces(data, new Rectangle2D.Double(), 1, 0);

    ParallelPlot() {
        StyledColours.follow(fontSize, this);
        for (var part : List.of(spans, words, reading)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        reading.getStyleClass().add("for-hands");
        getStyleClass().add("parallel-plot");
        getChildren().addAll(spans, reading, words);
        setMinSize(0, 0);
    }

    /** Draws these lines from the next pulse on, those of the chosen ids on top. */
    void show(ParallelData newData, Set<String> newChosen) {
        data = newData;
        chosen = newChosen;
        arrange(getWidth(), getHeight());
        requestLayout();
    }

    /**
     * Marks what is read, and a span that is being drawn.
     *
     * @param line whose points are marked; empty for none
     * @param marked the axis whose name is marked; -1 for none
     */
    void mark(Optional<Integer> line, int marked, Optional<AxisSpan> span) {
        read = line;
        axis = marked;
        drawnSpan = span;
        requestLayout();
    }

    /** Where everything lies, in this region's coordinates. */
    ParallelPlaces places() {
        return places;
    }

    @Override
    protected void arrange(double width, double height) {
        double em = fontSize.getValue().doubleValue();
        double top = NAMES * em;
        places = new ParallelPlaces(
                data,
                new Rectangle2D.Double(
                        EDGE, top, Math.max(1, width - EDGE - RIGHT * em), Math.max(1, height - top - EDGE)),
                SPACING * em,
                BELOW * em);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        spans.getChildren().clear();
        words.getChildren().clear();
        reading.getChildren().clear();
        read.ifPresent(this::layoutRead);
        for (int i = 0; i < places.axes().size(); i++) {
            layoutSpan(i);
            layoutWords(i);
        }
    }

    private void layoutRead(int line) {
        Polyline across = new Polyline();
        across.getStyleClass().add("parallel-read");
        reading.getChildren().add(across);
        for (int i = 0; i < places.axes().size(); i++) {
            across.getPoints().addAll(places.x(i), places.y(i, line));
            Circle point = new Circle(places.x(i), places.y(i, line), POINT);
            point.getStyleClass().add("parallel-point");
            reading.getChildren().add(point);
        }
    }

    private void layoutSpan(int i) {
        ParallelAxis along = places.axes().get(i);
        Optional<AxisSpan> kept = Optional.ofNullable(data.spans().get(along.key()));
        Optional<AxisSpan> span = i == axis && drawnSpan.isPresent() ? drawnSpan : kept;
        List<String> within = span.map(along::within).orElse(List.of());
        if (!within.isEmpty()) {
            double bottom = places.y(i, within.getFirst()) + MORE;
            double top = places.y(i, within.getLast()) - MORE;
            Region box = new Region();
            box.getStyleClass().add("axis-span");
            box.setManaged(false);
            box.resizeRelocate(places.x(i) - HALF, top, 2 * HALF, bottom - top);
            spans.getChildren().add(box);
        }
    }

    private void layoutWords(int i) {
        ParallelAxis along = places.axes().get(i);
        double em = fontSize.getValue().doubleValue();
        double room = i + 1 < places.axes().size() ? places.x(i + 1) - places.x(i) : RIGHT * em + EDGE / 2;
        AxisLabel name = label(along.name(), "parallel-name");
        name.setWrapText(true);
        double wide = Math.min(room - EDGE / 2, name.prefWidth(-1));
        double high = Math.min(name.prefHeight(wide), (NAMES - AIR) * em);
        name.resizeRelocate(
                snapPositionX(places.x(i) - EDGE / 2), snapPositionY((NAMES - AIR) * em - high), wide, high);
        if (i == axis) {
            Region marker = new Region();
            marker.getStyleClass().add("parallel-marked");
            marker.setManaged(false);
            marker.resizeRelocate(name.getLayoutX(), name.getLayoutY() + high, wide, MARKER);
            reading.getChildren().add(marker);
        }
        List<ParallelAxis.Mark> marks = along.marks((int) ((places.bottom() - places.top()) / (3 * em)));
        double last = Double.POSITIVE_INFINITY;
        for (ParallelAxis.Mark mark : marks) {
            double y = places.y(mark.share());
            if (last - y >= em) {
                mark(mark.words(), i, y, room);
                last = y;
            }
        }
        if (along.filled() < data.lines().size()) {
            places.none().ifPresent(y -> mark(ParallelAxis.NONE, i, y, room));
        }
    }

    private void mark(String text, int i, double y, double room) {
        AxisLabel label = label(text, "parallel-mark");
        double wide = Math.min(label.prefWidth(-1), room - 2 * HALF);
        label.place(places.x(i) + HALF, y - label.prefHeight(-1) / 2, wide);
    }

    private AxisLabel label(String text, String style) {
        AxisLabel label = new AxisLabel(text);
        label.getStyleClass().add(style);
        words.getChildren().add(label);
        label.applyCss();
        return label;
    }

    @Override
    public void draw(Pen pen) {
        List<Integer> within = new ArrayList<>();
        List<Integer> above = new ArrayList<>();
        for (int i = 0; i < data.lines().size(); i++) {
            ParallelData.Entry line = data.lines().get(i);
            if (!line.within()) {
                pen.stroke(places.line(i), FAINT, colour(Colour.FAINT));
            } else {
                (chosen.contains(line.id()) ? above : within).add(i);
            }
        }
        within.forEach(line -> pen.stroke(places.line(line), USUAL, colour(line)));
        drawAxes(pen);
        above.forEach(line -> pen.stroke(places.line(line), CHOSEN, colour(line)));
    }

    private void drawAxes(Pen pen) {
        for (int i = 0; i < places.axes().size(); i++) {
            double x = places.x(i);
            if (data.colouring().filter(places.axes().get(i)::equals).isEmpty()) {
                pen.stroke(new Line2D.Double(x, places.top(), x, places.bottom()), FAINT, colour(Colour.AXIS));
                continue;
            }
            for (int piece = 0; piece < PIECES; piece++) {
                double low = (double) piece / PIECES;
                double high = (piece + 1.0) / PIECES;
                pen.stroke(new Line2D.Double(x, places.y(low), x, places.y(high)), COLOURS, colour((low + high) / 2));
            }
        }
    }

    private Color colour(int line) {
        return data.colouring()
                .map(by -> by.share(by.value(line)))
                .filter(share -> !Double.isNaN(share))
                .map(this::colour)
                .orElse(colour(Colour.QUIET));
    }

    private Color colour(double share) {
        return colour(Colour.LEAST).interpolate(colour(Colour.MOST), share);
    }

    private Color colour(Colour colour) {
        return colours.get(colour);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
