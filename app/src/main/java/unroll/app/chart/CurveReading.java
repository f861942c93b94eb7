package unroll.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import unroll.app.control.Numbers;

/**
 * What is read of a plot's curves: a thin line at the place under the mouse where a curve has a point, and beside it what each curve is at
 * its point that is nearest to there.
 */
final class CurveReading {
    /** Between the lower end of the lines and the words. */
    private static final double GAP = 8;

    /** What is kept is read only where it leaves so much of the height to the curves: nobody asks for it with the mouse. */
    private static final double KEPT = 0.4;

    private final LinePlot plot;
    private final Region hair = new Region();
    private final Readout readout = new Readout();
    private UnaryOperator<String> place = UnaryOperator.identity();
    private List<NamedCurve> curves = List.of();

    /** The place that is read while the mouse is elsewhere, where the chart has its own mark; NaN for none. */
    private double kept = Double.NaN;

    private double read = Double.NaN;

    /** Nothing is read yet of a plot that has {@link #hair()} and {@link #readout()} on top. */
    CurveReading(LinePlot plot) {
        this.plot = plot;
        hair.getStyleClass().add("hair");
        hair.setManaged(false);
        hair.setVisible(false);
        hair.setMouseTransparent(true);
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, mouse -> read(at(mouse.getX())));
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse -> read(at(mouse.getX())));
        plot.addEventHandler(MouseEvent.MOUSE_EXITED, mouse -> read(kept));
    }

    Region hair() {
        return hair;
    }

    Readout readout() {
        return readout;
    }

    /**
     * Reads these from now on.
     *
     * @param where makes words of the number of a place: "update 1,203"
     */
    void of(UnaryOperator<String> where, List<NamedCurve> now) {
        place = where;
        curves = now.stream().filter(named -> named.curve().size() > 0).toList();
    }

    /** Reads this place while the mouse is elsewhere; NaN for none. */
    void keep(double at) {
        boolean seen = Double.compare(read, kept) == 0;
        kept = at;
        if (seen) {
            read(kept);
        }
    }

    /** What is at the place of the plot; NaN where no curve is drawn. */
    private double at(double x) {
        Rectangle2D area = plot.area();
        double share = (x - area.getX()) / area.getWidth();
        return share >= 0 && share <= 1 ? plot.across().value(share) : kept;
    }

    private void read(double at) {
        read = at;
        layout();
    }

    /** Reads the same place again: what is drawn has changed. */
    void layout() {
        boolean seen = !curves.isEmpty() && !Double.isNaN(read);
        hair.setVisible(seen && read != kept); // what is kept has a mark of its own
        readout.setVisible(seen);
        if (!seen) {
            return;
        }
        double point = nearest();
        StringBuilder words = new StringBuilder(place.apply(number(point)));
        curves.forEach(named -> words.append(words(named, point)));
        Rectangle2D area = plot.area();
        double x = Math.rint(area.getX() + Math.clamp(plot.across().share(point), 0, 1) * area.getWidth());
        hair.resizeRelocate(x, area.getY(), 1, area.getHeight());
        readout.setMaxSize(plot.getWidth(), plot.getHeight());
        readout.above(x, area.getMaxX(), area.getMaxY() - GAP, words.toString());
        readout.setVisible(read != kept || readout.getHeight() < KEPT * area.getHeight());
    }

    /** The place of the point that is nearest to what is read. */
    private double nearest() {
        double nearest = Double.NaN;
        for (NamedCurve named : curves) {
            double x = named.curve().x()[named.curve().nearestTo(read)];
            if (!(Math.abs(nearest - read) <= Math.abs(x - read))) {
                nearest = x;
            }
        }
        return nearest;
    }

    /** What a curve is there, and where that is if it has no point just there; nothing where it has a gap. */
    private static String words(NamedCurve named, double at) {
        Curve curve = named.curve();
        int i = curve.nearestTo(at);
        String elsewhere = curve.x()[i] == at ? "" : " at " + number(curve.x()[i]);
        String smoothed = named.smoothed().size() == 0
                ? ""
                : ", smoothed " + Numbers.measured(named.smoothed().y()[i]);
        return Double.isNaN(curve.y()[i])
                ? ""
                : "\n" + (named.head() + " " + Numbers.measured(curve.y()[i])).strip() + smoothed + elsewhere;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Numbers.whole((long) value)
                : Numbers.measured(value);
    }
}
