package unroll.app.view.trajectories;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the view of hidden trajectories shows. */
public final class TrajectoriesModel {
    /** So many ways can be told apart. */
    public static final int MOST = 24;

    private final ObjectProperty<Trajectories> ways = new SimpleObjectProperty<>(this, "ways", Trajectories.NONE);
    private final IntegerProperty fits = new SimpleIntegerProperty(this, "fits");
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");

    public ObjectProperty<Trajectories> waysProperty() {
        return ways;
    }

    /** How often a person has asked for new axes. */
    public IntegerProperty fitsProperty() {
        return fits;
    }

    /** Whether the view is seen; while it is not, nobody asks for anything. */
    public BooleanProperty seenProperty() {
        return seen;
    }
}
