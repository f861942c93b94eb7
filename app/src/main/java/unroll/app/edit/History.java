package unroll.app.edit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A value and the edits that led to it, which can be undone and done again.
 *
 * @param <S> an immutable value
 */
public final class History<S> {
    private final ReadOnlyObjectWrapper<S> value;
    private final ObservableList<Edit<S>> edits = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done");

    /** A history that begins with {@code first}. */
    public History(S first) {
        value = new ReadOnlyObjectWrapper<>(this, "value", first);
    }

    // Properties

    public ReadOnlyObjectProperty<S> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** All edits, oldest first: those done, then those undone. */
    public ObservableList<Edit<S>> edits() {
        return FXCollections.unmodifiableObservableList(edits);
    }

    /** How many of the edits are done. */
    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public BooleanBinding canUndo() {
        return done.greaterThan(0);
    }

    public BooleanBinding canRedo() {
        return Bindings.createBooleanBinding(() -> done.get() < edits.size(), done, edits);
    }

    /** What would be undone; empty if nothing. */
    public StringBinding undoName() {
        return Bindings.createStringBinding(
                () -> done.get() > 0 ? edits.get(done.get() - 1).name() : "", done, edits);
    }

    // Commands

    /** Takes {@code after} as the value; what was undone before is forgotten. */
    public void apply(String name, S after) {
        if (after.equals(value.get())) {
            return;
        }
        edits.remove(done.get(), edits.size());
        edits.add(new Edit<>(name, value.get(), after));
        done.set(edits.size());
        value.set(after);
    }

    /** Goes one edit back, if there is one. */
    public void undo() {
        if (done.get() > 0) {
            goTo(done.get() - 1);
        }
    }

    /** Goes one edit forward again, if there is one. */
    public void redo() {
        if (done.get() < edits.size()) {
            goTo(done.get() + 1);
        }
    }

    /** Goes to where the first {@code count} edits are done. */
    public void goTo(int count) {
        if (count == done.get()) {
            return;
        }
        S there = count == 0 ? edits.getFirst().before() : edits.get(count - 1).after();
        done.set(count);
        value.set(there);
    }

    /**
     * Takes edits that were made before, instead of those there are.
     *
     * @param made oldest first, each beginning where the one before ended
     * @param count how many of them are done
     */
    public void resume(List<Edit<S>> made, int count) {
        S there = count == 0 ? made.getFirst().before() : made.get(count - 1).after();
        edits.setAll(made);
        done.set(count);
        value.set(there);
    }

    /** Forgets all edits and begins anew. */
    public void restart(S first) {
        edits.clear();
        done.set(0);
        value.set(first);
    }
}
