package unroll.app.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.fx.FXGraphics2D;
import unroll.engine.plot.Scale;

/** Lines over an axis, drawn by JFreeChart on a canvas only when something changed. */
public final class LinePlot extends Region implements Drawn {
    private static final StyleablePropertyFactory<LinePlot> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final float[] DASHES = {4, 4};
    private static final String FONT = "Inter";
    private static final double POINT = 5;

    /** A thinned line has one rise and one fall in so many pixels: closer together they run into a band all the same. */
    private static final int THINNED = 2;

    /** How much of a line's colour its ribbon has, of 255: several can lie over each other. */
    private static final int SHADE = 46;

    /** The same of a line that stands behind another. */
    private static final int FAINT = 110;

    private static final double FONT_SHARE = 0.85;

    /** In less width or height nothing is drawn. */
    private static final double SMALLEST = 20;

    /** Lines that are kept as lines, and not as pixels, have so many points for each point of the screen. */
    private static final int KEPT = 4;

    /** Room right of the lines at the designed text size, for half of the last number below. */
    private static final double RIGHT = 16;

    /** Beside the name of a level. */
    private static final double NAME_GAP = 4;

    /** Room for the numbers of the upright axis at the designed text size: always the same, so that plots align and nothing jumps. */
    private static final double LABELS = 44;

    private static final double DESIGNED_SIZE = 13;

    /** Axes have names where the plot is so many font sizes wide or high. */
    private static final double NAMED_WIDTH = 28;

    private static final double NAMED_HEIGHT = 9;

    /** The height of a level's name in sizes of its font: its letters and a little air. */
    private static final double NAME_LINE = 1.2;

    private final StyledColours<Ink> inks = StyledColours.of(this, Ink.class, CSS, plot -> plot.inks);
    private final StyleableProperty<Number> fontSize =
            CSS.createStyleableNumberProperty(this, "plotFontSize", "-u-font-size", p -> p.fontSize, 13);

    private final Canvas canvas = new Canvas();
    private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
    private final ScaleAxis across = new ScaleAxis(90);
    private final ScaleAxis up;
    private final XYPlot plot;
    private final JFreeChart chart;
    private final ChartRenderingInfo drawn = new ChartRenderingInfo(null);

    private List<Line> lines = List.of();
    private List<Level> levels = List.of();
    private List<Ribbon> ribbons = List.of();
    private Scale acrossScale = Scale.upTo(1);
    private Scale upScale = Scale.upTo(1);
    private String nameAcross = "";
    private String nameUp = "";
    private double pixels = 1;
    private final CurveReading reading = new CurveReading(this);

    /** A plot with about one number in {@code spacing} pixels of its height. */
    public LinePlot(double spacing) {
        up = new ScaleAxis(spacing);
        up.setFixedDimension(LABELS);
        plot = new XYPlot(new DefaultXYDataset(), across, up, new XYLineAndShapeRenderer());
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setNotify(false);
        chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setNotify(false);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getStyleClass().add("line-plot");
        getChildren().addAll(canvas, reading.hair(), reading.readout());
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    }

    /** Draws these lines, the last on top, and levels on these axes from the next pulse on. */
    public void show(Scale acrossAxis, Scale upAxis, List<Line> newLines, List<Level> newLevels) {
        show(acrossAxis, upAxis, newLines, newLevels, List.of());
    }

    /** The same with a ribbon below all lines. */
    public void show(Scale acrossAxis, Scale upAxis, List<Line> newLines, List<Level> newLevels, Ribbon ribbon) {
        show(acrossAxis, upAxis, newLines, newLevels, List.of(ribbon));
    }

    /** The same with ribbons below all lines. */
    public void show(
            Scale acrossAxis, Scale upAxis, List<Line> newLines, List<Level> newLevels, List<Ribbon> newRibbons) {
        acrossScale = acrossAxis;
        upScale = upAxis;
        lines = List.copyOf(newLines);
        levels = List.copyOf(newLevels);
        ribbons = List.copyOf(newRibbons);
        requestLayout();
    }

    /**
     * Names the axes; where there is little room the view's own head has to do.
     *
     * @param acrossName with its unit, empty for none
     * @param upName the same of the upright axis
     */
    public void setNames(String acrossName, String upName) {
        nameAcross = acrossName;
        nameUp = upName;
        requestLayout();
    }

    /** Writes words below the lines in the place of numbers; an empty one stands for none. */
    public void setWordsAcross(DoubleFunction<String> words) {
        across.say(words);
        requestLayout();
    }

    /**
     * Says what the mouse reads of the lines.
     *
     * @param where makes words of the number of a place: "update 1,203"
     * @param curves what is read there
     */
    public void read(UnaryOperator<String> where, List<NamedCurve> curves) {
        reading.of(where, curves);
        requestLayout();
    }

    /** Reads this place, too, while the mouse is elsewhere; NaN for none. */
    void readAt(double place) {
        reading.keep(place);
    }

    /** The axis of what goes across. */
    Scale across() {
        return acrossScale;
    }

    /** Whether numbers stand below the plot. */
    public void setNumbersBelow(boolean shown) {
        across.setTickLabelsVisible(shown);
        requestLayout();
    }

