package unroll.app.view.shares;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.AnswerView;
import unroll.app.view.Cues;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.Probe;

/** What each use of a weight over the time steps contributes to its gradient. */
public final class LiveShares extends AnswerView<SharesLook> {
    public static final String NAME = "shares";

    private final ObservableValue<List<Perturbation>> perturbations;

    /** @param perturbations what is done to the network */
    public LiveShares(ObservableValue<List<Perturbation>> perturbations) {
        super(SharesLook.NONE);
        this.perturbations = perturbations;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Shares",
                KeyCode.S,
                "The gradient of one weight as a sum: a bar for its use at each time step of the test sequence, and"
                        + " below their running sum. The weight is chosen here or in Network.");
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        return SharesCard.of(title(), answerProperty(), cues);
    }

    @Override
    public Source<SharesLook> source(Cues cues) {
        return new Source.Probed<>(SharesQuestion.of(cues, perturbations), true);
    }

    @Override
    public Optional<ObservableValue<? extends Probe<SharesLook>>> past(Cues cues) {
        return Optional.of(SharesQuestion.of(cues, perturbations));
    }

    @Override
    public LiveShares twin() {
        LiveShares twin = new LiveShares(new ReadOnlyObjectWrapper<>(perturbations.getValue()));
        twin.show(answerProperty().get());
        return twin;
    }
}
