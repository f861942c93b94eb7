package unroll.app.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Rows of words and numbers, sorted by a click on a column's head. A row that changes stays where it is and stays chosen; Enter or two
 * clicks open it.
 *
 * @param <R> what a row shows: plain data that says when it is the same
 */
public final class RowTable<R> extends StackPane implements Tabled {
    /** Mean width of a letter, and room around the words of a cell, in font sizes. */
    private static final double LETTER = 0.56;

    private static final double AROUND = 1.4;

    /** Letters that are half as wide again. */
    private static final String WIDE = "mwMW\u2212%";

    /** Letters that a narrow column has room for, and those of a wide one: more are cut and told by a tooltip. */
    private static final int FEW = 4;

    private static final int MANY = 34;

    /** A row's place, whose content changes. */
    private static final class Place<R> {
        private final ObjectProperty<R> row;

        Place(R row) {
            this.row = new SimpleObjectProperty<>(row);
        }
    }

    /**
     * A column.
     *
     * @param head its name
     * @param help what it means
     * @param numeric whether it stands at the right
     * @param text what it says of a row
     * @param order how rows are sorted by it
     * @param dot the style of a dot before the words; empty for none
     * @param more what else there is to say of a row; empty for nothing
     * @param most letters that it has room for at most
     */
    public record Column<R>(
            String head,
            String help,
            boolean numeric,
            Function<R, String> text,
            Comparator<R> order,
            Function<R, String> dot,
            Function<R, String> more,
            int most) {

        /** A column of words, numbers among them in their own order. */
        public static <R> Column<R> words(String head, String help, Function<R, String> text) {
            return new Column<>(
                    head, help, false, text, Comparator.comparing(text, Column::natural), r -> "", r -> "", MANY);
        }

        /** A column of numbers; those that are NaN come last. */
        public static <R> Column<R> number(
                String head, String help, Function<R, String> text, ToDoubleFunction<R> value) {
            return new Column<>(head, help, true, text, Comparator.comparingDouble(value), r -> "", r -> "", MANY);
        }

        /** The same in another order. */
        public Column<R> by(Comparator<R> other) {
            return new Column<>(head, help, numeric, text, other, dot, more, most);
        }

        /** The same with dots. */
        public Column<R> withDot(Function<R, String> style) {
            return new Column<>(head, help, numeric, text, order, style, more, most);
        }

        /** The same with more to say. */
        public Column<R> withMore(Function<R, String> words) {
            return new Column<>(head, help, numeric, text, order, dot, words, most);
        }

        /** The same with room for another number of letters. */
        public Column<R> withRoom(int letters) {
            return new Column<>(head, help, numeric, text, order, dot, more, letters);
        }

        private static int natural(String a, String b) {
            Optional<Double> x = value(a);
            Optional<Double> y = value(b);
            return x.isPresent() && y.isPresent()
                    ? Double.compare(x.get(), y.get())
                    : x.isPresent() ? -1 : y.isPresent() ? 1 : a.compareTo(b);
        }

        private static Optional<Double> value(String words) {
            try {
                return Optional.of(Double.valueOf(words));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    private final TableView<Place<R>> table = new TableView<>();
    private final StringProperty nothing = new SimpleStringProperty(this, "nothing");
    private final Region em = new Region();
    private final List<Integer> letters = new ArrayList<>();
    private List<Column<R>> columns = List.of();
    private List<Place<R>> places = List.of();
    private Consumer<R> onOpen = row -> {};
    private Runnable onFilled = () -> {};
    private boolean filling;

    /** An empty table that says so in these words. */
    public RowTable(String nothing) {
        getStyleClass().add("row-table");
        setMinSize(0, 0);
        em.getStyleClass().add("em");
        em.setVisible(false);
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

    /** Who opens rows. */
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

    /** Who is told that other rows are chosen. */
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

    /** Chooses a row by its place among those that were handed over, however they are sorted. */
    public void chooseRow(int row) {
        if (row >= 0 && row < places.size()) {
            table.getSelectionModel().select(places.get(row));
        }
    }

    /** Who is told which row is chosen, by its place among those that were handed over. */
    public void setOnChoose(IntConsumer listener) {
        table.getSelectionModel().selectedItemProperty().subscribe(place -> {
            int row = place == null ? -1 : places.indexOf(place);
            if (row >= 0) {
                listener.accept(row);
            }
        });
    }

    /** Has the keys, and a row for them. */
    public void takeKeys() {
        if (chosen().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    /** Has other columns; the rows are gone. */
    public void setColumns(List<Column<R>> now) {
        columns = List.copyOf(now);
        places = List.of();
        filling = true;
        table.getItems().clear();
        filling = false;
        table.getSortOrder().clear();
        letters.clear();
        columns.forEach(column -> letters.add(Math.max(FEW, letters(column.head()) + 1)));
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

    private TableColumn<Place<R>, R> column(Column<R> what) {
        TableColumn<Place<R>, R> column = new TableColumn<>();
        Label head = new Label(what.head());
        head.setTooltip(new Tooltip(what.help()));
        column.setGraphic(head);
        column.setCellValueFactory(place -> place.getValue().row);
        column.setCellFactory(view -> new Words<>(what));
        column.setComparator(what.order());
        column.setReorderable(false);
        column.getStyleClass().add(what.numeric() ? "numeric" : "worded");
        return column;
    }

    /** Columns grow with what they say. */
    private void measure(List<R> rows) {
        boolean grown = false;
        for (int i = 0; i < columns.size(); i++) {
            int longest = letters.get(i);
            for (R row : rows) {
                Column<R> column = columns.get(i);
                int dot = column.dot().apply(row).isEmpty() ? 0 : 2;
                longest = Math.clamp(
                        letters(column.text().apply(row)) + (long) dot, longest, Math.max(longest, column.most()));
            }
            grown |= longest > letters.set(i, longest);
        }
        if (grown) {
            fit();
        }
    }

    /** So many letters of mean width are as wide as the words. */
    private static int letters(String words) {
        int wide =
                (int) words.chars().filter(letter -> WIDE.indexOf(letter) >= 0).count();
        return words.length() + (wide + 1) / 2;
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
        } else if (event.getCode() == KeyCode.SPACE) { // the table has no use for it, and the window has
            event.consume();
            fireEvent(event.copyFor(this, this));
        }
    }

    /** What a column says of a row. */
    private static final class Words<R> extends TableCell<Place<R>, R> {
        private final Column<R> column;
        private final Region dot = new Region();
        private final Tooltip more = new Tooltip();

        Words(Column<R> column) {
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
}
