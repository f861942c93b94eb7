package unroll.app.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table's first column in view: as far as the others are scrolled to the left, its head and cells are moved to the right, above
 * the others. JavaFX' tables have nothing of the kind. A column that would take most of the width is scrolled like the others.
 */
final class HeldColumn {
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    /** The most of the table's width that it may have. */
    private static final double MOST = 0.6;

    private final TableView<?> table;
    private final DoubleProperty shift = new SimpleDoubleProperty(this, "shift");

    HeldColumn(TableView<?> table) {
        this.table = table;
        table.skinProperty().subscribe(this::findBar);
        shift.subscribe(by -> table.pseudoClassStateChanged(SCROLLED, by.doubleValue() > 0));
    }

    /** Holds the head of a column: the one that {@code words} stand in. */
    void hold(TableColumn<?, ?> column, Label words) {
        column.getStyleClass().add("held");
        words.sceneProperty().subscribe(scene -> {
            @Nullable Node head = words;
            while (head != null && !head.getStyleClass().contains("column-header")) {
                head = head.getParent();
            }
            if (head != null) {
                hold(head);
            }
        });
    }

    /** Holds a cell of that column. */
    void hold(Node part) {
        part.translateXProperty().bind(shift);
        part.viewOrderProperty().bind(shift.map(by -> by.doubleValue() > 0 ? -1.0 : 0.0));
    }

    private void findBar() {
        table.lookupAll(".virtual-flow > .scroll-bar").stream()
                .filter(bar -> bar instanceof ScrollBar scroll && scroll.getOrientation() == Orientation.HORIZONTAL)
                .map(ScrollBar.class::cast)
                .findFirst()
                .ifPresent(bar -> shift.bind(Bindings.createDoubleBinding(
                        () -> scrolled(bar), bar.valueProperty(), bar.visibleProperty(), table.widthProperty())));
    }

    private double scrolled(ScrollBar bar) {
        boolean fits =
                !table.getColumns().isEmpty() && table.getColumns().getFirst().getWidth() <= MOST * table.getWidth();
        return bar.isVisible() && fits ? bar.getValue() : 0;
    }
}
