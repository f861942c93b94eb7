package unroll.app.view.perturb;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.sequence.Portrayal;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** The run of a network that is perturbed as a person chose, beside its run left alone. */
public final class LivePerturb implements LiveView<Perturbed> {
    public static final String NAME = "perturb";

    private final PerturbModel model;
    private final Optional<PerturbController> controller;

    /** @param controller decides what is done to the network */
    public LivePerturb(PerturbController controller) {
        this(controller.model(), Optional.of(controller));
    }

    private LivePerturb(PerturbModel model, Optional<PerturbController> controller) {
        this.model = model;
        this.controller = controller;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Perturb",
                KeyCode.DIGIT8,
                "Does a small disturbance grow or die away? The same sequence undisturbed and disturbed, and how far"
                        + " the two are apart.");
    }

    @Override
    public Card card(Cues cues) {
        return PerturbCard.of(title(), model, controller, cues);
    }

    @Override
    public Source<Perturbed> source(Cues cues) {
        return new Source.Probed<>(
                Bindings.createObjectBinding(
                        () -> new PerturbProbe(
                                cues.sequenceProperty().get() - 1,
                                model.free.get()
                                        ? OptionalInt.of(
                                                cues.freeRunFromProperty().get())
                                        : OptionalInt.empty(),
                                model.perturbations.get(),
                                model.shown.get(),
                                model.naming.get()),
                        cues.sequenceProperty(),
                        cues.freeRunFromProperty(),
                        model.free,
                        model.perturbations,
                        model.shown,
                        model.naming),
                true);
    }

    @Override
    public void show(Perturbed answer) {
        model.answer.set(answer);
    }

    @Override
    public void begin(RunHead run) {
        model.naming.set(Naming.of(Portrayal.of(run.appearance())));
        model.answer.set(Perturbed.NONE);
    }

    @Override
    public LivePerturb twin() {
        return new LivePerturb(model.twin(), Optional.empty());
    }
}
