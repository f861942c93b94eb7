package unroll.app.runs;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.engine.record.Cost;

/** What the screen of all runs shows. */
public final class RunsModel {
    final ReadOnlyObjectWrapper<RunsTable> table = new ReadOnlyObjectWrapper<>(this, "table", RunsTable.EMPTY);
    private final ObjectProperty<Set<String>> chosen = new SimpleObjectProperty<>(this, "chosen", Set.of());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper(this, "standing", "");
    final ReadOnlyDoubleWrapper read = new ReadOnlyDoubleWrapper(this, "read", 1);

    final ReadOnlyObjectWrapper<Overlays.TestOverlay> overlay =
            new ReadOnlyObjectWrapper<>(this, "overlay", Overlays.TestOverlay.EMPTY);
    private final ObjectProperty<Cost> cost = new SimpleObjectProperty<>(this, "cost", Cost.UPDATES);
    private final BooleanProperty seedsTogether = new SimpleBooleanProperty(this, "seedsTogether", true);
    private final BooleanProperty singles = new SimpleBooleanProperty(this, "singles");
    private final BooleanProperty logUp = new SimpleBooleanProperty(this, "logUp", true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final BooleanProperty bySettings = new SimpleBooleanProperty(this, "bySettings");

    final ReadOnlyStringWrapper notedRun = new ReadOnlyStringWrapper(this, "notedRun", "");
    final ReadOnlyStringWrapper notedName = new ReadOnlyStringWrapper(this, "notedName", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty tags = new SimpleStringProperty(this, "tags", "");
    private final StringProperty notes = new SimpleStringProperty(this, "notes", "");
    final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

    // The table

    /** The runs. */
    ReadOnlyObjectProperty<RunsTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** The names of those that are chosen. */
    ObjectProperty<Set<String>> chosenProperty() {
        return chosen;
    }

    /** The words that a run must have to be shown. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** "42 runs, 3 chosen". */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** The share of the runs that is read; 1 when it rests. */
    public ReadOnlyDoubleProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    // The chart

    /** The curves of those that are chosen. */
    ReadOnlyObjectProperty<Overlays.TestOverlay> overlayProperty() {
        return overlay.getReadOnlyProperty();
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

    /** How much of the past smoothed tests keep at each point, from 0 for as they are to 0.99. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** Whether all runs that are shown are drawn over their settings, in place of the tests of those that are chosen. */
    public BooleanProperty bySettingsProperty() {
        return bySettings;
    }

    // The run that is chosen alone

    /** Its folder's name; empty where none is, or several are. */
    public ReadOnlyStringProperty notedRunProperty() {
        return notedRun.getReadOnlyProperty();
    }

    /** Its name for people. */
    public ReadOnlyStringProperty notedNameProperty() {
        return notedName.getReadOnlyProperty();
    }

    /** The name that a person gave it; empty where it has that of its experiment. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Its tags, with spaces between them. */
    public StringProperty tagsProperty() {
        return tags;
    }

    /** What is written about it. */
    public StringProperty notesProperty() {
        return notes;
    }

    /** Sentences about it, or why there are none. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
