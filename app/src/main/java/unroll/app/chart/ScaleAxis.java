package unroll.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** A chart's axis that follows a {@link Scale}. */
final class ScaleAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    private transient Scale scale = Scale.upTo(1);

    /** What a label takes beside its own width. */
    private static final double AIR = 1.25;

    /** The font size for which {@link #spacing} holds. */
    private static final double DESIGNED = 11;

    private transient DoubleFunction<String> words = Numbers::tick;

    /** About one tick label in so many pixels; in more where the letters are larger than designed. */
    private final double spacing;

    ScaleAxis(double spacing) {
        this.spacing = spacing;
        setAutoRange(false);
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setTickLabelInsets(new RectangleInsets(2, 2, 2, 6));
        setLabel(null);
    }

    void follow(Scale next, Font font, java.awt.Color ink) {
        scale = next;
        setTickLabelFont(font);
        setTickLabelPaint(ink);
        setRange(next.low(), next.high());
    }

    /** Writes words at its ticks in the place of numbers. */
    void say(DoubleFunction<String> written) {
        words = written;
    }

    /** Names the axis; empty for no name. */
    void name(String name, Font font, java.awt.Color ink) {
        setLabel(name.isEmpty() ? null : name);
        setLabelFont(font);
        setLabelPaint(ink);
        setLabelInsets(RectangleInsets.ZERO_INSETS);
    }

    /** The upright axis' name is turned here, so that it stays text in files; none that is longer than the axis. */
    @Override
    protected AxisState drawLabel(
            String label, Graphics2D g, Rectangle2D plot, Rectangle2D lines, RectangleEdge edge, AxisState state) {
        if (label == null || !RectangleEdge.LEFT.equals(edge)) {
            return super.drawLabel(label, g, plot, lines, edge, state);
        }
        g.setFont(getLabelFont());
        g.setPaint(getLabelPaint());
        double width = g.getFontMetrics().getStringBounds(label, g).getWidth();
        if (width <= lines.getHeight()) {
            AffineTransform before = g.getTransform();
            g.translate(plot.getX() + getLabelFont().getSize2D(), lines.getCenterY() + width / 2);
            g.rotate(-Math.PI / 2);
            g.drawString(label, 0, 0);
            g.setTransform(before);
        }
        return state;
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double share = scale.share(value);
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getX() + share * area.getWidth()
                : area.getMaxY() - share * area.getHeight();
    }

    /** Room for a word and some air beside it: times are about equally long. */
    private double widest(Graphics2D g) {
        String word = words.apply(Math.ceil(scale.low()));
        return AIR * g.getFontMetrics(getTickLabelFont()).stringWidth(word);
    }

    @Override
    public double java2DToValue(double at, Rectangle2D area, RectangleEdge edge) {
        return scale.value(
                RectangleEdge.isTopOrBottom(edge)
                        ? (at - area.getX()) / area.getWidth()
                        : (area.getMaxY() - at) / area.getHeight());
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        double apart = spacing * Math.max(1, getTickLabelFont().getSize2D() / DESIGNED);
        int most = (int)
                Math.max(2, (across ? area.getWidth() : area.getHeight()) / Math.max(apart, across ? widest(g) : 0));
        List<NumberTick> ticks = new ArrayList<>();
        for (double tick : scale.ticks(most)) {
            TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
            ticks.add(new NumberTick(tick, words.apply(tick), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
