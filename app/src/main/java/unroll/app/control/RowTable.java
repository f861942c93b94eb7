package unroll.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Rows of words and numbers, sorted by a click on a column's head, with the first column always in view. A row that changes stays where
 * it is and stays chosen; Enter or two clicks open it.
 *
 * @param <R> what a row shows: plain data, compared by {@code equals}
 */
public final class RowTable<R> extends StackPane implements Tabled {
    /** Mean width of a letter, and room around the words of a cell, in font sizes. */
    private static final double LETTER = 0.56;

    private static final double AROUND = 1.4;

    /** A row's place, whose content changes. */
    private static final class Place<R> {
        private final ObjectProperty<R> row;

        Place(R row) {
            this.row = new SimpleObjectProperty<>(row);
        }
    }

    private final TableView<Place<R>> table = new TableView<>();
    private final HeldColumn held = new HeldColumn(table);
    private final Em em = new Em();
    private final StringProperty nothing = new SimpleStringProperty(this, "nothing");
    private final List<Integer> letters = new ArrayList<>();
    private List<RowColumn<R>> columns = List.of();
    private List<Place<R>> places = List.of();
    private Consumer<R> onOpen = row -> {};
    private Runnable onFilled = () -> {};
    private boolean filling;

    /** A table that has these words in place of rows while there are none. */
    public RowTable(String nothing) {
        getStyleClass().add("row-table");
        setMinSize(0, 0);
        em.widthProperty().subscribe(this::fit);
        this.nothing.set(nothing);
        Label empty = new Label();
        empty.textProperty().bind(this.nothing);
        empty.getStyleClass().add("muted");
        table.setPlaceholder(empty);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setRowFactory(view -> {
            TableRow<Place<R>> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    onOpen.accept(row.getItem().row.get());
                }
            });
            return row;
        });
        getChildren().addAll(em, table);
    }

    /** What stands in place of rows while there are none. */
    public StringProperty nothingProperty() {
        return nothing;
    }

    /** From now on several rows can be chosen. */
    public void chooseSeveral() {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getStyleClass().add("several");
    }

    /** Calls {@code open} with a row on Enter and on two clicks. */
    public void setOnOpen(Consumer<R> open) {
        onOpen = open;
    }

    /** The row that is chosen; empty where none is. */
    public Optional<R> chosen() {
        @Nullable Place<R> place = table.getSelectionModel().getSelectedItem();
        return Optional.ofNullable(place).map(there -> there.row.get());
    }

    /** All rows that are chosen, from top to bottom. */
    public List<R> allChosen() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .filter(index -> index >= 0 && index < table.getItems().size())
                .map(index -> table.getItems().get(index).row.get())
                .toList();
    }

    /** Chooses the row that has the keys besides the others, or no longer. */
    public void flipChosen() {
        int index = table.getFocusModel().getFocusedIndex();
        if (index >= 0 && table.getSelectionModel().isSelected(index)) {
            table.getSelectionModel().clearSelection(index);
        } else if (index >= 0) {
            table.getSelectionModel().select(index);
        }
    }

    /** Calls {@code listener} whenever other rows are chosen. */
    public void setOnChange(Runnable listener) {
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> {
            if (!filling) {
                listener.run();
            }
        });
        onFilled = listener;
    }

    /** Chooses the row at an index of what is shown, and brings it into sight. */
    public void choose(int index) {
        table.getSelectionModel().select(index);
        table.scrollTo(Math.max(0, index - 2));
    }

    /** Brings the first row that is chosen into sight. */
    public void showChosen() {
        table.getSelectionModel().getSelectedIndices().stream()
                .min(Integer::compare)
                .ifPresent(table::scrollTo);
    }

    /** Chooses a row by its place among those that were handed over, however they are sorted. */
    public void chooseRow(int row) {
        if (row >= 0 && row < places.size()) {
            table.getSelectionModel().select(places.get(row));
        }
    }

    /** Calls {@code listener} with the row that is chosen, by its place among those that were handed over. */
    public void setOnChoose(IntConsumer listener) {
        table.getSelectionModel().selectedItemProperty().subscribe(place -> {
            int row = place == null ? -1 : places.indexOf(place);
            if (row >= 0) {
                listener.accept(row);
            }
        });
    }

    /** Takes the keys, and chooses a row for them. */
    public void takeKeys() {
        if (chosen().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    /** Shows other columns, and no rows. */
    public void setColumns(List<RowColumn<R>> now) {
        columns = List.copyOf(now);
        places = List.of();
        filling = true;
        table.getItems().clear();
        filling = false;
        table.getSortOrder().clear();
        letters.clear();
        columns.forEach(column -> letters.add(column.headLetters()));
        table.getColumns().setAll(columns.stream().map(this::column).toList());
        fit();
    }

    /** Shows these rows, each where the one before with its index was. */
    public void show(List<R> rows) {
        if (rows.size() != places.size()) {
            places = rows.stream().map(Place::new).toList();
            table.getItems().setAll(places);
            table.sort();
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!places.get(i).row.get().equals(rows.get(i))) {
                places.get(i).row.set(rows.get(i));
            }
        }
        measure(rows);
    }

    /** Shows these rows in their order, those chosen that {@code wanted} names, whichever were chosen before. */
    public void showAndChoose(List<R> rows, Predicate<R> wanted) {
        filling = true;
        places = rows.stream().map(Place::new).toList();
        table.getItems().setAll(places);
        table.sort();
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wanted.test(table.getItems().get(i).row.get())) {
                table.getSelectionModel().select(i);
            }
        }
        filling = false;
        measure(rows);
        onFilled.run();
    }

    @Override
    public List<Table> tables() {
        List<R> rows = table.getItems().stream().map(place -> place.row.get()).toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Table(
                        "",
                        columns.stream()
                                .map(column -> Table.Column.of(
                                        column.head(),
                                        rows.stream().map(column.text()).toList()))
                                .toList()));
    }

    private TableColumn<Place<R>, R> column(RowColumn<R> what) {
        TableColumn<Place<R>, R> column = new TableColumn<>();
        Label head = new Label(what.head());
        head.setTooltip(new Tooltip(what.help()));
        column.setGraphic(head);
        column.setCellValueFactory(place -> place.getValue().row);
        boolean first = what.equals(columns.getFirst());
        column.setCellFactory(view -> {
            RowCell<Place<R>, R> cell = new RowCell<>(what);
            if (first) {
                held.hold(cell);
            }
            return cell;
        });
        column.setComparator(what.order());
        column.setReorderable(false);
        column.getStyleClass().add(what.numeric() ? "numeric" : "worded");
        if (first) {
            held.hold(column, head);
        }
        return column;
    }

    /** Columns grow with their words. */
    private void measure(List<R> rows) {
        boolean grown = false;
        for (int i = 0; i < columns.size(); i++) {
            int longest = rows.stream().mapToInt(columns.get(i)::letters).max().orElse(0);
            if (longest > letters.get(i)) {
                letters.set(i, longest);
                grown = true;
            }
        }
        if (grown) {
            fit();
        }
    }

    private void fit() {
        for (int i = 0; i < letters.size(); i++) {
            table.getColumns().get(i).setPrefWidth(em.getWidth() * (LETTER * letters.get(i) + AROUND));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && chosen().isPresent()) {
            event.consume();
            chosen().ifPresent(onOpen);
        } else if (event.getCode() == KeyCode.SPACE
                || event.getCode() == KeyCode.F2) { // the table has no use for them, and the window has
            event.consume();
            fireEvent(event.copyFor(this, this));
        }
    }
}
