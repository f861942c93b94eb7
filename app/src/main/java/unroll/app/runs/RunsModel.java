package unroll.app.runs;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.engine.record.Cost;

/** What the screen of all runs shows. */
public final class RunsModel {
    private final ObjectProperty<RunsTable> table = new SimpleObjectProperty<>(this, "table", RunsTable.EMPTY);
    private final ObjectProperty<Set<String>> chosen = new SimpleObjectProperty<>(this, "chosen", Set.of());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final StringProperty standing = new SimpleStringProperty(this, "standing", "");
    private final DoubleProperty read = new SimpleDoubleProperty(this, "read", 1);
    private final StringProperty said = new SimpleStringProperty(this, "said", "");

    private final ObjectProperty<Overlays.Overlay> overlay =
            new SimpleObjectProperty<>(this, "overlay", Overlays.Overlay.EMPTY);
    private final ObjectProperty<Cost> cost = new SimpleObjectProperty<>(this, "cost", Cost.UPDATES);
    private final BooleanProperty seedsTogether = new SimpleBooleanProperty(this, "seedsTogether", true);
    private final BooleanProperty singles = new SimpleBooleanProperty(this, "singles");
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);

    private final StringProperty notedRun = new SimpleStringProperty(this, "notedRun", "");
    private final StringProperty notedName = new SimpleStringProperty(this, "notedName", "");
    private final StringProperty notes = new SimpleStringProperty(this, "notes", "");
    private final StringProperty words = new SimpleStringProperty(this, "words", "");

    // The table

    /** The runs. */
    ObjectProperty<RunsTable> tableProperty() {
        return table;
    }

    /** The names of those that are chosen. */
    ObjectProperty<Set<String>> chosenProperty() {
        return chosen;
    }

    /** What a run must say to be shown. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** "42 runs, 3 chosen". */
    public StringProperty standingProperty() {
        return standing;
    }

    /** The share of the runs that is read; 1 when it rests. */
    public DoubleProperty readProperty() {
        return read;
    }

    /** What was done, for a while: where a report was written; empty for nothing. */
    public StringProperty saidProperty() {
        return said;
    }

    // The chart

    /** The curves of those that are chosen. */
    ObjectProperty<Overlays.Overlay> overlayProperty() {
        return overlay;
    }

    /** What their tests are drawn against. */
    public ObjectProperty<Cost> costProperty() {
        return cost;
    }

    /** Whether runs that differ in their seeds alone are drawn as one. */
    public BooleanProperty seedsTogetherProperty() {
        return seedsTogether;
    }

    /** Whether the lines of such runs are drawn, too. */
    public BooleanProperty singlesProperty() {
        return singles;
    }

    /** Whether the scores are on a logarithmic axis. */
    public BooleanProperty logUpProperty() {
        return logUp;
    }

    // The run that is chosen alone

    /** Its folder's name; empty where none is, or several are. */
    public StringProperty notedRunProperty() {
        return notedRun;
    }

    /** Its name for people. */
    public StringProperty notedNameProperty() {
        return notedName;
    }

    /** What is written about it. */
    public StringProperty notesProperty() {
        return notes;
    }

    /** What there is to say about it, or why nothing is said. */
    public StringProperty wordsProperty() {
        return words;
    }
}
