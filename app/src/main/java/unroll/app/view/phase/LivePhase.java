package unroll.app.view.phase;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.probe.Probe;

/** How the states of a network move while its input is held: where they rest, and what becomes of one that somebody starts. */
public final class LivePhase implements LiveView<PhasePicture> {
    public static final String NAME = "phase";

    private final PhaseModel model;

    /** Whether it is one of a film: then all of a network is asked for at once. */
    private final boolean filmed;

    /** @param window runs what touches the window */
    public LivePhase(Executor window) {
        this(new PhaseModel(thread("unroll-phase"), thread("unroll-phase-start"), window), false);
    }

    private LivePhase(PhaseModel model, boolean filmed) {
        this.model = model;
        this.filmed = filmed;
    }

    /** It waits while nobody looks. */
    private static Executor thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    public PhaseModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Phase portrait",
                KeyCode.P,
                "Where hidden states go while the input is held: arrows, lines on which a number does not change"
                        + " (nullclines), fixed points, basins, and the way of a state that you start. Full points are"
                        + " stable, half full ones saddles, open ones sources.");
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        return PhaseCard.of(title(), model);
    }

    @Override
    public Source<PhasePicture> source(Cues cues) {
        return new Source.Probed<>(
                Bindings.createObjectBinding(
                        () -> question(cues),
                        cues.sequenceProperty(),
                        cues.timeProperty(),
                        model.heldProperty(),
                        model.pictureProperty().map(now -> now.look().symbols())),
                false);
    }

    private Probe<PhasePicture> question(Cues cues) {
        PhaseProbe network = new PhaseProbe(
                cues.sequenceProperty().get() - 1,
                model.heldProperty().get(),
                model.meansStep() ? cues.timeProperty().get() : 0);
        return filmed
                ? new PhaseFilm(
                        network,
                        model.pictureProperty().get().frame(),
                        model.basinsProperty().get())
                : network;
    }

    @Override
    public void show(PhasePicture answer) {
        model.take(answer);
    }

    @Override
    public void begin(RunHead run) {
        model.begin(run);
    }

    @Override
    public LivePhase twin() {
        return new LivePhase(model.still(), true);
    }
}
