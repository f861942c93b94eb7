package unroll.app.gallery;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards of one size in as many columns as fit; together they are as wide as the grid, so that its edges are those of the page. */
final class CardGrid extends Pane {
    private static final double GAP = 20;

    /** How high it is follows from how wide it is. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width);
        int rows = (getManagedChildren().size() + columns - 1) / columns;
        return rows == 0 ? 0 : rows * (height() + GAP) - GAP;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double wide = (getWidth() + GAP) / columns;
        List<Node> cards = getManagedChildren();
        for (int i = 0; i < cards.size(); i++) {
            int row = i / columns;
            int column = i % columns;
            double left = snapPositionX(column * wide);
            double right = snapPositionX((column + 1) * wide - GAP);
            double top = row * (height() + GAP);
            cards.get(i).resizeRelocate(left, top, right - left, height());
        }
    }

    /** As many as fit at the width that the cards ask for. */
    private int columns(double width) {
        double wanted = getManagedChildren().isEmpty()
                ? 1
                : getManagedChildren().getFirst().prefWidth(-1);
        return Math.max(1, (int) ((width + GAP) / (wanted + GAP)));
    }

    private double height() {
        return getManagedChildren().stream()
                .mapToDouble(card -> card.prefHeight(-1))
                .max()
                .orElse(0);
    }
}
