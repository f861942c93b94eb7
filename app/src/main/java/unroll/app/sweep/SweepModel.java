package unroll.app.sweep;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the sweep screen shows of the sweep that is open. */
public final class SweepModel {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty about = new SimpleStringProperty(this, "about", "");
    private final StringProperty rule = new SimpleStringProperty(this, "rule", "");
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final BooleanProperty working = new SimpleBooleanProperty(this, "working");
    private final BooleanProperty changing = new SimpleBooleanProperty(this, "changing");
    private final BooleanProperty complete = new SimpleBooleanProperty(this, "complete");
    private final BooleanProperty begun = new SimpleBooleanProperty(this, "begun");
    private final StringProperty standing = new SimpleStringProperty(this, "standing", "");
    private final StringProperty left = new SimpleStringProperty(this, "left", "");
    private final DoubleProperty share = new SimpleDoubleProperty(this, "share");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final IntegerProperty jobs = new SimpleIntegerProperty(this, "jobs", 1);

    private final ObjectProperty<List<String>> axes = new SimpleObjectProperty<>(this, "axes", List.of());
    private final ObjectProperty<List<String>> seeds = new SimpleObjectProperty<>(this, "seeds", List.of());
    private final ObjectProperty<List<SweepRow>> rows = new SimpleObjectProperty<>(this, "rows", List.of());
    private final ObjectProperty<Results> results = new SimpleObjectProperty<>(this, "results", Results.EMPTY);
    private final BooleanProperty grouped = new SimpleBooleanProperty(this, "grouped");
    private final IntegerProperty picture = new SimpleIntegerProperty(this, "picture");

    // The sweep

    public StringProperty nameProperty() {
        return name;
    }

    /** What is asked. */
    public StringProperty aboutProperty() {
        return about;
    }

    /** When a run has done enough. */
    public StringProperty ruleProperty() {
        return rule;
    }

    /** The path of its folder. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** Whether there is a sweep at all. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether its runs are being made. */
    public BooleanProperty workingProperty() {
        return working;
    }

    /** Whether it is about to begin, or its runs are being saved. */
    public BooleanProperty changingProperty() {
        return changing;
    }

    /** Whether every run came to an end of its own, so that there is nothing left to do. */
    public BooleanProperty completeProperty() {
        return complete;
    }

    /** Whether anything of it was made. */
    public BooleanProperty begunProperty() {
        return begun;
    }

    /** "5 of 18 runs over". */
    public StringProperty standingProperty() {
        return standing;
    }

    /** "about 9 min left"; empty where unknown. */
    public StringProperty leftProperty() {
        return left;
    }

    /** The share of its runs that are over. */
    public DoubleProperty shareProperty() {
        return share;
    }

    /** Why its tables or pictures could not be written; empty if they could. */
    public StringProperty troubleProperty() {
        return trouble;
    }

    /** How many runs are made side by side. */
    public IntegerProperty jobsProperty() {
        return jobs;
    }

    // The tables and pictures

    /** The names of its axes. */
    public ObjectProperty<List<String>> axesProperty() {
        return axes;
    }

    /** Those of them that change seeds alone. */
    public ObjectProperty<List<String>> seedsProperty() {
        return seeds;
    }

    /** Its runs. */
    ObjectProperty<List<SweepRow>> rowsProperty() {
        return rows;
    }

    /** What they came to. */
    ObjectProperty<Results> resultsProperty() {
        return results;
    }

    /** Whether the table has a row for each group of runs that differ in their seeds alone, and not for each run. */
    public BooleanProperty groupedProperty() {
        return grouped;
    }

    /** Which of the pictures is shown, from 0. */
    public IntegerProperty pictureProperty() {
        return picture;
    }
}
