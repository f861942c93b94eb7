package unroll.app.runs;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.control.Card;
import unroll.app.control.CardGroup;

/** The table above, the curves below it with the notes at their side; one of them can have the others' room. */
final class RunsCards extends Pane {
    private static final double GAP = 12;

    /** The table's share of the height. */
    private static final double TABLE = 0.5;

    /** Width of the notes in font sizes, and the most of the width that they may have. */
    private static final double NOTES = 26;

    private static final double MOST = 0.4;

    private final Region em = new Region();
    private final Card table;
    private final Card curves;
    private final Card notes;
    private final CardGroup group;

    RunsCards(Card table, Card curves, Card notes) {
        this.table = table;
        this.curves = curves;
        this.notes = notes;
        setMinSize(0, 0);
        em.getStyleClass().add("em");
        em.setVisible(false);
        getChildren().addAll(em, table, curves, notes);
        group = new CardGroup(List.of(table, curves, notes), this::requestLayout);
    }

    void restore() {
        group.restore();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double height = getHeight() - GAP;
        List<Card> shown =
                List.of(table, curves, notes).stream().filter(Card::isVisible).toList();
        if (shown.size() == 1) {
            shown.getFirst().resizeRelocate(GAP, 0, width, height);
            return;
        }
        double upper = Math.rint(TABLE * (height - GAP));
        double side = Math.rint(Math.min(NOTES * em.prefWidth(-1), MOST * width));
        table.resizeRelocate(GAP, 0, width, upper);
        curves.resizeRelocate(GAP, upper + GAP, width - side - GAP, height - upper - GAP);
        notes.resizeRelocate(GAP + width - side, upper + GAP, side, height - upper - GAP);
    }
}
