package unroll.app.view.perturb;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;

/** What the view of a disturbed network shows. */
public final class PerturbModel {
    /** No perturbation is chosen. */
    public static final int NONE = -1;

    private final ObjectProperty<Perturbed> answer = new SimpleObjectProperty<>(this, "answer", Perturbed.NONE);
    private final ObjectProperty<List<Perturbation>> perturbations =
            new SimpleObjectProperty<>(this, "perturbations", List.of());
    private final ObjectProperty<Perturbation> form =
            new SimpleObjectProperty<>(this, "form", Perturbation.kinds().getFirst());
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", NONE);
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(this, "shown", Shown.FIRST);
    private final BooleanProperty free = new SimpleBooleanProperty(this, "free");
    private final ObjectProperty<Naming> naming = new SimpleObjectProperty<>(this, "naming", Naming.NONE);
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");

    public ObjectProperty<Perturbed> answerProperty() {
        return answer;
    }

    /** What is done to the network. */
    public ObjectProperty<List<Perturbation>> perturbationsProperty() {
        return perturbations;
    }

    /** What the row of controls says: the chosen perturbation, or the next to add. */
    public ObjectProperty<Perturbation> formProperty() {
        return form;
    }

    /** Which perturbation the row of controls changes, from 0; {@link #NONE} if none. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** The line that a person wants to see. */
    public ObjectProperty<Shown> shownProperty() {
        return shown;
    }

    /** Whether the network runs on from its own predictions, where it can. */
    public BooleanProperty freeProperty() {
        return free;
    }

    /** What there is to perturb, by its names. */
    Subject subject() {
        return answer.get().subject().named(naming.get().inputs());
    }

    /** What inputs and outputs are called. */
    public ObjectProperty<Naming> namingProperty() {
        return naming;
    }

    /** Whether the view is seen; while it is not, nobody asks for anything. */
    public BooleanProperty seenProperty() {
        return seen;
    }
}
