package unroll.app.sweep;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** What the sweep screen shows of the sweep that is open. */
public final class SweepModel {
    final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
    final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
    final ReadOnlyStringWrapper rule = new ReadOnlyStringWrapper(this, "rule", "");
    final ReadOnlyStringWrapper folder = new ReadOnlyStringWrapper(this, "folder", "");
    final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper(this, "changing");
    final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(this, "complete");
    final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun");
    final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper(this, "standing", "");
    final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper(this, "left", "");
    final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share");
    final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final IntegerProperty jobs = new SimpleIntegerProperty(this, "jobs", 1);

    final ReadOnlyObjectWrapper<List<String>> axes = new ReadOnlyObjectWrapper<>(this, "axes", List.of());
    final ReadOnlyObjectWrapper<List<String>> seeds = new ReadOnlyObjectWrapper<>(this, "seeds", List.of());
    final ReadOnlyObjectWrapper<List<SweepRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    final ReadOnlyObjectWrapper<Results> results = new ReadOnlyObjectWrapper<>(this, "results", Results.EMPTY);
    private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped");
    final ReadOnlyIntegerWrapper picture = new ReadOnlyIntegerWrapper(this, "picture");

    // The sweep

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** What is asked. */
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** When a run has done enough. */
    public ReadOnlyStringProperty ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /** The path of its folder. */
    public ReadOnlyStringProperty folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Whether there is a sweep at all. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether its runs are being made. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Whether it is about to begin, or its runs are being saved. */
    public ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    /** Whether every run came to an end of its own, so that there is nothing left to do. */
    public ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    /** Whether anything of it was made. */
    public ReadOnlyBooleanProperty begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /** "5 of 18 runs over". */
    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** "about 9 min left"; empty where unknown. */
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** The share of its runs that are over. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** Why its tables or pictures could not be written; empty if they could. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How many runs are made side by side. */
    public IntegerProperty jobsProperty() {
        return jobs;
    }

    // The tables and pictures

    /** The names of its axes. */
    public ReadOnlyObjectProperty<List<String>> axesProperty() {
        return axes.getReadOnlyProperty();
    }

    /** Those of them that change seeds alone. */
    public ReadOnlyObjectProperty<List<String>> seedsProperty() {
        return seeds.getReadOnlyProperty();
    }

    /** Its runs. */
    ReadOnlyObjectProperty<List<SweepRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Their results. */
    ReadOnlyObjectProperty<Results> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** Whether the table has a row for each group of runs that differ in their seeds alone, and not for each run. */
    public BooleanProperty groupedProperty() {
        return grouped;
    }

    /** Which of the pictures is shown, from 0. */
    public ReadOnlyIntegerProperty pictureProperty() {
        return picture.getReadOnlyProperty();
    }
}
