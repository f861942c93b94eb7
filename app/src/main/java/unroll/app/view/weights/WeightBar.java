package unroll.app.view.weights;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unroll.app.chart.Heatmap;
import unroll.app.control.Numbers;
import unroll.app.control.QuietButton;
import unroll.app.sheet.NumberField;
import unroll.engine.perturb.HeldWeight;

/** The row in which the weight that is marked in a map is given another number. */
final class WeightBar extends HBox {
    /** Larger numbers leave single precision soon. */
    private static final double LARGE = 1e9;

    /** A sign, a point, what single precision tells apart, and a power of ten such as E-4. */
    private static final int FIGURES = 14;

    private final WeightsModel model;
    private final Heatmap map;
    private final WeightHand hand;
    private final Label name = new Label();
    private final Label before = new Label();
    private final NumberField field;
    private final QuietButton back;

    WeightBar(WeightsModel model, Heatmap map, WeightHand hand) {
        this.model = model;
        this.map = map;
        this.hand = hand;
        field = new NumberField(
                "at",
                "Another number for this weight, to see in Perturb what becomes of the test sequence. The run keeps its"
                        + " own. The arrow keys make it larger and smaller.",
                FIGURES,
                new NumberField.Range(-LARGE, LARGE, false),
                this::hold);
        back = new QuietButton("undo", "Back to the network's own number", () -> at(0).ifPresent(this::letGo));
        getStyleClass().addAll("weight-bar", "for-hands");
        for (Label label : new Label[] {name, before}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        before.getStyleClass().add("muted");
        getChildren().setAll(name, field, before, back);
        visibleProperty().bind(map.pointedProperty().greaterThanOrEqualTo(0));
        managedProperty().bind(visibleProperty());
        map.pointedProperty().subscribe(now -> show());
        map.timeProperty().subscribe(now -> show());
        model.weightsProperty().subscribe(now -> show());
        model.heldProperty().subscribe(now -> show());
        field.focusedProperty().subscribe(left -> {
            if (left) { // Enter leads back to the map
                map.requestFocus();
            }
        });
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Enter leads from the marked cell to its number. */
    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && isVisible() && !key.isShortcutDown() && !key.isShiftDown()) {
            field.edit();
            key.consume();
        }
    }

    /** What shows the effect may take its place beside the map, and the focus with it. */
    private void hold(double number) {
        boolean typing = field.isFocusWithin();
        at(number).ifPresent(weight -> hand.hold(List.of(weight)));
        if (typing && !field.isFocusWithin()) {
            map.requestFocus();
        }
    }

    private void letGo(HeldWeight weight) {
        hand.letGo(weight);
        map.requestFocus();
    }

    /** The marked weight at a number; none if no cell is marked. */
    private Optional<HeldWeight> at(double number) {
        WeightMatrix weights = model.weightsProperty().get();
        int row = map.pointedProperty().get();
        int column = map.timeProperty().get();
        return row >= 0
                        && row < weights.numbers().rows()
                        && column < weights.numbers().columns()
                ? Optional.of(weights.held(row, column, number))
                : Optional.empty();
    }

    private void show() {
        at(0).ifPresent(cell -> {
            double own = model.weightsProperty().get().numbers().at(cell.row() - 1, cell.column() - 1);
            Optional<HeldWeight> held =
                    model.heldProperty().get().stream().filter(cell::sameWeight).findFirst();
            boolean matrix = model.weightsProperty().get().weight();
            name.setText(matrix ? "to " + cell.row() + " from " + cell.column() : "unit " + cell.column());
            if (held.isPresent() || !field.isFocusWithin()) { // or a run in training would write over what is typed
                field.valueProperty()
                        .set(held.map(HeldWeight::value).orElse(Double.parseDouble(Float.toString((float) own))));
            }
            before.setText(held.isPresent() ? "was " + Numbers.measured(own) : "");
            back.setVisible(held.isPresent());
        });
    }
}
