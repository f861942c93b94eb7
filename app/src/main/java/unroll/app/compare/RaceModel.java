package unroll.app.compare;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.engine.record.Cost;

/** What the race screen shows. */
public final class RaceModel {
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final StringProperty rules = new SimpleStringProperty(this, "rules", "");
    private final StringProperty measure = new SimpleStringProperty(this, "measure", "");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty over = new SimpleBooleanProperty(this, "over");
    private final BooleanProperty full = new SimpleBooleanProperty(this, "full");
    private final ObjectProperty<Cost> cost = new SimpleObjectProperty<>(this, "cost", Cost.EVALUATIONS);
    private final BooleanProperty tests = new SimpleBooleanProperty(this, "tests");
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private final ObjectProperty<Optional<Contender>> contender =
            new SimpleObjectProperty<>(this, "contender", Optional.empty());
    private final ObjectProperty<Standings> standings = new SimpleObjectProperty<>(this, "standings", Standings.EMPTY);

    /** Whether there is a race. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is raced for: the experiment's name. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Where the runs of the lanes are. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** What is the same for all, and how much each lane may ask for. */
    public StringProperty rulesProperty() {
        return rules;
    }

    /** What the loss is, with its unit. */
    public StringProperty measureProperty() {
        return measure;
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether no lane has anything left to do. */
    public BooleanProperty overProperty() {
        return over;
    }

    /** Whether there is room for no other lane. */
    public BooleanProperty fullProperty() {
        return full;
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

    /** The lane of which the settings are shown, from 0. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Its settings. */
    ObjectProperty<Optional<Contender>> contenderProperty() {
        return contender;
    }

    /** How the race stands. */
    ObjectProperty<Standings> standingsProperty() {
        return standings;
    }
}
