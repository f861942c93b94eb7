package unroll.app.view.sequence;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.sequence.Depiction;
import unroll.app.sequence.Film;
import unroll.app.sequence.SequenceView;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.task.Appearance;

/** A test sequence: the truth, what the network predicts, and what it makes of it by itself. */
public final class LiveSequence implements LiveView<SequenceLook> {
    public static final String NAME = "sequence";

    private final ReadOnlyObjectWrapper<Depiction> depiction =
            new ReadOnlyObjectWrapper<>(this, "depiction", Film.EMPTY);

    /** How the task of the run before looks. */
    private Class<?> appeared = Appearance.class;

    /** Truth, prediction and free run. */
    public ReadOnlyObjectProperty<Depiction> depictionProperty() {
        return depiction.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(NAME, "Test sequence", KeyCode.DIGIT2);
    }

    @Override
    public Card card(Cues cues) {
        SequenceView view = new SequenceView();
        view.depictionProperty().bind(depiction);
        view.timeProperty().bindBidirectional(cues.timeProperty());
        Card card = new Card(title(), view);
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> "number " + cues.sequenceProperty().get() + " of "
                                + cues.runProperty().get().sequences(),
                        cues.sequenceProperty(),
                        cues.runProperty()));
        return card;
    }

    @Override
    public Source<SequenceLook> source(Cues cues) {
        return new Source.Probed<>(SequenceQuestion.of(cues), false);
    }

    @Override
    public void show(SequenceLook look) {
        depiction.set(look.depiction());
    }

    /** What was seen stays until the first answer, so that nothing flickers, unless the other task looks differently. */
    @Override
    public void begin(RunHead run) {
        if (run.appearance().getClass() != appeared) {
            appeared = run.appearance().getClass();
            depiction.set(Film.EMPTY);
        }
    }

    @Override
    public LiveSequence twin() {
        LiveSequence twin = new LiveSequence();
        twin.depiction.set(depiction.get());
        return twin;
    }
}
