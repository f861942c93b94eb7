package unroll.app.view.netview;

import java.awt.geom.Rectangle2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;

/** Where on the screen units and numbers of weights are. */
public final class NetworkSpots {
    private NetworkSpots() {}

    /** The middle of a unit's circle; layers and units from 0, in the first of the steps side by side. */
    public static Point2D unit(Node drawing, int layer, int unit) {
        NetworkPlan plan = ((NetworkDrawing) drawing).plan();
        UnitPlace place = new UnitPlace(layer, unit);
        return drawing.localToScreen(plan.x(place, 0), plan.y(place));
    }

    /** The middle of the number of a weight, such as "W_hh 2←1". */
    public static Point2D number(Node drawing, String weight) {
        Rectangle2D label = ((NetworkDrawing) drawing)
                .drawn().stream()
                        .filter(each -> each.wire().name().equals(weight))
                        .filter(each -> !each.label().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .label();
        return drawing.localToScreen(label.getCenterX(), label.getCenterY());
    }

    /** How many connections have their number beside them. */
    public static long numbers(Node drawing) {
        return ((NetworkDrawing) drawing)
                .drawn().stream().filter(each -> !each.label().isEmpty()).count();
    }
}
