package unroll.app.view.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TablePosition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.spreadsheet.GridBase;
import org.controlsfx.control.spreadsheet.GridChange;
import org.controlsfx.control.spreadsheet.SpreadsheetCell;
import org.controlsfx.control.spreadsheet.SpreadsheetCellType;
import org.controlsfx.control.spreadsheet.SpreadsheetView;
import org.controlsfx.control.spreadsheet.StringConverterWithFormat;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.Matrix;
import unroll.app.control.Numbers;

/** A matrix in the cells of a spreadsheet, which copies and pastes text where ControlsFX' own keeps to itself. */
final class WeightCells extends SpreadsheetView {
    /** Height and width of a cell, and width of the rows' numbers, in sizes of the font. */
    private static final double HEIGHT = 2;

    private static final double WIDTH = 6;
    private static final double HEAD = 3.4;

    private static final SpreadsheetCellType.DoubleType NUMBER =
            new SpreadsheetCellType.DoubleType(new StringConverterWithFormat<Double>() {
                @Override
                public String toString(@Nullable Double number) {
                    return number == null ? "" : Float.toString(number.floatValue());
                }

                @Override
                public Double fromString(String text) {
                    return ClipboardNumbers.number(text);
                }

                @Override
                public String toStringFormat(@Nullable Double number, String format) {
                    return number == null ? "" : Numbers.measured(number);
                }
            });

    /**
     * Numbers that somebody typed or pasted.
     *
     * @param row of the first, from 0
     * @param column of the first, from 0
     * @param rows row by row
     */
    record Block(int row, int column, List<double[]> rows) {}

    private final Consumer<Block> onChange;
    private final Consumer<String> onRefusal;
    private boolean showing;

    /**
     * @param em the size of the font
     * @param onChange gets what is typed or pasted
     * @param onRefusal gets a sentence about what cannot be pasted
     */
    WeightCells(Matrix matrix, double em, Consumer<Block> onChange, Consumer<String> onRefusal) {
        super(grid(matrix, em));
        this.onChange = onChange;
        this.onRefusal = onRefusal;
        getColumns().forEach(column -> column.setPrefWidth(WIDTH * em));
        setRowHeaderWidth(HEAD * em);
        getGrid().addEventHandler(GridChange.GRID_CHANGE_EVENT, this::typed);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> keepCell());
    }

    /** A key finds a cell that has it: ControlsFX fails where a row is chosen and none of its cells. */
    private void keepCell() {
        if (getSelectionModel().getFocusedCell().getTableColumn() == null) {
            chooseFirst();
        }
    }

    private void chooseFirst() {
        getSelectionModel().clearAndSelect(0, getColumns().getFirst());
    }

    private static GridBase grid(Matrix matrix, double em) {
        GridBase grid = new GridBase(matrix.rows(), matrix.columns());
        List<ObservableList<SpreadsheetCell>> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            int here = row;
            rows.add(FXCollections.observableList(IntStream.range(0, matrix.columns())
                    .mapToObj(column -> cell(here, column, matrix.at(here, column)))
                    .toList()));
        }
        grid.setRows(rows);
        grid.setRowHeightCallback(row -> HEIGHT * em); // rows that fit themselves to their cells break JavaFX' layout
        grid.getColumnHeaders().setAll(counted(matrix.columns()));
        grid.getRowHeaders().setAll(counted(matrix.rows()));
        return grid;
    }

    private static SpreadsheetCell cell(int row, int column, double number) {
        SpreadsheetCell cell = NUMBER.createCell(row, column, 1, 1, number);
        cell.setFormat("measured"); // or all figures would be shown
        return cell;
    }

    private static List<String> counted(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    /** Shows the numbers of a matrix of the same size. */
    void show(Matrix matrix) {
        showing = true;
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                cell(row, column).setItem((double) matrix.at(row, column));
            }
        }
        showing = false;
    }

    /** Has the keys, at the first cell. */
    void takeKeys() {
        applyCss();
        lookup(".cell-spreadsheet").requestFocus();
        chooseFirst();
    }

    private SpreadsheetCell cell(int row, int column) {
        return getGrid().getRows().get(row).get(column);
    }

    private void typed(GridChange change) {
        if (!showing && change.getNewValue() instanceof Double number) {
            onChange.accept(new Block(change.getRow(), change.getColumn(), List.of(new double[] {number})));
        }
    }

    @Override
    public void copyClipboard() {
        TreeMap<Integer, TreeMap<Integer, Double>> chosen = new TreeMap<>();
        for (TablePosition<?, ?> at : getSelectionModel().getSelectedCells()) {
            chosen.computeIfAbsent(at.getRow(), row -> new TreeMap<>()).put(at.getColumn(), (Double)
                    cell(at.getRow(), at.getColumn()).getItem());
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(ClipboardNumbers.text(chosen.values().stream()
                .map(row ->
                        row.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void pasteClipboard() {
        TablePosition<?, ?> at = getSelectionModel().getFocusedCell();
        String text = Clipboard.getSystemClipboard().getString();
        if (at == null || at.getRow() < 0 || text == null) {
            return;
        }
        try {
            onChange.accept(new Block(at.getRow(), at.getColumn(), ClipboardNumbers.read(text)));
        } catch (IllegalArgumentException e) {
            onRefusal.accept(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ContextMenu getSpreadsheetViewContextMenu() {
        return new ContextMenu(); // its own offers comments that nobody keeps
    }
}
