package unroll.app.sequence;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import unroll.app.chart.DrawnCanvas;
import unroll.app.chart.Pen;
import unroll.app.chart.StyledColours;

/**
 * The characters of a passage in equal cells: lines of as many as fit, each with a row for the truth, one for the prediction
 * on the shade of the truth's probability, and one for what was written; the lines around the marked place.
 */
final class PassagePlot extends DrawnCanvas {
    private static final StyleablePropertyFactory<PassagePlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final String FONT = "JetBrains Mono";

    /** The height of a row in heights of the font, and the room below a line in rows. */
    private static final double ROW = 1.35;

    private static final double BETWEEN = 0.5;

    /** The line around the marked place, with sharp corners. */
    private static final BasicStroke FRAME = new BasicStroke(1.5f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);

    /** Ends of lines and other characters that leave no mark, and what is drawn for them. */
    private static final Map<Integer, String> MARKS =
            Map.of((int) '\n', "\u21b5", (int) '\t', "\u2192", (int) '\f', "\u21a1", 0x1a, "\u00a4");

    private enum Colour {
        TRUTH,
        PREDICTION,
        WRITTEN,
        MARK,
        SHADE,
        FRAME
    }

    private final StyledColours<Colour> colours = StyledColours.of(this, Colour.class, CSS, plot -> plot.colours);
    private final StyleableProperty<Number> fontSize =
            CSS.createStyleableNumberProperty(this, "passageFontSize", "-u-font-size", p -> p.fontSize, 13);
    private final Text measure = new Text("0");

    private Passage passage = Passage.EMPTY;
    private int marked;
    private int columns = 1;
    private int firstLine;
    private int fitting = 1;
    private double cell = 1;
    private double row = 1;
    private Font font = Font.getDefault();

    PassagePlot() {
        StyledColours.follow(fontSize, this);
        getStyleClass().add("passage-plot");
    }

    /** Draws a passage with one place marked from the next pulse on. */
    void show(Passage newPassage, int newMarked) {
        passage = newPassage;
        marked = newMarked;
        requestLayout();
    }

    /** The place of the passage at a point of this region; -1 where there is none. */
    int place(double x, double y) {
        int column = (int) Math.floor(x / cell);
        int place = (firstLine + (int) Math.floor(y / lineHeight())) * columns + column;
        return column >= 0 && column < columns && y >= 0 && place < passage.steps() ? place : -1;
    }

    /** Where the truth at a place is drawn, in this region's coordinates; the rows below are as high. */
    Rectangle2D cell(int place) {
        double y = (place / columns - firstLine) * lineHeight();
        return new Rectangle2D(place % columns * cell, y, cell, row);
    }

    Color shade(int place) {
        Color full = colour(Colour.SHADE);
        float p = passage.probability()[place];
        return full.deriveColor(0, 1, 1, Float.isNaN(p) ? 0 : Math.clamp(p, 0f, 1f));
    }

    private int rows() {
        return passage.written().length > 0 ? 3 : 2;
    }

    private double lineHeight() {
        return row * (rows() + BETWEEN);
    }

    /** Finds out how large a cell is, how many there are in a line, and which lines are seen. */
    @Override
    protected void arrange(double width, double height) {
        font = Font.font(FONT, fontSize.getValue().doubleValue());
        measure.setFont(font);
        cell = Math.max(1, Math.ceil(measure.getLayoutBounds().getWidth()));
        row = Math.max(1, Math.rint(ROW * font.getSize()));
        columns = Math.max(1, (int) (width / cell));
        int lines = Math.ceilDiv(passage.steps(), columns);
        fitting = Math.max(1, (int) ((height + BETWEEN * row) / lineHeight()));
        firstLine = Math.clamp(marked / columns - fitting / 2, 0, Math.max(0, lines - fitting));
    }

    @Override
    public void draw(Pen pen) {
        int end = Math.min(passage.steps(), (firstLine + fitting) * columns);
        for (int place = firstLine * columns; place < end; place++) {
            draw(pen, place);
        }
        if (marked < passage.steps()) {
            mark(pen, cell(marked));
        }
    }

    private void draw(Pen pen, int place) {
        Rectangle2D at = cell(place);
        pen.fill(new java.awt.geom.Rectangle2D.Double(at.getMinX(), at.getMinY() + row, cell, row), shade(place));
        write(pen, passage.truth()[place], Colour.TRUTH, at, 0);
        write(pen, passage.prediction()[place], Colour.PREDICTION, at, 1);
        if (rows() == 3 && place >= passage.writtenFrom()) {
            write(pen, passage.written()[place], Colour.WRITTEN, at, 2);
        }
    }

    private void write(Pen pen, int character, Colour colour, Rectangle2D at, int below) {
        String mark = MARKS.get(character);
        pen.centre(
                mark == null ? Character.toString(character) : mark,
                at.getMinX() + cell / 2,
                at.getMinY() + (below + 0.5) * row,
                cell,
                font,
                colour(mark == null ? colour : Colour.MARK));
    }

    private void mark(Pen pen, Rectangle2D at) {
        pen.stroke(
                new java.awt.geom.Rectangle2D.Double(
                        at.getMinX() + 0.5, at.getMinY() + 0.5, cell - 1, rows() * row - 1),
                FRAME,
                colour(Colour.FRAME));
    }

    private Color colour(Colour colour) {
        return colours.get(colour);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
