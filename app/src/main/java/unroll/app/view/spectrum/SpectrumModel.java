package unroll.app.view.spectrum;

import java.util.NavigableMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import unroll.app.chart.Curve;

/** What the view of eigenvalues shows. */
public final class SpectrumModel {
    private final ReadOnlyObjectWrapper<Eigen> eigen = new ReadOnlyObjectWrapper<>(this, "eigen", Eigen.NONE);
    private final ReadOnlyObjectWrapper<Curve> radius = new ReadOnlyObjectWrapper<>(this, "radius", Curve.EMPTY);
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper(this, "chosen", "");

    /** The radius at each update that was looked at, of the matrix that is shown. */
    private final NavigableMap<Long, Double> radii = new TreeMap<>();

    /** The matrix whose radii are known; empty before the first. */
    private String part = "";

    // Properties

    public ReadOnlyObjectProperty<Eigen> eigenProperty() {
        return eigen.getReadOnlyProperty();
    }

    /** The spectral radius over the updates that were looked at. */
    public ReadOnlyObjectProperty<Curve> radiusProperty() {
        return radius.getReadOnlyProperty();
    }

    /** The matrix that a person wants to see. */
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    // Commands

    /** Has another matrix shown. */
    public void choose(String part) {
        chosen.set(part);
    }

    /** Forgets the run. */
    public void clear() {
        radii.clear();
        part = "";
        radius.set(Curve.EMPTY);
        eigen.set(Eigen.NONE);
    }

    /** Shows an answer; one that takes updates back takes back what was seen of them. */
    public void show(Eigen answer) {
        if (!answer.part().equals(part)) {
            radii.clear();
            part = answer.part();
        }
        eigen.set(answer);
        recall(answer);
    }

    /** Takes in what was so after an update of the past, if of the matrix that is shown or will be the first. */
    void recall(Eigen answer) {
        if (!part.isEmpty() && !answer.part().equals(part)) {
            return;
        }
        part = answer.part();
        if (answer.spectrum().size() > 0) {
            radii.put(answer.update(), answer.spectrum().radius());
        }
        radius.set(new Curve(
                radii.keySet().stream().mapToDouble(Long::doubleValue).toArray(),
                radii.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
