package unroll.app.sequence;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import unroll.app.chart.DrawnCanvas;
import unroll.app.chart.Pen;
import unroll.app.chart.StyledColours;
import unroll.engine.music.Keyboard;

/** A piano-roll: keys from the lowest up, with a keyboard at the left, time to the right; one layer as shades, the truth as outlines. */
final class ExcerptPlot extends DrawnCanvas {
    private static final StyleablePropertyFactory<ExcerptPlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** The width of the keyboard, and of its black keys as a share of it. */
    static final double KEYBOARD = 22;

    private static final double BLACK = 0.62;

    /** Less probable keys are not drawn: their shade would not be seen. */
    private static final float LEAST = 0.02f;

    /** The lowest row in which a frame leaves room for a shade. */
    private static final double LEAST_HEIGHT = 5;

    private static final BasicStroke OUTLINE = new BasicStroke(1.2f);
    private static final BasicStroke LINE = new BasicStroke(1);
    private static final int OCTAVE = 12;

    /** Within an octave the keys that have no black one below. */
    private static final List<Integer> NEXT_TO_WHITE = List.of(0, 5);

    private enum Colour {
        WHITE,
        BLACK,
        ROW,
        EDGE,
        TRUTH,
        PREDICTION,
        PLAYED
    }

    /** What is shaded. */
    enum Layer {
        /** How probably each key sounds. */
        PREDICTION,
        /** What the network sounded by itself. */
        FREE_RUN
    }

    private final StyledColours<Colour> colours = StyledColours.of(this, Colour.class, CSS, plot -> plot.colours);
    private Excerpt excerpt = Excerpt.EMPTY;
    private Layer layer = Layer.PREDICTION;
    private Excerpt.Range range = excerpt.range();

    ExcerptPlot() {
        getStyleClass().add("excerpt-plot");
        setMouseTransparent(true);
    }

    /** Draws a layer of an excerpt, some keys of it, from the next pulse on. */
    void show(Excerpt newExcerpt, Layer newLayer, Excerpt.Range newRange) {
        excerpt = newExcerpt;
        layer = newLayer;
        range = newRange;
        requestLayout();
    }

    /** The key at a height of this region. */
    int keyAt(double y) {
        double rows = (y - snappedTopInset()) / rowHeight();
        return Math.clamp((long) (range.last() - Math.floor(rows)), range.first(), range.last());
    }

    /** Where the upper edge of a key is. */
    double top(int key) {
        return snappedTopInset() + Math.rint((range.last() - key) * rowHeight());
    }

    private double rowHeight() {
        double high = getHeight() - snappedTopInset() - snappedBottomInset();
        return Math.max(1e-3, high / range.count());
    }

    /** Where the time steps begin. */
    double left() {
        return snappedLeftInset() + KEYBOARD;
    }

    private double x(double step) {
        double wide = getWidth() - snappedRightInset() - left();
        return left() + wide * step / Math.max(1, excerpt.steps());
    }

    @Override
    public void draw(Pen pen) {
        if (excerpt.steps() == 0) {
            return;
        }
        for (int key = range.first(); key <= range.last(); key++) {
            row(pen, key);
        }
        for (int key = range.first(); key <= range.last(); key++) {
            shades(pen, key);
            outlines(pen, key);
        }
        if (layer == Layer.FREE_RUN) {
            double x = Math.rint(x(excerpt.freeRunFrom())) + 0.5;
            pen.stroke(new Line2D.Double(x, top(range.last()), x, top(range.first() - 1)), LINE, colour(Colour.PLAYED));
        }
        keyboard(pen);
    }

    /** What lies below the notes: darker where the key is black, a line below each C. */
    private void row(Pen pen, int key) {
        double end = getWidth() - snappedRightInset();
        if (Keyboard.black(key)) {
            pen.fill(box(left(), end, key), colour(Colour.ROW));
        }
        if (key % OCTAVE == 0) {
            double y = top(key - 1) - 0.5;
            pen.stroke(new Line2D.Double(left(), y, end, y), LINE, colour(Colour.EDGE));
        }
    }

    private void shades(Pen pen, int key) {
        boolean played = layer == Layer.FREE_RUN;
        float[][] rows = played ? excerpt.freeRun() : excerpt.prediction();
        int first = played ? excerpt.freeRunFrom() : 0;
        int end = played ? excerpt.steps() : excerpt.counted();
        Color full = colour(played ? Colour.PLAYED : Colour.PREDICTION);
        for (int t = first; t < end; t++) {
            float p = excerpt.at(rows, t, key);
            if (p >= LEAST) {
                pen.fill(box(x(t), x(t + 1.0), key), full.deriveColor(0, 1, 1, Math.clamp(p, 0f, 1f)));
            }
        }
    }

    private void outlines(Pen pen, int key) {
        int from = -1;
        for (int t = 0; t <= excerpt.counted(); t++) {
            boolean sounds = t < excerpt.counted() && excerpt.at(excerpt.truth(), t, key) > 0;
            if (sounds && from < 0) {
                from = t;
            } else if (!sounds && from >= 0) {
                outline(pen, box(x(from), x(t), key));
                from = -1;
            }
        }
    }

    /** A frame around a note, or, where that would leave nothing of what is inside, a line along its middle. */
    private void outline(Pen pen, Rectangle2D note) {
        if (note.getHeight() < LEAST_HEIGHT) {
            double y = note.getY() + Math.floor(note.getHeight() / 2);
            pen.fill(new Rectangle2D.Double(note.getX() + 1, y, note.getWidth() - 1, 1), colour(Colour.TRUTH));
        } else {
            pen.stroke(
                    new Rectangle2D.Double(
                            note.getX() + 0.5, note.getY() + 0.5, note.getWidth() - 1, note.getHeight() - 1),
                    OUTLINE,
                    colour(Colour.TRUTH));
        }
    }

    private void keyboard(Pen pen) {
        double x = snappedLeftInset();
        double end = x + KEYBOARD - 2;
        pen.fill(
                new Rectangle2D.Double(x, top(range.last()), end - x, top(range.first() - 1) - top(range.last())),
                colour(Colour.WHITE));
        for (int key = range.first(); key <= range.last(); key++) {
            if (Keyboard.black(key)) {
                pen.fill(box(x, x + BLACK * (end - x), key), colour(Colour.BLACK));
                double middle = Math.rint((top(key) + top(key - 1)) / 2) + 0.5;
                pen.stroke(new Line2D.Double(x + BLACK * (end - x), middle, end, middle), LINE, colour(Colour.EDGE));
            } else if (NEXT_TO_WHITE.contains(key % OCTAVE)) {
                double y = top(key - 1) - 0.5;
                pen.stroke(new Line2D.Double(x, y, end, y), LINE, colour(Colour.EDGE));
            }
        }
    }

    private Rectangle2D box(double from, double to, int key) {
        double left = Math.rint(from);
        return new Rectangle2D.Double(left, top(key), Math.max(1, Math.rint(to) - left), top(key - 1) - top(key));
    }

    private Color colour(Colour colour) {
        return colours.get(colour);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
