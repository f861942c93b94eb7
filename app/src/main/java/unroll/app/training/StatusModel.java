package unroll.app.training;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import unroll.app.control.Status;

/** The words of the status line and the bar about a run; {@link Narrator} finds them. */
public final class StatusModel {
    final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(this, "status", Status.NONE);
    final ReadOnlyStringWrapper backend = new ReadOnlyStringWrapper(this, "backend", "");
    final ReadOnlyStringWrapper backendDetail = new ReadOnlyStringWrapper(this, "backendDetail", "");
    final ReadOnlyStringWrapper deviceMemory = new ReadOnlyStringWrapper(this, "deviceMemory", "");
    final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(this, "speed", "");

    /** The status line, but for memory. */
    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What computes, in a word: "CPU". */
    public ReadOnlyStringProperty backendProperty() {
        return backend.getReadOnlyProperty();
    }

    /** What computes, and why, in full. */
    public ReadOnlyStringProperty backendDetailProperty() {
        return backendDetail.getReadOnlyProperty();
    }

    /** "2 threads" at rest, "8,240 seq/s" while it trains: both have no room beside the buttons; the detail has the threads. */
    public ReadOnlyStringProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** How full the card's memory is; empty while none computes. */
    public ReadOnlyStringProperty deviceMemoryProperty() {
        return deviceMemory.getReadOnlyProperty();
    }
}
