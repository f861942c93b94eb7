package unroll.app.view.trajectories;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.app.view.trajectories.Trajectories.Axes;

/** The hidden state's ways through its principal plane, along axes that stay until a person wants others. */
public final class LiveTrajectories implements LiveView<Trajectories> {
    public static final String NAME = "trajectories";

    /** So many ways can be told apart. */
    private static final int MOST = 24;

    private final ReadOnlyObjectWrapper<Trajectories> ways =
            new ReadOnlyObjectWrapper<>(this, "ways", Trajectories.NONE);

    /** How often a person has asked for new axes. */
    private final IntegerProperty fits = new SimpleIntegerProperty(this, "fits");

    /** The axes of a film, which are those of the window; otherwise they are found at the first answer. */
    private Optional<Axes> given = Optional.empty();

    /** The ways of the test sequences. */
    public ReadOnlyObjectProperty<Trajectories> waysProperty() {
        return ways.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(NAME, "Trajectories", KeyCode.DIGIT7);
    }

    @Override
    public Card card(Cues cues) {
        return TrajectoriesCard.of(title(), ways, cues, () -> fits.set(fits.get() + 1));
    }

    /** Each question finds its own axes, and keeps them. */
    @Override
    public Source<Trajectories> source(Cues cues) {
        return new Source.Probed<>(
                Bindings.createObjectBinding(
                        () -> new TrajectoriesProbe(
                                Math.min(MOST, cues.runProperty().get().sequences()), given),
                        cues.runProperty(),
                        fits),
                true);
    }

    @Override
    public void show(Trajectories answer) {
        ways.set(answer);
    }

    @Override
    public void begin(RunHead run) {
        ways.set(Trajectories.NONE);
    }

    @Override
    public LiveTrajectories twin() {
        LiveTrajectories twin = new LiveTrajectories();
        twin.show(ways.get());
        twin.given = Optional.of(ways.get())
                .filter(answer -> !answer.ways().isEmpty())
                .map(Trajectories::axes);
        return twin;
    }
}
