package unroll.app.edit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

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

    /** Whether an edit is being made of which further steps follow. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
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
        apply(name, after, false);
    }

    /**
     * The same where an edit is made in many small steps, as a slider does that is dragged: all of them are one edit.
     *
     * @param more whether further steps of this edit follow
     */
    public void apply(String name, S after, boolean more) {
        if (open.get()) {
            goOn(name, after, more);
        } else if (!after.equals(value.get())) {
            open.set(more);
            edits.remove(done.get(), edits.size());
            edits.add(new Edit<>(name, value.get(), after));
            done.set(edits.size());
            value.set(after);
        }
    }

    private void goOn(String name, S after, boolean more) {
        int last = edits.size() - 1;
        S before = edits.get(last).before();
        if (more || !after.equals(before)) {
            edits.set(last, new Edit<>(name, before, after));
        } else { // moved back to where it began
            done.set(last);
            edits.remove(last);
        }
        value.set(after);
        open.set(more);
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
        open.set(false);
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
        open.set(false);
    }

    /** Forgets all edits and begins anew. */
    public void restart(S first) {
        edits.clear();
        done.set(0);
        value.set(first);
        open.set(false);
    }
}
