package unroll.app.view.cells;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import unroll.app.view.netview.NetworkLook;
import unroll.engine.anatomy.Anatomy;

/** What the view of gates shows. */
final class CellsModel {
    private final ReadOnlyObjectWrapper<NetworkLook> look = new ReadOnlyObjectWrapper<>(this, "look", NetworkLook.NONE);
    private final ReadOnlyObjectWrapper<CellRows> rows = new ReadOnlyObjectWrapper<>(this, "rows", CellRows.NONE);
    private final ReadOnlyStringWrapper layer = new ReadOnlyStringWrapper(this, "layer", "");
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(this, "shown", CellRows.CELL);
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit");

    CellsModel() {
        unit.subscribe(this::renew);
    }

    // Properties

    ReadOnlyObjectProperty<NetworkLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CellRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The layer that is shown, by the name of its units. */
    ReadOnlyStringProperty layerProperty() {
        return layer.getReadOnlyProperty();
    }

    /** {@link CellRows#CELL}, or the gate of which all cells are shown. */
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The cell whose gates are shown, from 0. */
    IntegerProperty unitProperty() {
        return unit;
    }

    /** What can be chosen of the layer: a layer without gates has its units alone. */
    List<String> choices() {
        List<String> gates = CellRows.gates(look.get().anatomy(), layer.get());
        return gates.size() < 2
                ? gates
                : Stream.concat(Stream.of(CellRows.CELL), gates.stream()).toList();
    }

    /** Whether it is the layer that the other views show. */
    boolean hidden() {
        Anatomy anatomy = look.get().anatomy();
        return anatomy.hidden() >= 0
                && anatomy.parts().get(anatomy.hidden()).symbol().equals(layer.get());
    }

    // Commands

    void show(NetworkLook next) {
        look.set(next);
        Anatomy anatomy = next.anatomy();
        List<String> layers = CellRows.layers(anatomy);
        if (!layers.contains(layer.get()) && !layers.isEmpty()) {
            layer.set(anatomy.parts().get(anatomy.hidden()).symbol());
        }
        renew();
    }

    void chooseLayer(String name) {
        layer.set(name);
        renew();
    }

    void chooseShown(String name) {
        shown.set(name);
        renew();
    }

    private void renew() {
        List<String> choices = choices();
        if (!choices.contains(shown.get()) && !choices.isEmpty()) {
            shown.set(choices.getFirst());
        }
        rows.set(CellRows.of(look.get().anatomy(), layer.get(), shown.get(), Math.max(0, unit.get())));
    }

    /** Forgets the run before. */
    void begin() {
        layer.set("");
        shown.set(CellRows.CELL);
        show(NetworkLook.NONE);
    }

    /** Another that shows the same. */
    CellsModel twin() {
        CellsModel twin = new CellsModel();
        twin.layer.set(layer.get());
        twin.shown.set(shown.get());
        twin.unit.set(unit.get());
        twin.show(look.get());
        return twin;
    }
}
