package unroll.app.view.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unroll.app.chart.Matrix;
import unroll.app.control.Em;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.perturb.HeldWeight;

/** A matrix as numbers that are copied to other programs, and typed or pasted to be tried. */
final class WeightSheet extends VBox implements Tabled {
    /** The cells of more numbers would take seconds to be made. */
    private static final int MOST = 10_000;

    /** So many perturbations can still be listed. */
    private static final int TRIED = 64;

    private final WeightsModel model;
    private final WeightHand hand;
    private final Supplier<List<Table>> tables;
    private final Em em = new Em();
    private final Label words = new Label();
    private @Nullable WeightCells cells;
    private Matrix shown = Matrix.EMPTY;
    private boolean wanted;

    /**
     * A sheet of no numbers yet.
     *
     * @param tables the numbers for other programs
     * @param leave leads back to the map
     */
    WeightSheet(WeightsModel model, WeightHand hand, Supplier<List<Table>> tables, Runnable leave) {
        this.model = model;
        this.hand = hand;
        this.tables = tables;
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        getStyleClass().add("weight-sheet");
        setMinSize(0, 0);
        getChildren().setAll(em, words);
        em.widthProperty().subscribe((before, after) -> build());
        addEventFilter(KeyEvent.KEY_PRESSED, key -> key(key, leave));
    }

    /** Shows what the network has now, or what is tried in its place. */
    void show() {
        Matrix now =
                model.weightsProperty().get().with(model.heldProperty().get()).numbers();
        boolean same = cells != null && now.rows() == shown.rows() && now.columns() == shown.columns();
        shown = now;
        if (cells != null && same) {
            cells.show(now);
        } else {
            build();
        }
    }

    /** Takes the keys, and hands them on as soon as there are cells. */
    void takeKeys() {
        wanted = cells == null;
        if (cells != null) {
            cells.takeKeys();
        } else {
            requestFocus();
        }
    }

    private void build() {
        if (em.getWidth() == 0 || shown.rows() * shown.columns() == 0) {
            return;
        }
        wanted |= cells != null && cells.isFocusWithin();
        boolean few = shown.rows() * (long) shown.columns() <= MOST;
        words.setText(
                few
                        ? "Numbers that are typed or pasted are tried in Perturb; the run keeps its own."
                        : "More than 10,000 numbers are too many for cells: enlarge the map, or export them as CSV.");
        cells = few ? new WeightCells(shown, em.getWidth(), this::tryNumbers, words::setText) : null;
        getChildren().setAll(em, words);
        if (cells != null) {
            VBox.setVgrow(cells, Priority.ALWAYS);
            cells.setMinSize(0, 0);
            getChildren().add(1, cells);
        }
        if (wanted) {
            takeKeys();
        }
    }

    private void tryNumbers(WeightCells.Block block) {
        List<HeldWeight> held = new ArrayList<>();
        for (int i = 0; i < block.rows().size(); i++) {
            for (int j = 0; j < block.rows().get(i).length; j++) {
                int row = block.row() + i;
                int column = block.column() + j;
                if (row >= shown.rows() || column >= shown.columns()) {
                    words.setText("What was pasted is larger than what is there.");
                    return;
                }
                held.add(model.weightsProperty()
                        .get()
                        .held(row, column, block.rows().get(i)[j]));
            }
        }
        if (held.size() > TRIED) {
            words.setText("At most " + TRIED + " numbers can be tried at once, not " + held.size() + ".");
        } else {
            hand.hold(held);
            show();
        }
    }

    /** Hands on to the window what the cells have no use for: they would keep the keys of Ctrl to themselves. */
    private void key(KeyEvent key, Runnable leave) {
        WeightCells here = cells;
        boolean typing = here != null && here.getEditingCell() != null;
        if (key.getCode() == KeyCode.ESCAPE && !typing) {
            key.consume();
            leave.run();
        } else if (here != null
                && key.isShortcutDown()
                && !typing
                && !key.getCode().isArrowKey()) {
            key.consume();
            switch (key.getCode()) {
                case C -> here.copyClipboard();
                case V -> here.pasteClipboard();
                default -> Event.fireEvent(getParent(), key.copyFor(getParent(), getParent()));
            }
        }
    }

    @Override
    public List<Table> tables() {
        return tables.get();
    }
}
