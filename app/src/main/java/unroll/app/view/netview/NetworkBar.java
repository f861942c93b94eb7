package unroll.app.view.netview;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unroll.app.control.QuietButton;
import unroll.app.sheet.NumberField;
import unroll.app.view.WeightPlace;
import unroll.app.view.weights.WeightHand;
import unroll.engine.perturb.HeldWeight;

/** The row in which the chosen weight is given another number. */
final class NetworkBar extends HBox {
    /** Larger numbers leave single precision soon. */
    private static final double LARGE = 1e9;

    /** A sign, a point, what single precision tells apart, and a power of ten such as E-4. */
    private static final int FIGURES = 14;

    private final NetworkModel model;
    private final ObservableValue<NetworkFrame> frame;
    private final Label name = new Label();
    private final NumberField field;
    private final QuietButton back;

    /** @param leave takes the keys when the number has been typed */
    NetworkBar(NetworkModel model, ObservableValue<NetworkFrame> frame, WeightHand hand, Runnable leave) {
        this.model = model;
        this.frame = frame;
        field = new NumberField(
                "at",
                "Another number for this weight, to see what becomes of every sum. The run keeps its own. The arrow"
                        + " keys make it larger and smaller.",
                FIGURES,
                new NumberField.Range(-LARGE, LARGE, false),
                number -> hand.hold(List.of(held(model.weightProperty().get(), number))));
        back = new QuietButton("undo", "Back to the network's own number", () -> {
            hand.letGo(held(model.weightProperty().get(), 0));
            leave.run();
        });
        getStyleClass().addAll("weight-bar", "for-hands");
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(name, field, back);
        managedProperty().bind(visibleProperty());
        frame.subscribe(this::show);
        model.perturbationsProperty().subscribe(this::show);
        field.focusedProperty().subscribe(left -> {
            if (left) { // Enter leads back to the drawing
                leave.run();
            }
        });
    }

    /** Leads to the number. */
    void edit() {
        if (isVisible()) {
            field.edit();
        }
    }

    /** A weight held at a number, which people count from 1. */
    static HeldWeight held(WeightPlace place, double number) {
        return new HeldWeight(place.part(), place.row() + 1, place.column() + 1, number);
    }

    private void show() {
        Optional<NetworkFrame.Wire> chosen = frame.getValue().chosenWire();
        setVisible(chosen.isPresent());
        chosen.ifPresent(wire -> {
            Optional<HeldWeight> held = model.held(model.weightProperty().get());
            name.setText(wire.name());
            if (held.isPresent() || !field.isFocusWithin()) { // or a run in training would write over what is typed
                field.valueProperty().set(held.map(HeldWeight::value).orElse(Double.parseDouble(Float.toString((float)
                        wire.weight()))));
            }
            back.setVisible(held.isPresent());
        });
    }
}
