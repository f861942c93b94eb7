package unroll.app.view.fields;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.app.view.Cues;

/** What the view of receptive fields shows. */
public final class FieldsModel {
    private final ReadOnlyObjectWrapper<Fields> fields = new ReadOnlyObjectWrapper<>(this, "fields", Fields.NONE);
    private final ReadOnlyStringWrapper part = new ReadOnlyStringWrapper(this, "part", "");
    private final ObjectProperty<FieldOrder> order = new SimpleObjectProperty<>(this, "order", FieldOrder.NUMBER);
    private final BooleanProperty ownScale = new SimpleBooleanProperty(this, "ownScale");
    private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", Cues.NONE);

    // Properties

    public ReadOnlyObjectProperty<Fields> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    /** The weights that a person wants to see. */
    public ReadOnlyStringProperty partProperty() {
        return part.getReadOnlyProperty();
    }

    ObjectProperty<FieldOrder> orderProperty() {
        return order;
    }

    /** Whether each unit's largest weight has the full colour, and not that of all units alone. */
    public BooleanProperty ownScaleProperty() {
        return ownScale;
    }

    /** The unit that is chosen, from 0; {@link Cues#NONE} if none is. */
    public IntegerProperty unitProperty() {
        return unit;
    }

    // Commands

    /** What was chosen among units of which other views know nothing means nothing among others. */
    void show(Fields next) {
        boolean others = !next.part().equals(fields.get().part());
        fields.set(next);
        if (others && !showsSharedUnits()) {
            unit.set(Cues.NONE);
        }
    }

    /** Whether its units are those that other views show. */
    boolean showsSharedUnits() {
        return fields.get().part().filter(FieldPart::shown).isPresent();
    }

    /** Has other weights shown. */
    public void choose(String name) {
        part.set(name);
    }

    /** Another that shows the same. */
    FieldsModel twin() {
        FieldsModel twin = new FieldsModel();
        twin.part.set(part.get());
        twin.order.set(order.get());
        twin.ownScale.set(ownScale.get());
        twin.show(fields.get());
        twin.unit.set(unit.get());
        return twin;
    }
}
