package unroll.app.training;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import unroll.app.control.Status;

/** What the status line and the bar say of a run, in words. */
public final class StatusModel {
    private final ObjectProperty<Status> status = new SimpleObjectProperty<>(this, "status", Status.NONE);
    private final StringProperty backend = new SimpleStringProperty(this, "backend", "");
    private final StringProperty backendDetail = new SimpleStringProperty(this, "backendDetail", "");
    private final StringProperty deviceMemory = new SimpleStringProperty(this, "deviceMemory", "");
    private final StringProperty speed = new SimpleStringProperty(this, "speed", "");

    /** What the status line says, but for memory. */
    public ObjectProperty<Status> statusProperty() {
        return status;
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
