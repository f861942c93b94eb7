package unroll.app.view.perturb;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import unroll.app.edit.History;
import unroll.app.view.Cues;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;

/** Changes what is done to the network, and remembers it to be undone. */
public final class PerturbController {
    private final PerturbModel model = new PerturbModel();
    private final IntegerProperty time;
    private final History<List<Perturbation>> history = new History<>(List.of());

    /** The unit that a person pointed at last. */
    private int pointedAt;

    /** @param cues say at which step a perturbation is added, and to which unit */
    public PerturbController(Cues cues) {
        time = cues.timeProperty();
        history.valueProperty().subscribe(this::show);
        time.subscribe(this::follow);
        cues.unitProperty().subscribe(unit -> pointAt(unit.intValue()));
        model.answerProperty().subscribe(this::fit);
    }

    /** What is shown of it. */
    public PerturbModel model() {
        return model;
    }

    /** What was done to the network, to be undone. */
    public History<List<Perturbation>> history() {
        return history;
    }

    // Commands

    /** Adds what the row says, at the time step that is marked. */
    public void add() {
        Perturbation next = model.formProperty().get().withStep(time.get()).perturbation();
        List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
        all.add(next);
        history.apply("Add " + words(next), List.copyOf(all));
        choose(all.size() - 1);
    }

    /** Holds a weight, in place of what held the same one before. */
    public void hold(Perturbation.HeldWeight weight) {
        int before = holder(weight);
        if (before == PerturbModel.NONE) {
            List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
            all.add(weight);
            history.apply("Hold " + words(weight), List.copyOf(all));
            choose(all.size() - 1);
        } else {
            choose(before);
            set(model.formProperty().get().withAmount(weight.value()));
        }
    }

    /** Lets a weight be what it is. */
    public void letGo(Perturbation.HeldWeight weight) {
        int before = holder(weight);
        if (before != PerturbModel.NONE) {
            remove(before);
        }
    }

    private int holder(Perturbation.HeldWeight weight) {
        List<Perturbation> all = history.valueProperty().get();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Perturbation.HeldWeight held && held.sameWeight(weight)) {
                return i;
            }
        }
        return PerturbModel.NONE;
    }

    /** Has the row change a perturbation, or with {@link PerturbModel#NONE} none. */
    public void choose(int index) {
        model.chosen.set(index);
        renew();
    }

    /** Chooses the perturbation after the chosen one; after the last none. */
    public void chooseNext() {
        int next = model.chosenProperty().get() + 1;
        choose(next < history.valueProperty().get().size() ? next : PerturbModel.NONE);
    }

    /** Takes a perturbation away. */
    public void remove(int index) {
        List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
        Perturbation gone = all.remove(index);
        model.chosen.set(PerturbModel.NONE);
        history.apply("Take away " + words(gone), List.copyOf(all));
    }

    /** Takes the chosen perturbation away, if there is one; otherwise the last. */
    public void remove() {
        int chosen = model.chosenProperty().get();
        int index = chosen == PerturbModel.NONE ? history.valueProperty().get().size() - 1 : chosen;
        if (index >= 0) {
            remove(index);
        }
    }

    /** Takes all perturbations away. */
    public void clear() {
        model.chosen.set(PerturbModel.NONE);
        history.apply("Take all perturbations away", List.of());
    }

    /** Chooses what is done. */
    public void take(Kind kind) {
        Form form = model.formProperty().get();
        boolean elsewhere = kind.aim() == Kind.Aim.UNIT && form.kind().aim() != Kind.Aim.UNIT;
        set(elsewhere ? form.with(kind).withTarget(pointedAt) : form.with(kind));
    }

    /** What is to be done to a unit next is done to this one, from 0; with -1 nothing changes. */
    private void pointAt(int unit) {
        if (unit < 0) {
            return;
        }
        pointedAt = unit;
        Form form = model.formProperty().get();
        if (model.chosenProperty().get() == PerturbModel.NONE && form.kind().aim() == Kind.Aim.UNIT) {
            set(form.withTarget(pointedAt));
        }
    }

    /** Has the chosen perturbation begin at the time step that is marked. */
    public void moveHere() {
        set(model.formProperty().get().withStep(time.get()));
    }

    /** Takes what the row says: it changes the chosen perturbation; otherwise it is kept for the next, and its step is marked. */
    void set(Form form) {
        int chosen = model.chosenProperty().get();
        if (chosen == PerturbModel.NONE) {
            model.form.set(form);
            time.set(form.step());
            return;
        }
        List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
        Perturbation before = all.set(chosen, form.perturbation());
        model.form.set(form);
        history.apply(words(before) + " \u2192 " + words(all.get(chosen)), List.copyOf(all));
    }

    // What follows from what

    private String words(Perturbation perturbation) {
        return model.namingProperty()
                .get()
                .words(perturbation, model.answerProperty().get().subject());
    }

    private void show(List<Perturbation> now) {
        if (model.chosenProperty().get() >= now.size()) {
            model.chosen.set(PerturbModel.NONE);
        }
        model.perturbations.set(now);
        renew();
    }

    /** The row says what is chosen. */
    private void renew() {
        int chosen = model.chosenProperty().get();
        Form form = model.formProperty().get();
        if (chosen == PerturbModel.NONE) {
            model.form.set(form.withStep(time.get()));
        } else {
            model.form.set(form.of(history.valueProperty().get().get(chosen)));
        }
    }

    private void follow() {
        if (model.chosenProperty().get() == PerturbModel.NONE) {
            renew();
        }
    }

    /** What waits to be added is something that can be done to the network. */
    private void fit(Perturbed answer) {
        Subject subject = answer.subject();
        List<Kind> kinds = Kind.of(subject);
        if (model.chosenProperty().get() != PerturbModel.NONE || kinds.isEmpty()) {
            return;
        }
        Form form = model.formProperty().get();
        Form possible = kinds.contains(form.kind()) ? form : form.with(kinds.getFirst());
        int most = possible.kind().targets(subject) - 1;
        model.form.set(possible.withTarget(Math.clamp(possible.target(), 0, most))
                .withCell(possible.cell().in(subject)));
    }
}
