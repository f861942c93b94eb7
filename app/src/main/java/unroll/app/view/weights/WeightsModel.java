package unroll.app.view.weights;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.engine.perturb.HeldWeight;

/** What the view of weights shows. */
public final class WeightsModel {
    private final ObjectProperty<WeightMatrix> weights = new SimpleObjectProperty<>(this, "weights", WeightMatrix.NONE);
    private final StringProperty chosen = new SimpleStringProperty(this, "chosen", "");
    private final ObjectProperty<List<HeldWeight>> held = new SimpleObjectProperty<>(this, "held", List.of());
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");

    public ObjectProperty<WeightMatrix> weightsProperty() {
        return weights;
    }

    /** The matrix that a person wants to see. */
    public StringProperty chosenProperty() {
        return chosen;
    }

    /** The weights that a person holds at numbers of their own, of all matrices; they are shown in place of the network's. */
    public ObjectProperty<List<HeldWeight>> heldProperty() {
        return held;
    }

    /** Whether the view is seen; while it is not, nobody asks for anything. */
    public BooleanProperty seenProperty() {
        return seen;
    }
}
