package unroll.app.view.perturb;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import unroll.engine.perturb.HeldWeight;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;

/** What the view of a disturbed network shows; {@link PerturbController} decides what is done to the network. */
public final class PerturbModel {
    /** No perturbation is chosen. */
    public static final int NONE = -1;

    final ReadOnlyObjectWrapper<Perturbed> answer = new ReadOnlyObjectWrapper<>(this, "answer", Perturbed.NONE);
    final ReadOnlyObjectWrapper<List<Perturbation>> perturbations =
            new ReadOnlyObjectWrapper<>(this, "perturbations", List.of());
    final ReadOnlyObjectWrapper<Perturbation> form =
            new ReadOnlyObjectWrapper<>(this, "form", Perturbation.kinds().getFirst());
    final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", NONE);
    final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown", Shown.FIRST);
    final BooleanProperty free = new SimpleBooleanProperty(this, "free");
    final ReadOnlyObjectWrapper<Naming> naming = new ReadOnlyObjectWrapper<>(this, "naming", Naming.NONE);

    // Properties

    public ReadOnlyObjectProperty<Perturbed> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** What is done to the network. */
    public ReadOnlyObjectProperty<List<Perturbation>> perturbationsProperty() {
        return perturbations.getReadOnlyProperty();
    }

    /** The weights among it that are held at numbers of their own. */
    public ObservableValue<List<HeldWeight>> heldWeights() {
        return perturbations.map(all -> all.stream()
                .filter(HeldWeight.class::isInstance)
                .map(HeldWeight.class::cast)
                .toList());
    }

    /** The perturbation in the row of controls: the chosen one, or the next to add. */
    public ReadOnlyObjectProperty<Perturbation> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** Which perturbation the row of controls changes, from 0; {@link #NONE} if none. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The line that a person wants to see. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the network receives its own predictions, where it can. */
    public ReadOnlyBooleanProperty freeProperty() {
        return free;
    }

    /** What there is to perturb, by its names. */
    Subject subject() {
        return answer.get().subject().named(naming.get().inputs());
    }

    /** What inputs and outputs are called. */
    public ReadOnlyObjectProperty<Naming> namingProperty() {
        return naming.getReadOnlyProperty();
    }

    // Commands

    /** Shows another line. */
    public void show(Shown line) {
        shown.set(line);
    }

    /** Has the network receive its own predictions, or the truth again. */
    public void freeOrNot() {
        free.set(!free.get());
    }

    /** Another that shows the same, with nothing to be changed. */
    PerturbModel twin() {
        PerturbModel twin = new PerturbModel();
        twin.naming.set(naming.get());
        twin.perturbations.set(perturbations.get());
        twin.shown.set(shown.get());
        twin.free.set(free.get());
        twin.answer.set(answer.get());
        return twin;
    }
}
