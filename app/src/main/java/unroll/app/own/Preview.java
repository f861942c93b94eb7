package unroll.app.own;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import unroll.app.control.Em;
import unroll.engine.series.ColumnRole;
import unroll.engine.series.ColumnUse;

/** The first rows of a table, with what each column is above it. */
final class Preview extends StackPane {
    /** Of more columns the heads would take seconds to be made. */
    static final int COLUMNS = 120;

    /** Mean width of a letter, and room around the words of a cell, in font sizes. */
    private static final double LETTER = 0.58;

    private static final double AROUND = 1.6;

    /** The fewest and the most font sizes that a column is wide. */
    private static final double NARROWEST = 13;

    private static final double WIDEST = 26;

    private final TableView<Integer> table = new TableView<>();
    private final Em em = new Em();
    private final BiConsumer<Integer, ColumnUse> choose;
    private final List<ColumnHead> heads = new ArrayList<>();
    private List<ColumnLook> shown = List.of();

    /** @param choose takes the place of a column and what a person chooses for it */
    Preview(BiConsumer<Integer, ColumnUse> choose) {
        this.choose = choose;
        getStyleClass().addAll("row-table", "preview");
        table.setAccessibleText("The first rows");
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && table.isFocused()) { // it has no use for it, and the sheet has
                key.consume();
                fireEvent(key.copyFor(this, this));
            }
        });
        em.widthProperty().subscribe(this::fit);
        getChildren().setAll(em, table);
    }

    /** Shows columns of a table, at most {@link #COLUMNS}; where the columns are those that are shown, only what they are for is new. */
    void show(List<ColumnLook> looks) {
        boolean same = looks.size() == shown.size()
                && IntStream.range(0, looks.size())
                        .allMatch(c -> looks.get(c).with(shown.get(c).use()).equals(shown.get(c)));
        shown = List.copyOf(looks);
        if (!same) {
            heads.clear();
            table.getColumns()
                    .setAll(IntStream.range(0, looks.size())
                            .mapToObj(this::column)
                            .toList());
            table.getItems()
                    .setAll(IntStream.range(
                                    0,
                                    looks.isEmpty()
                                            ? 0
                                            : looks.getFirst().cells().size())
                            .boxed()
                            .toList());
            fit();
        }
        for (int c = 0; c < looks.size(); c++) {
            heads.get(c).show(looks.get(c));
            boolean out = looks.get(c).use().role() == ColumnRole.LEFT_OUT;
            boolean numeric = looks.get(c).kind().startsWith("numbers");
            table.getColumns()
                    .get(c)
                    .getStyleClass()
                    .setAll(numeric ? "numeric" : "worded", out ? "left-out" : "taken");
        }
    }

    private TableColumn<Integer, String> column(int c) {
        TableColumn<Integer, String> column = new TableColumn<>();
        ColumnHead head = new ColumnHead(use -> choose.accept(shown.get(c).place(), use));
        head.uses().focusedProperty().subscribe(focused -> {
            if (focused) {
                table.scrollToColumnIndex(c);
            }
        });
        heads.add(head);
        column.setGraphic(head);
        List<String> cells = shown.get(c).cells();
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cells.get(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** Columns are as wide as their words, within reason. */
    private void fit() {
        for (int c = 0; c < table.getColumns().size(); c++) {
            ColumnLook look = shown.get(c);
            int letters = Math.max(
                    Math.max(look.name().length(), look.kind().length()),
                    look.cells().stream().mapToInt(String::length).max().orElse(0));
            double wide = Math.clamp(LETTER * letters + AROUND, NARROWEST, WIDEST);
            table.getColumns().get(c).setPrefWidth(em.getWidth() * wide);
        }
    }
}
