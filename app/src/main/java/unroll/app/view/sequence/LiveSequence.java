package unroll.app.view.sequence;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
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
import unroll.engine.perturb.Perturbation;
import unroll.engine.task.Appearance;

/** A test sequence: the truth, what the network predicts, and what it makes of it by itself. */
public final class LiveSequence implements LiveView<SequenceLook> {
    public static final String NAME = "sequence";

    private final ReadOnlyObjectWrapper<Depiction> depiction =
            new ReadOnlyObjectWrapper<>(this, "depiction", Film.EMPTY);

    private final ReadOnlyObjectWrapper<Optional<Depiction>> perturbed =
            new ReadOnlyObjectWrapper<>(this, "perturbed", Optional.empty());

    private final ObservableValue<List<Perturbation>> perturbations;

    /** How the task of the run before looks. */
    private Class<?> appeared = Appearance.class;

    /** @param perturbations what a person does to the network: its answer is then seen beside that of the network left alone */
    public LiveSequence(ObservableValue<List<Perturbation>> perturbations) {
        this.perturbations = perturbations;
    }

    /** The same of the network as it is perturbed, where it is. */
    public ReadOnlyObjectProperty<Optional<Depiction>> perturbedProperty() {
        return perturbed.getReadOnlyProperty();
    }

    /** Truth, prediction and free run. */
    public ReadOnlyObjectProperty<Depiction> depictionProperty() {
        return depiction.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Test sequence",
                KeyCode.DIGIT2,
                "What the network receives and predicts on a sequence that it is not trained on, and where there is"
                        + " one its free run, in which it receives its own predictions.");
    }

    @Override
    public Card card(Cues cues) {
        SequenceView view = new SequenceView();
        view.depictionProperty().bind(depiction);
        view.perturbedProperty().bind(perturbed);
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
        return new Source.Probed<>(SequenceQuestion.of(cues, perturbations), false);
    }

    @Override
    public void show(SequenceLook look) {
        depiction.set(look.depiction());
        perturbed.set(look.perturbed());
    }

    /** What was seen stays until the first answer, so that nothing flickers, unless the other task looks differently. */
    @Override
    public void begin(RunHead run) {
        if (run.appearance().getClass() != appeared) {
            appeared = run.appearance().getClass();
            depiction.set(Film.EMPTY);
            perturbed.set(Optional.empty());
        }
    }

    @Override
    public LiveSequence twin() {
        LiveSequence twin = new LiveSequence(new ReadOnlyObjectWrapper<>(perturbations.getValue()));
        twin.depiction.set(depiction.get());
        twin.perturbed.set(perturbed.get());
        return twin;
    }
}
