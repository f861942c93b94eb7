package unroll.app.design;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import unroll.engine.model.Plan;

/** A connection in the drawing: its curve with a head, what can be clicked around it, and how far back it reaches. */
final class LinkShape extends Group {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double HEAD = 5;

    private final Plan.Link link;
    private final CubicCurve curve = new CubicCurve();
    private final CubicCurve near = new CubicCurve();
    private final Polygon head = new Polygon(0, 0, -HEAD, 2 * HEAD, HEAD, 2 * HEAD);
    private final Label badge = new Label();

    /** @param badged whether it shows how far back it reaches */
    LinkShape(Plan.Link link, boolean faulty, boolean badged) {
        this.link = link;
        curve.getStyleClass().addAll("plan-link", link.lag() == 0 ? "plan-now" : "plan-later");
        near.getStyleClass().add("plan-near");
        head.getStyleClass().addAll("plan-head", link.lag() == 0 ? "plan-head-now" : "plan-head-later");
        badge.getStyleClass().add("plan-badge");
        badge.setText("\u2212" + link.lag());
        badge.setMouseTransparent(true);
        getChildren().addAll(near, curve, head);
        if (badged && link.lag() > 0) {
            getChildren().add(badge);
        }
        for (var node : getChildren()) {
            node.pseudoClassStateChanged(FAULTY, faulty);
        }
        setManaged(false);
    }

    Plan.Link link() {
        return link;
    }

    void choose(boolean chosen) {
        for (var node : getChildren()) {
            node.pseudoClassStateChanged(CHOSEN, chosen);
        }
    }

    /** To a layer further up; past what stands between. */
    void up(LayerBox from, LayerBox to, double rowHeight) {
        double x1 = from.middleX();
        double y1 = from.getLayoutY();
        double x2 = to.middleX();
        double y2 = to.bottom();
        boolean past = y1 - y2 > rowHeight && Math.abs(x1 - x2) < from.getWidth();
        double aside = past ? from.getWidth() * 0.95 : 0;
        double half = Math.max(rowHeight / 4, (y1 - y2) / (past ? 5 : 2));
        bend(x1, y1, x1 - aside, y1 - half, x2 - aside, y2 + half, x2, y2);
    }

    /** Out at the right and in again, as an older state comes back. */
    void loop(LayerBox from, LayerBox to, double out) {
        boolean itself = from.equals(to);
        double y1 = from.getLayoutY() + from.getHeight() * (itself ? 0.28 : 0.5);
        double y2 = to.getLayoutY() + to.getHeight() * (itself ? 0.72 : 0.5);
        double far = Math.max(from.right(), to.right()) + out;
        double spread = itself ? out / 3 : 0;
        bend(from.right(), y1, far, y1 - spread, far, y2 + spread, to.right(), y2);
    }

    /** To a later time step, drawn further to the right. */
    void onwards(LayerBox from, LayerBox to) {
        double lift = link.lag() > 1 ? -from.getHeight() : 0;
        double half = Math.max(20, (to.getLayoutX() - from.right()) / 2);
        bend(
                from.right(),
                from.middleY(),
                from.right() + half,
                from.middleY() + lift,
                to.getLayoutX() - half,
                to.middleY() + lift,
                to.getLayoutX(),
                to.middleY());
    }

    /** From a point to another by two points that the curve bends towards. */
    private void bend(
            double x1, double y1, double bendX1, double bendY1, double bendX2, double bendY2, double x2, double y2) {
        double long2 = Math.hypot(x2 - bendX2, y2 - bendY2);
        double towardsX = long2 > 0 ? (x2 - bendX2) / long2 : 0;
        double towardsY = long2 > 0 ? (y2 - bendY2) / long2 : -1;
        for (CubicCurve one : new CubicCurve[] {curve, near}) {
            one.setStartX(x1);
            one.setStartY(y1);
            one.setControlX1(bendX1);
            one.setControlY1(bendY1);
            one.setControlX2(bendX2);
            one.setControlY2(bendY2);
            one.setEndX(x2 - HEAD * towardsX);
            one.setEndY(y2 - HEAD * towardsY);
        }
        double px = -towardsY * HEAD;
        double py = towardsX * HEAD;
        double baseX = x2 - 2 * HEAD * towardsX;
        double baseY = y2 - 2 * HEAD * towardsY;
        head.getPoints().setAll(x2, y2, baseX + px, baseY + py, baseX - px, baseY - py);
        badge.autosize();
        double middleX = (x1 + 3 * bendX1 + 3 * bendX2 + x2) / 8;
        double middleY = (y1 + 3 * bendY1 + 3 * bendY2 + y2) / 8;
        badge.relocate(Math.rint(middleX - badge.getWidth() / 2), Math.rint(middleY - badge.getHeight() / 2));
    }
}
