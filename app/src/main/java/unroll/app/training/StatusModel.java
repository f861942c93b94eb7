package unroll.app.training;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the status line and the bar say of a run, in words. */
public final class StatusModel {
    private final StringProperty headline = new SimpleStringProperty(this, "headline", "");
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "");
    private final StringProperty baselines = new SimpleStringProperty(this, "baselines", "");
    private final StringProperty progress = new SimpleStringProperty(this, "progress", "");
    private final StringProperty time = new SimpleStringProperty(this, "time", "");
    private final StringProperty optimiser = new SimpleStringProperty(this, "optimiser", "");
    private final StringProperty saved = new SimpleStringProperty(this, "saved", "");
    private final StringProperty backend = new SimpleStringProperty(this, "backend", "");
    private final StringProperty backendDetail = new SimpleStringProperty(this, "backendDetail", "");
    private final StringProperty deviceMemory = new SimpleStringProperty(this, "deviceMemory", "");
    private final StringProperty speed = new SimpleStringProperty(this, "speed", "");

    /** The newest score on the test sequences: "test 24.6". */
    public StringProperty headlineProperty() {
        return headline;
    }

    /** What the score is measured in. */
    public StringProperty unitProperty() {
        return unit;
    }

    /** What has to be beaten: "copy last 58.0 · linear AR2 31.2". */
    public StringProperty baselinesProperty() {
        return baselines;
    }

    /** "12,480 of 50,000 updates". */
    public StringProperty progressProperty() {
        return progress;
    }

    /** "3 min 12 s · 9 min left". */
    public StringProperty timeProperty() {
        return time;
    }

    /** What the optimiser tells of the inside of its updates: "lambda 0.0667 · rho 0.83". */
    public StringProperty optimiserProperty() {
        return optimiser;
    }

    /** "saved 2 s ago". */
    public StringProperty savedProperty() {
        return saved;
    }

    /** What computes, in a word: "CPU". */
    public StringProperty backendProperty() {
        return backend;
    }

    /** What computes, and why, in full. */
    public StringProperty backendDetailProperty() {
        return backendDetail;
    }

    /** "2 threads" at rest, "8,240 seq/s" while it trains: both have no room beside the buttons; the detail has the threads. */
    public StringProperty speedProperty() {
        return speed;
    }

    /** How full the card's memory is; empty while none computes. */
    public StringProperty deviceMemoryProperty() {
        return deviceMemory;
    }
}
