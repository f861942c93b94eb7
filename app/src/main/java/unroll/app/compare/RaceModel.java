package unroll.app.compare;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.engine.record.Cost;

/** What the race screen shows. */
public final class RaceModel {
    final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
    final ReadOnlyStringWrapper folder = new ReadOnlyStringWrapper(this, "folder", "");
    final ReadOnlyStringWrapper rules = new ReadOnlyStringWrapper(this, "rules", "");
    final ReadOnlyStringWrapper measure = new ReadOnlyStringWrapper(this, "measure", "");
    final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(this, "over");
    final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper(this, "full");
    private final ObjectProperty<Cost> cost = new SimpleObjectProperty<>(this, "cost", Cost.EVALUATIONS);
    private final BooleanProperty tests = new SimpleBooleanProperty(this, "tests");
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    final ReadOnlyObjectWrapper<Optional<Contender>> contender =
            new ReadOnlyObjectWrapper<>(this, "contender", Optional.empty());
    final ReadOnlyObjectWrapper<Standings> standings = new ReadOnlyObjectWrapper<>(this, "standings", Standings.EMPTY);

    /** Whether there is a race. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What is raced for: the experiment's name. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Where the runs of the lanes are. */
    public ReadOnlyStringProperty folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What is the same for all, and how much each lane may ask for. */
    public ReadOnlyStringProperty rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    /** What the loss is, with its unit. */
    public ReadOnlyStringProperty measureProperty() {
        return measure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether no lane has anything left to do. */
    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    /** Whether there is room for no other lane. */
    public ReadOnlyBooleanProperty fullProperty() {
        return full.getReadOnlyProperty();
    }

    /** By what the lanes are aligned. */
    public ObjectProperty<Cost> costProperty() {
        return cost;
    }

    /** Whether losses on test sequences are shown, and not those of batches. */
    public BooleanProperty testsProperty() {
        return tests;
    }

    /** Whether losses are on a logarithmic axis. */
    public BooleanProperty logUpProperty() {
        return logUp;
    }

    /** How much of the past smoothed losses keep at each point, from 0 for as they are to 0.99. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** The lane of which the settings are shown, from 0. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Its settings. */
    ReadOnlyObjectProperty<Optional<Contender>> contenderProperty() {
        return contender.getReadOnlyProperty();
    }

    /** How the race stands. */
    ReadOnlyObjectProperty<Standings> standingsProperty() {
        return standings.getReadOnlyProperty();
    }
}
