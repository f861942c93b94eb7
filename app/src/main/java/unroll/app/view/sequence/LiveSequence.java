package unroll.app.view.sequence;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.control.Card;
import unroll.app.control.FittingRow;
import unroll.app.sequence.Depiction;
import unroll.app.sequence.Excerpt;
import unroll.app.sequence.Film;
import unroll.app.sequence.SequenceView;
import unroll.app.sound.Sound;
import unroll.app.sound.SoundControls;
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
    private final Optional<Sound> sound;

    /** How the task of the run before looks. */
    private Class<?> appeared = Appearance.class;

    /** A view of which nothing is heard. */
    public LiveSequence(ObservableValue<List<Perturbation>> perturbations) {
        this(perturbations, Optional.empty());
    }

    /**
     * A view whose music is heard.
     *
     * @param perturbations what a person does to the network: its answer is then seen beside that of the network left alone
     */
    public LiveSequence(ObservableValue<List<Perturbation>> perturbations, Sound sound) {
        this(perturbations, Optional.of(sound));
    }

    private LiveSequence(ObservableValue<List<Perturbation>> perturbations, Optional<Sound> sound) {
        this.perturbations = perturbations;
        this.sound = sound;
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
        Card card = new Card(
                title(), sound.<Node>map(heard -> withBar(view, heard, cues)).orElse(view));
        ObservableValue<String> number = Bindings.createStringBinding(
                () -> "number " + cues.sequenceProperty().get() + " of "
                        + cues.runProperty().get().sequences(),
                cues.sequenceProperty(),
                cues.runProperty());
        card.subtitleProperty()
                .bind(sound.<ObservableValue<String>>map(heard -> withSilence(number, heard))
                        .orElse(number));
        return card;
    }

    /** Says behind the number that nothing is heard, where there would be something. */
    private ObservableValue<String> withSilence(ObservableValue<String> number, Sound heard) {
        return Bindings.createStringBinding(
                () -> depiction.get() instanceof Excerpt && !heard.silence().isEmpty()
                        ? number.getValue() + " \u00b7 " + heard.silence()
                        : number.getValue(),
                number,
                heard.whySilentProperty(),
                depiction);
    }

    private Node withBar(SequenceView view, Sound heard, Cues cues) {
        FittingRow bar = new FittingRow();
        bar.getStyleClass().addAll("sound-bar", "for-hands");
        depiction.subscribe(now -> {
            if (now instanceof Excerpt && bar.getChildren().isEmpty()) {
                SoundControls.addTo(
                        bar, heard, cues, List.of(Sound.Part.TRUTH, Sound.Part.PREDICTION, Sound.Part.FREE_RUN));
            }
        });
        bar.visibleProperty().bind(depiction.map(Excerpt.class::isInstance));
        bar.managedProperty().bind(bar.visibleProperty());
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox both = new VBox(view, bar);
        both.setMinSize(0, 0);
        return both;
    }

    @Override
    public Source<SequenceLook> source(Cues cues) {
        return new Source.Probed<>(SequenceQuestion.of(cues, perturbations), false);
    }

    @Override
    public void show(SequenceLook look) {
        depiction.set(look.depiction());
        perturbed.set(look.perturbed());
        if (look.depiction() instanceof Excerpt excerpt) {
            sound.ifPresent(heard -> {
                heard.offer(Sound.Part.TRUTH, excerpt::truthRoll);
                heard.offer(Sound.Part.PREDICTION, excerpt::predictionRoll);
                heard.offer(Sound.Part.FREE_RUN, excerpt::freeRunRoll);
            });
        }
    }

    /** What was seen stays until the first answer, so that nothing flickers, unless the other task looks differently. */
    @Override
    public void begin(RunHead run) {
        sound.ifPresent(Sound::withdraw);
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
