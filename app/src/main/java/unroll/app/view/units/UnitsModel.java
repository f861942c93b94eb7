package unroll.app.view.units;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the view of units shows, and which unit is chosen in all views. */
public final class UnitsModel {
    /** So many test sequences say enough of a unit. */
    public static final int SEQUENCES = 20;

    private final ObjectProperty<Units> units = new SimpleObjectProperty<>(this, "units", Units.NONE);
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");

    public ObjectProperty<Units> unitsProperty() {
        return units;
    }

    /** The hidden unit, from 0, that a person has chosen in whatever view; -1 if none was. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Whether the view is seen; while it is not, nobody asks for anything. */
    public BooleanProperty seenProperty() {
        return seen;
    }
}
