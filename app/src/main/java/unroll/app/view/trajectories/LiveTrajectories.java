package unroll.app.view.trajectories;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.AnswerView;
import unroll.app.view.Cues;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.app.view.trajectories.Trajectories.Axes;

/** The trajectories of the hidden state in its principal plane, along axes that stay until a person wants others. */
public final class LiveTrajectories extends AnswerView<Trajectories> {
    public static final String NAME = "trajectories";

    /** More trajectories could not be told apart. */
    private static final int MOST = 24;

    /** How often a person has asked for new axes. */
    private final IntegerProperty fits = new SimpleIntegerProperty(this, "fits");

    /** The axes of a film, which are those of the window; otherwise they are found at the first answer. */
    private Optional<Axes> given = Optional.empty();

    public LiveTrajectories() {
        super(Trajectories.NONE);
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Trajectories",
                KeyCode.DIGIT7,
                "The hidden state of each test sequence as a path through the two directions in which states differ"
                        + " most (principal components).");
    }

    @Override
    public Card card(Cues cues) {
        return TrajectoriesCard.of(title(), answerProperty(), cues, () -> fits.set(fits.get() + 1));
    }

    /** Each question finds its own axes, and keeps them. */
    @Override
    public Source<Trajectories> source(Cues cues) {
        return new Source.Probed<>(
                Bindings.createObjectBinding(
                        () -> new TrajectoriesProbe(
                                cues.runProperty().get().sequences(),
                                MOST,
                                given,
                                cues.runProperty().get().appearance()),
                        cues.runProperty(),
                        fits),
                true);
    }

    @Override
    public LiveTrajectories twin() {
        LiveTrajectories twin = new LiveTrajectories();
        twin.show(answerProperty().get());
        twin.given = Optional.of(answerProperty().get())
                .filter(answer -> !answer.projected().isEmpty())
                .map(Trajectories::axes);
        return twin;
    }
}
