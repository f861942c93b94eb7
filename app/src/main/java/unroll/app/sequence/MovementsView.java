package unroll.app.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import unroll.app.chart.Ink;
import unroll.app.chart.Swatch;
import unroll.app.control.Em;

/**
 * Movements in the plane: where the tip goes, all of what is moved in a corner, and the numbers over the time steps beside or below, where
 * there are some and there is room to read them.
 */
public final class MovementsView extends Pane {
    /** Wider than so many heights, the numbers are beside. */
    private static final double WIDE = 1.3;

    private static final double GAP = 12;

    /** Font sizes that the numbers need to be read, across and down. */
    private static final double ACROSS = 16;

    private static final double DOWN = 16;

    /** The side of the picture in the corner as a share of the plane's, and from how many points on it is seen. */
    private static final double CORNER = 0.32;

    private static final double SEEN = 56;

    private static final String KNOWING =
            "The cheapest movement for one who knows beforehand all that will act on it, found by iLQR";

    private final ObjectProperty<Movements> movements = new SimpleObjectProperty<>(this, "movements", Movements.NONE);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final MovementPlot plane = new MovementPlot(false);
    private final MovementPlot corner = new MovementPlot(true);
    private final SeriesView numbers = new SeriesView();
    private final HBox legend = new HBox();
    private final Em em = new Em();

    public MovementsView() {
        getStyleClass().add("movements-view");
        corner.getStyleClass().add("movement-corner");
        legend.getStyleClass().add("legend");
        setMinSize(0, 0);
        setAccessibleText("Movements of the network and of plans in the plane");
        numbers.timeProperty().bind(time);
        getChildren().setAll(em, plane, corner, numbers, legend);
        movements.subscribe(this::show);
        time.subscribe(now -> {
            plane.show(now.intValue());
            corner.show(now.intValue());
        });
    }

    /** What is shown. */
    public ObjectProperty<Movements> movementsProperty() {
        return movements;
    }

    /** The time step that is shown, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    /** The place in the plane, in metres, that lies at a point of this view. */
    public Point2D placeAt(Point2D point) {
        Point2D there = plane.parentToLocal(point);
        return plane.placeAt(there.getX(), there.getY());
    }

    /** The point of this view at which a place of the plane lies. */
    public Point2D pointAt(Point2D place) {
        return plane.localToParent(plane.pointAt(place.getX(), place.getY()));
    }

    private void show() {
        Movements now = movements.get();
        plane.show(now);
        corner.show(now);
        numbers.channelsProperty().set(now.numbers());
        Map<String, Ink> names = new LinkedHashMap<>();
        for (Movements.Track track : now.tracks()) {
            names.put(track.name(), track.ink());
            if (track.isDisturbed() && track.ink() == Ink.MAIN) {
                names.put("disturbed", Ink.SECOND);
            }
        }
        names.remove("");
        List<Node> entries = new ArrayList<>();
        names.forEach((name, ink) -> entries.add(
                name.equals(ControlledPortrayal.PLAN)
                        ? new Swatch(ink).named(name, KNOWING)
                        : new Swatch(ink).named(name)));
        legend.getChildren().setAll(entries);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        boolean counted = !movements.get().numbers().all().isEmpty();
        boolean beside = counted
                && getWidth() > WIDE * getHeight()
                && getWidth() >= 2 * ACROSS * em.size() + GAP
                && getHeight() >= DOWN * em.size();
        boolean below = counted && !beside && getHeight() >= 2 * DOWN * em.size() + GAP;
        double line = legend.prefHeight(-1);
        double wide = beside ? Math.floor((getWidth() - GAP) / 2) : getWidth();
        double high = below ? Math.floor((getHeight() - GAP) / 2) : getHeight();
        legend.resizeRelocate(0, 0, legend.prefWidth(-1), line);
        legend.setVisible(legend.prefWidth(-1) <= wide);
        plane.resizeRelocate(0, line, wide, Math.max(0, high - line));
        double side = Math.floor(CORNER * Math.min(wide, high - line));
        boolean part = side >= SEEN && movements.get().isOne() && !plane.seen().contains(corner.seen());
        corner.setVisible(part);
        corner.resizeRelocate(0, Math.max(0, high - side), side, side);
        numbers.setVisible(beside || below);
        numbers.resizeRelocate(
                beside ? wide + GAP : 0,
                beside ? 0 : high + GAP,
                beside ? getWidth() - wide - GAP : getWidth(),
                beside ? getHeight() : Math.max(0, getHeight() - high - GAP));
    }
}
