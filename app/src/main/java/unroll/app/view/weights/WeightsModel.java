package unroll.app.view.weights;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.engine.perturb.HeldWeight;

/** What the view of weights shows. */
public final class WeightsModel {
    private final ReadOnlyObjectWrapper<WeightMatrix> weights =
            new ReadOnlyObjectWrapper<>(this, "weights", WeightMatrix.NONE);
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper(this, "chosen", "");
    private final ReadOnlyObjectWrapper<List<HeldWeight>> held = new ReadOnlyObjectWrapper<>(this, "held", List.of());

    private final BooleanProperty inCells = new SimpleBooleanProperty(this, "inCells");

    // Properties

    public ReadOnlyObjectProperty<WeightMatrix> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    /** The matrix that a person wants to see. */
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The weights that a person holds at numbers of their own, of all matrices; they are shown in place of the network's. */
    public ReadOnlyObjectProperty<List<HeldWeight>> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Whether the numbers are shown in cells, to be copied and pasted, and not as a map of colours. */
    public BooleanProperty inCellsProperty() {
        return inCells;
    }

    // Commands

    public void show(WeightMatrix next) {
        weights.set(next);
    }

    /** Has another matrix shown. */
    public void choose(String part) {
        chosen.set(part);
    }

    void hold(List<HeldWeight> all) {
        held.set(all);
    }

    /** Another that shows the same. */
    WeightsModel twin() {
        WeightsModel twin = new WeightsModel();
        twin.show(weights.get());
        twin.choose(chosen.get());
        twin.hold(held.get());
        return twin;
    }
}
