package unroll.app.sweep;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.control.Card;
import unroll.app.control.CardGroup;

/** The table beside the pictures, or above them where the window is narrow for its text; one of them can have the other's room. */
final class SweepCards extends Pane {
    private static final double GAP = 12;

    /** The table's share of the width, or of the height. */
    private static final double TABLE = 0.66;

    private static final double UPPER = 0.55;

    /** Its share of the width where that is little. */
    private static final double LARGER = 0.72;

    /** In a window with less than so many font sizes in its width the table needs all of it. */
    private static final double NARROW = 60;

    private static final double LITTLE = 75;

    private final Region em = new Region();
    private final Card table;
    private final Card picture;
    private final CardGroup group;

    SweepCards(Card table, Card picture) {
        this.table = table;
        this.picture = picture;
        setMinSize(0, 0);
        em.getStyleClass().add("em");
        em.setVisible(false);
        getChildren().addAll(em, table, picture);
        group = new CardGroup(List.of(table, picture), this::requestLayout);
    }

    void restore() {
        group.restore();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double height = getHeight() - GAP;
        if (!table.isVisible() || !picture.isVisible()) {
            (table.isVisible() ? table : picture).resizeRelocate(GAP, 0, width, height);
        } else if (width < NARROW * em.prefWidth(-1)) {
            double upper = Math.rint(UPPER * (height - GAP));
            table.resizeRelocate(GAP, 0, width, upper);
            picture.resizeRelocate(GAP, upper + GAP, width, height - upper - GAP);
        } else {
            double left = Math.rint((width < LITTLE * em.prefWidth(-1) ? LARGER : TABLE) * (width - GAP));
            table.resizeRelocate(GAP, 0, left, height);
            picture.resizeRelocate(GAP + left + GAP, 0, width - left - GAP, height);
        }
    }
}
