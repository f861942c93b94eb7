package unroll.app.design;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.app.view.spectrum.SpectrumModel;
import unroll.app.view.weights.WeightsModel;
import unroll.engine.experiment.CostEstimate;

/** What the design screen shows. */
public final class DesignModel {
    final ReadOnlyObjectWrapper<NetworkDrawing> drawing =
            new ReadOnlyObjectWrapper<>(this, "drawing", NetworkDrawing.NONE);
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(this, "selection", new Selection.Nothing());
    private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");
    private final BooleanProperty written = new SimpleBooleanProperty(this, "written");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty refusal = new SimpleStringProperty(this, "refusal", "");
    final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper(this, "cost", "");
    final ReadOnlyObjectWrapper<Optional<CostEstimate>> prospect =
            new ReadOnlyObjectWrapper<>(this, "prospect", Optional.empty());
    private final WeightsModel weights = new WeightsModel();
    private final SpectrumModel spectrum = new SpectrumModel();

    public ReadOnlyObjectProperty<NetworkDrawing> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** Whether the network is drawn once for each of some time steps. */
    public BooleanProperty unfoldedProperty() {
        return unfolded;
    }

    /** Whether the experiment is shown as text instead of drawn. */
    public BooleanProperty writtenProperty() {
        return written;
    }

    /** The experiment as JSON. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why the text or a change was not taken; empty if it was. */
    public StringProperty refusalProperty() {
        return refusal;
    }

    /** Parameters, multiplications and memory of an update, in words. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** What the network begins with; empty until that is known. */
    public ReadOnlyObjectProperty<Optional<CostEstimate>> prospectProperty() {
        return prospect.getReadOnlyProperty();
    }

    /** The first weights, one matrix at a time. */
    public WeightsModel weights() {
        return weights;
    }

    /** The eigenvalues of the first recurrent weights. */
    public SpectrumModel spectrum() {
        return spectrum;
    }
}
