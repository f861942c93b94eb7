package unroll.app.view.histograms;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.probe.Probe;

/** How the numbers of a matrix and their gradient are distributed, now and at every update that was looked at. */
public final class LiveHistograms implements LiveView<Histograms> {
    public static final String NAME = "histograms";

    /** The gradient is a mean over so many test sequences, if there are so many: enough not to be that of one odd sequence. */
    private static final int SEQUENCES = 10;

    private final HistogramsModel model = new HistogramsModel();

    public HistogramsModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                HistogramsCard.TITLE,
                KeyCode.H,
                "How the numbers of a matrix or bias and of its gradient are distributed, at each update that is"
                        + " remembered: the median in the middle of bands that hold 68 % and 98 % of them.");
    }

    @Override
    public Card card(Cues cues) {
        return HistogramsCard.of(model);
    }

    @Override
    public Source<Histograms> source(Cues cues) {
        return new Source.Probed<>(model.questionProperty(), true);
    }

    @Override
    public Optional<ObservableValue<? extends Probe<Histograms>>> past(Cues cues) {
        return Optional.of(model.questionProperty());
    }

    @Override
    public void recall(Histograms answer) {
        model.recall(answer);
    }

    @Override
    public void show(Histograms answer) {
        model.show(answer);
    }

    @Override
    public void begin(RunHead run) {
        model.clear();
        model.ask(new HistogramsQuestion(model.questionProperty().get().part(), Math.min(SEQUENCES, run.sequences())));
    }

    /** Its history begins with the film. */
    @Override
    public LiveHistograms twin() {
        LiveHistograms twin = new LiveHistograms();
        twin.model.ask(model.questionProperty().get());
        return twin;
    }
}
