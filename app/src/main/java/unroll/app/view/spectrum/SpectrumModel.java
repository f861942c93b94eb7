package unroll.app.view.spectrum;

import java.util.NavigableMap;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.app.chart.Curve;

/** What the view of eigenvalues shows. */
public final class SpectrumModel {
    private final ObjectProperty<Eigen> eigen = new SimpleObjectProperty<>(this, "eigen", Eigen.NONE);
    private final ObjectProperty<Curve> radius = new SimpleObjectProperty<>(this, "radius", Curve.EMPTY);
    private final StringProperty chosen = new SimpleStringProperty(this, "chosen", "");
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");

    /** The radius at each update that was looked at, of the matrix that is shown. */
    private final NavigableMap<Long, Double> radii = new TreeMap<>();

    public ObjectProperty<Eigen> eigenProperty() {
        return eigen;
    }

    /** The spectral radius over the updates that were looked at. */
    public ObjectProperty<Curve> radiusProperty() {
        return radius;
    }

    /** The matrix that a person wants to see. */
    public StringProperty chosenProperty() {
        return chosen;
    }

    /** Whether the view is seen; while it is not, nobody asks for anything. */
    public BooleanProperty seenProperty() {
        return seen;
    }

    /** Forgets the run. */
    public void clear() {
        radii.clear();
        radius.set(Curve.EMPTY);
        eigen.set(Eigen.NONE);
    }

    /** Shows an answer; one that takes updates back takes back what was seen of them. */
    public void show(Eigen answer) {
        if (!answer.part().equals(eigen.get().part())) {
            radii.clear();
        }
        if (answer.spectrum().size() > 0) {
            radii.put(answer.update(), answer.spectrum().radius());
        }
        eigen.set(answer);
        radius.set(new Curve(
                radii.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                radii.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
