package unroll.app.view.dreams;

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

/** What a network dreams after the beginning of a film: a test sequence, or balls that somebody throws. */
public final class LiveDreams implements LiveView<DreamsLook> {
    public static final String NAME = "dreams";

    private final DreamsModel model;

    /** A view of no network yet. */
    public LiveDreams() {
        this(new DreamsModel());
    }

    private LiveDreams(DreamsModel model) {
        this.model = model;
    }

    public DreamsModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Dreams",
                KeyCode.D,
                "How a film may go on from where the network receives its own dreams, one of the things that may come"
                        + " at each step; a Boltzmann machine has several. Throw balls for a beginning of your own.");
    }

    /** Only films are dreamed. */
    @Override
    public ObservableValue<Boolean> applies() {
        return model.pictureProperty().map(picture -> picture.isPresent());
    }

    @Override
    public void addTo(Commands.Group commands, ObservableValue<Boolean> open, Runnable show) {
        ObservableValue<Boolean> dreams = Bindings.createBooleanBinding(
                () -> open.getValue() && applies().getValue(), open, model.pictureProperty());
        commands.add("dreams.again", "Dreams: dream something else", dreams, () -> {
                    show.run();
                    model.takeProperty().set(model.takeProperty().get() + 1);
                })
                .add("dreams.clear", "Dreams: take the thrown balls away", dreams, model::clear)
                .add("dreams.empty", "Dreams: empty the box, to throw balls into", dreams, model::empty);
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        return DreamsCard.of(title(), model, cues);
    }

    @Override
    public Source<DreamsLook> source(Cues cues) {
        return new Source.Probed<>(
                Bindings.createObjectBinding(
                        () -> new DreamsQuestion(
                                model.pictureProperty().get(),
                                cues.sequenceProperty().get(),
                                model.thrownProperty().get(),
                                cues.freeRunFromProperty().get(),
                                model.takeProperty().get()),
                        model.pictureProperty(),
                        cues.sequenceProperty(),
                        model.thrownProperty(),
                        cues.freeRunFromProperty(),
                        model.takeProperty()),
                true);
    }

    @Override
    public void show(DreamsLook look) {
        model.show(look);
    }

    @Override
    public void begin(RunHead run) {
        model.begin(run);
    }

    @Override
    public LiveDreams twin() {
        return new LiveDreams(model.twin());
    }
}
