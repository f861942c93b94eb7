package unroll.app.view.perturb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import unroll.app.control.Numbers;
import unroll.app.edit.History;
import unroll.app.view.Cues;
import unroll.engine.perturb.HeldWeight;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Subject;
import unroll.engine.setting.SharedSettings;

/** Changes the perturbations of the network, with undo. */
public final class PerturbController {
    private final PerturbModel model = new PerturbModel();
    private final IntegerProperty time;
    private final History<List<Perturbation>> history = new History<>(List.of());

    /** The unit that a person pointed at last, from 1. */
    private int pointedAt = 1;

    /** @param cues mark the step at which a perturbation is added, and its unit */
    public PerturbController(Cues cues) {
        time = cues.timeProperty();
        history.valueProperty().subscribe(this::show);
        time.subscribe(this::follow);
        cues.unitProperty().subscribe(unit -> pointAt(unit.intValue()));
        model.answerProperty().subscribe((Runnable) this::fit);
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

    /** Adds the perturbation in the row, at the time step that is marked. */
    public void add() {
        Perturbation next = model.formProperty().get().from(step());
        List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
        all.add(next);
        history.apply("Add " + words(next), List.copyOf(all));
        choose(all.size() - 1);
    }

    /** Holds weights, in place of what held the same ones before. */
    public void hold(List<HeldWeight> weights) {
        List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
        int last = PerturbModel.NONE;
        for (HeldWeight weight : weights) {
            int before = holder(weight);
            last = before == PerturbModel.NONE ? all.size() : before;
            if (before == PerturbModel.NONE) {
                all.add(weight);
            } else {
                all.set(before, weight);
            }
        }
        String what = weights.size() == 1 ? words(weights.getFirst()) : weights.size() + " weights";
        history.apply("Hold " + what, List.copyOf(all));
        choose(last);
    }

    /** Gives a weight back to the network. */
    public void letGo(HeldWeight weight) {
        int before = holder(weight);
        if (before != PerturbModel.NONE) {
            remove(before);
        }
    }

    private int holder(HeldWeight weight) {
        List<Perturbation> all = history.valueProperty().get();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof HeldWeight held && held.sameWeight(weight)) {
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
        int index = next();
        if (index >= 0) {
            remove(index);
        }
    }

    /** Which perturbation would be taken away next; -1 for none. */
    int next() {
        int chosen = model.chosenProperty().get();
        return chosen == PerturbModel.NONE ? history.valueProperty().get().size() - 1 : chosen;
    }

    /** Takes all perturbations away. */
    public void clear() {
        model.chosen.set(PerturbModel.NONE);
        history.apply("Take all perturbations away", List.of());
    }

    /** Chooses a kind of which {@code first} is one; what it has in common with the row's stays as it is. */
    public void take(Perturbation first) {
        Perturbation now = model.formProperty().get();
        Perturbation here =
                now.aimsAtUnit() ? first.from(step()) : first.from(step()).to(pointedAt);
        set(SharedSettings.keep(here, "", (Record) now).in(model.subject()));
    }

    /** Puts what is to be done next into the row, at the time step that is marked. */
    public void prepare(Perturbation next) {
        model.chosen.set(PerturbModel.NONE);
        set(next.from(step()));
    }

    /** What is to be done to a unit next is done to this one, from 0; with -1 nothing changes. */
    private void pointAt(int unit) {
        if (unit < 0) {
            return;
        }
        pointedAt = unit + 1;
        Perturbation form = model.formProperty().get();
        if (model.chosenProperty().get() == PerturbModel.NONE && form.aimsAtUnit()) {
            set(form.to(pointedAt));
        }
    }

    /** Has the chosen perturbation begin at the time step that is marked. */
    public void moveHere() {
        set(model.formProperty().get().from(step()));
    }

    /** Changes the perturbation in the row; one that was possible stays possible: a bias has fewer rows than a matrix. */
    void edit(Perturbation form) {
        Subject subject = model.subject();
        set(model.formProperty().get().refusal(subject).isEmpty() ? form.in(subject) : form);
    }

    /** Puts a perturbation into the row: it replaces the chosen one; where none is chosen it is the next to add, and its step is marked. */
    private void set(Perturbation form) {
        int chosen = model.chosenProperty().get();
        model.form.set(form);
        if (chosen == PerturbModel.NONE) {
            int from = form.steps().from();
            time.set(from < 0 ? time.get() : from);
            return;
        }
        List<Perturbation> all = new ArrayList<>(history.valueProperty().get());
        Perturbation before = all.set(chosen, form);
        history.apply(words(before) + " \u2192 " + words(form), List.copyOf(all));
    }

    // How one follows from another

    private String words(Perturbation perturbation) {
        return perturbation.words(model.subject(), Numbers::tick);
    }

    /** The time step that is marked, from 1. */
    private int step() {
        return time.get() + 1;
    }

    private void show(List<Perturbation> now) {
        if (model.chosenProperty().get() >= now.size()) {
            model.chosen.set(PerturbModel.NONE);
        }
        model.perturbations.set(now);
        renew();
    }

    /** The row has the chosen perturbation. */
    private void renew() {
        int chosen = model.chosenProperty().get();
        model.form.set(
                chosen == PerturbModel.NONE
                        ? model.formProperty().get().from(step())
                        : history.valueProperty().get().get(chosen));
    }

    private void follow() {
        if (model.chosenProperty().get() == PerturbModel.NONE) {
            renew();
        }
    }

    /** The next to add is one that is possible for the network. */
    private void fit() {
        if (model.chosenProperty().get() == PerturbModel.NONE) {
            Subject subject = model.subject();
            Perturbation form = model.formProperty().get();
            Stream.concat(Stream.of(form), Perturbation.kinds().stream())
                    .filter(perturbation -> perturbation.possible(subject))
                    .findFirst()
                    .ifPresent(possible -> model.form.set(possible.from(step()).in(subject)));
        }
    }
}