    /** Where the lines are, in this region's coordinates: x, y, width, height. */
    public Rectangle2D area() {
        Rectangle2D area = drawn.getPlotInfo().getDataArea();
        return area == null ? new Rectangle2D.Double(0, 0, getWidth(), getHeight()) : area;
    }

    /** Room right of the lines. */
    public double right() {
        return RIGHT * grown();
    }

    /** How much larger the text is than designed. */
    private double grown() {
        return Math.max(1, fontSize.getValue().doubleValue() / DESIGNED_SIZE);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        canvas.setWidth(pixels * width);
        canvas.setHeight(pixels * height);
        if (width < SMALLEST || height < SMALLEST) {
            return;
        }
        prepare((int) (pixels * width));
        graphics.setTransform(new AffineTransform());
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.scale(pixels, pixels);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), drawn);
        reading.layout();
    }

    @Override
    public void draw(Pen pen) {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width >= SMALLEST && height >= SMALLEST) {
            prepare(KEPT * (int) width);
            chart.draw(new PenGraphics(pen), new Rectangle2D.Double(0, 0, width, height));
        }
    }

    @Override
    public void sharpen(double wanted) {
        pixels = wanted;
        canvas.getTransforms().setAll(Transform.scale(1 / wanted, 1 / wanted));
        requestLayout();
    }

    private void prepare(int columns) {
        double size = fontSize.getValue().doubleValue();
        Font font = new FxFont(FONT, FONT_SHARE * size);
        boolean upright = getWidth() >= NAMED_WIDTH * size && getHeight() >= NAMED_HEIGHT * size;
        across.name(getHeight() >= NAMED_HEIGHT * size ? nameAcross : "", font, paint(Ink.LABEL));
        up.name(upright ? nameUp : "", font, paint(Ink.LABEL));
        double named = upright && !nameUp.isEmpty() ? NAME_LINE * font.getSize2D() : 0;
        up.setFixedDimension(LABELS * grown() + named);
        double half = 0.5 * font.getSize() + 1;
        chart.setPadding(new RectangleInsets(half, 0, across.isTickLabelsVisible() ? 0 : half, right()));
        across.follow(acrossScale, font, paint(Ink.LABEL));
        up.follow(upScale, font, paint(Ink.LABEL));
        plot.setRangeGridlinePaint(paint(Ink.GRID));
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Curve curve = line.curve().decimated(acrossScale, columns / THINNED);
            data.addSeries(i, new double[][] {curve.x(), curve.y()});
            renderer.setSeriesPaint(i, line.faint() ? thinned(line.ink(), FAINT) : paint(line.ink()));
            renderer.setSeriesStroke(i, stroke(line.width(), line.dashed()));
            renderer.setSeriesShapesVisible(i, line.points());
            renderer.setSeriesShape(i, new Ellipse2D.Double(-POINT / 2, -POINT / 2, POINT, POINT));
        }
        for (Ribbon ribbon : ribbons) {
            double[] outline = ribbon.outline();
            if (ribbon.low().size() > 1 && outline.length > 0) {
                renderer.addAnnotation(
                        new XYPolygonAnnotation(outline, null, null, shade(ribbon.ink())), Layer.BACKGROUND);
            }
        }
        plot.setDataset(data);
        plot.setRenderer(renderer);
        plot.clearRangeMarkers();
        markers(font).forEach(plot::addRangeMarker);
    }

    /** Names stand at the right end or the left one of their level, where they lie on no line and on no other name. */
    private List<ValueMarker> markers(Font font) {
        LevelNames names = new LevelNames(acrossScale, upScale, lines, NAME_LINE * font.getSize2D(), getHeight());
        double room = Math.max(1, getWidth() - up.getFixedDimension() - right());
        List<ValueMarker> markers = new ArrayList<>();
        for (Level level : levels) {
            ValueMarker marker = new ValueMarker(level.value(), paint(Ink.LABEL), stroke(1, true));
            double width = font.getStringBounds(level.name(), graphics.getFontRenderContext())
                            .getWidth()
                    + 2 * NAME_GAP;
            LevelNames.Side side = names.place(level.value(), width / room);
            boolean left = side == LevelNames.Side.LEFT;
            if (side != LevelNames.Side.NONE) {
                marker.setLabel(level.name());
            }
            marker.setLabelFont(font);
            marker.setLabelPaint(paint(Ink.LABEL));
            marker.setLabelBackgroundColor(new java.awt.Color(0, true));
            marker.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(left ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT);
            marker.setLabelOffset(new RectangleInsets(2, NAME_GAP, 2, NAME_GAP));
            marker.setAlpha(1);
            markers.add(marker);
        }
        return markers;
    }

    /** Bevelled, for round joins of lines this thin look the same and cost half the drawing. */
    private static BasicStroke stroke(float width, boolean dashed) {
        return dashed
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    }

    private java.awt.Color shade(Ink ink) {
        return ink == Ink.RIBBON ? paint(ink) : thinned(ink, SHADE);
    }

    private java.awt.Color thinned(Ink ink, int alpha) {
        java.awt.Color full = paint(ink);
        return new java.awt.Color(full.getRed(), full.getGreen(), full.getBlue(), alpha);
    }

    private java.awt.Color paint(Ink ink) {
        Color colour = inks.get(ink);
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
