package unroll.app.control;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * The words of a column for a row, with a dot before them and a tooltip where the column has them.
 *
 * @param <P> where rows lie in the table
 * @param <R> what a row shows
 */
final class RowCell<P, R> extends TableCell<P, R> {
    private final RowColumn<R> column;
    private final Region dot = new Region();
    private final Tooltip more = new Tooltip();

    RowCell(RowColumn<R> column) {
        this.column = column;
        more.setWrapText(true);
        more.setMaxWidth(420);
    }

    @Override
    protected void updateItem(R row, boolean empty) {
        super.updateItem(row, empty);
        boolean nothing = empty || row == null;
        setText(nothing ? "" : column.text().apply(row));
        String style = nothing ? "" : column.dot().apply(row);
        dot.getStyleClass().setAll("run-dot", style);
        setGraphic(style.isEmpty() ? null : dot);
        String words = nothing ? "" : column.more().apply(row);
        more.setText(words);
        setTooltip(words.isEmpty() ? null : more);
    }
}
