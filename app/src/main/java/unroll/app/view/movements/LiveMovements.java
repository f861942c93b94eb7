package unroll.app.view.movements;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.sequence.ControlledPortrayal;
import unroll.app.sequence.Movements;
import unroll.app.sequence.SequenceView;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.probe.Probe;
import unroll.engine.task.Appearance;

/** The movements of all test sequences at once, each beside the cheapest one (thesis fig. 6.1). */
public final class LiveMovements implements LiveView<MovementsLook> {
    public static final String NAME = "movements";

    private final ReadOnlyObjectWrapper<Movements> movements =
            new ReadOnlyObjectWrapper<>(this, "movements", Movements.NONE);
    private final ReadOnlyBooleanWrapper controls = new ReadOnlyBooleanWrapper(this, "controls");

    /** What is shown. */
    public ReadOnlyObjectProperty<Movements> movementsProperty() {
        return movements.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Movements",
                KeyCode.M,
                "Where the hand goes in all test movements at once, beside the cheapest movements for one who knows"
                        + " beforehand all that will act (iLQR).");
    }

    /** Only something that is controlled moves. */
    @Override
    public ObservableValue<Boolean> applies() {
        return controls.getReadOnlyProperty();
    }

    @Override
    public Card card(Cues cues) {
        SequenceView view = new SequenceView();
        view.depictionProperty().bind(movements);
        view.timeProperty().bindBidirectional(cues.timeProperty());
        Card card = new Card(title(), view);
        card.subtitleProperty().bind(movements.map(LiveMovements::words));
        return card;
    }

    private static String words(Movements now) {
        long made = now.tracks().stream()
                .map(Movements.Track::name)
                .filter(ControlledPortrayal.NETWORK::equals)
                .count();
        return made == 0 ? "" : made + " of the test";
    }

    @Override
    public Source<MovementsLook> source(Cues cues) {
        return new Source.Probed<>(question(cues), true);
    }

    @Override
    public Optional<ObservableValue<? extends Probe<MovementsLook>>> past(Cues cues) {
        return Optional.of(question(cues));
    }

    private static ObservableValue<MovementsProbe> question(Cues cues) {
        return cues.runProperty().map(run -> new MovementsProbe(run.appearance(), run.sequences()));
    }

    @Override
    public void show(MovementsLook look) {
        movements.set(look.movements());
    }

    @Override
    public void begin(RunHead run) {
        movements.set(Movements.NONE);
        controls.set(run.appearance() instanceof Appearance.Controlled);
    }

    @Override
    public LiveMovements twin() {
        LiveMovements twin = new LiveMovements();
        twin.movements.set(movements.get());
        twin.controls.set(controls.get());
        return twin;
    }
}
