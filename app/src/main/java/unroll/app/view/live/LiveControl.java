package unroll.app.view.live;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.command.Commands;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** What a network controls, in real time: somebody moves the target, pushes, puts a weight there, and sees it correct that. */
public final class LiveControl implements LiveView<LiveLook> {
    public static final String NAME = "live";

    static final String GO = "live.go";
    static final String AGAIN = "live.again";
    static final String UNDO = "live.undo";
    static final String REPLAY = "live.replay";

    private final LiveModel model;

    /** @param window runs what touches the window */
    public LiveControl(Executor window) {
        this(new LiveModel(thread(), System::nanoTime, window));
    }

    private LiveControl(LiveModel model) {
        this.model = model;
    }

    /** It waits while nothing moves. */
    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("unroll-live").factory());
    }

    public LiveModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Live",
                KeyCode.L,
                "The network in real time: move its target, push what it moves, put a weight there or let it see"
                        + " later, and watch it correct that. Computed on the processor in double precision.");
    }

    /** Only something that is controlled can be pushed. */
    @Override
    public ObservableValue<Boolean> applies() {
        return model.controlsProperty();
    }

    @Override
    public void addTo(Commands.Group commands, ObservableValue<Boolean> open, Runnable show) {
        ObservableValue<Boolean> controls = Bindings.createBooleanBinding(
                () -> open.getValue() && model.controlsProperty().get(), open, model.controlsProperty());
        commands.add(GO, "Live: hold the movement, or let it go on", controls, () -> {
                    show.run();
                    model.goingProperty().set(!model.goingProperty().get());
                })
                .add(AGAIN, "Live: start over, at rest", controls, () -> {
                    show.run();
                    model.startOver();
                })
                .add(UNDO, "Live: undo the last push or other act", controls, () -> {
                    show.run();
                    model.undo();
                })
                .add(REPLAY, "Live: the last push or other act again", controls, () -> {
                    show.run();
                    model.replay();
                });
    }

    @Override
    public Card card(Cues cues) {
        return LiveCard.of(title(), model);
    }

    @Override
    public Source<LiveLook> source(Cues cues) {
        return new Source.Probed<>(cues.runProperty().map(run -> new LiveProbe(run.sequences())), false);
    }

    @Override
    public void look(boolean seen) {
        model.look(seen);
    }

    @Override
    public void show(LiveLook look) {
        model.take(look);
    }

    @Override
    public void begin(RunHead run) {
        model.begin(run);
    }

    @Override
    public LiveControl twin() {
        return new LiveControl(model.still());
    }
}
