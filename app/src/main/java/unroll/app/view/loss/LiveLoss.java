package unroll.app.view.loss;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.app.chart.LossChart;
import unroll.app.chart.LossData;
import unroll.app.chart.ScoreRow;
import unroll.app.control.Card;
import unroll.app.control.QuietToggle;
import unroll.app.view.AnswerView;
import unroll.app.view.Cues;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** The loss over the updates, with the scores of the newest test below. */
public final class LiveLoss extends AnswerView<Progress> {
    public static final String NAME = "loss";

    /** The scores, which the status line has too, stand below the curves where these have so many times their height. */
    private static final double CURVES = 3.5;

    private final ObservableValue<Progress> recorded;

    /** Whether it is for a film: it ends at the update that is meant, and the newest scores do not belong to it. */
    private boolean filmed;

    /** Makes the chart; once there is one, others are like it. */
    private Supplier<LossChart> chart = LossChart::new;

    /** @param recorded by the run that is open */
    public LiveLoss(ObservableValue<Progress> recorded) {
        super(Progress.NONE);
        this.recorded = recorded;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Loss",
                KeyCode.DIGIT1,
                "How well the network predicts, over the updates, on the batches that it is trained on and in tests;"
                        + " dashed, what simple predictors reach.");
    }

    @Override
    public Card card(Cues cues) {
        LossChart curves = chart.get();
        chart = curves::twin;
        ObservableValue<LossData> whole = answerProperty().map(Progress::loss);
        if (filmed) { // it grows between the axes of the whole
            curves.dataProperty().set(whole.getValue());
            curves.heldProperty().set(true);
            curves.dataProperty()
                    .bind(cues.lookedBackProperty()
                            .flatMap(at -> whole.map(loss -> at.longValue() < 0 ? loss : loss.upTo(at.longValue()))));
        } else {
            curves.dataProperty().bind(whole);
        }
        curves.markProperty().bind(cues.lookedBackProperty());
        curves.measureProperty().bind(cues.runProperty().map(RunHead::measure));
        Card card = new Card(
                title(),
                filmed ? curves : withScores(curves),
                new QuietToggle("hold", "Axes stay as they are, whatever comes", curves.heldProperty()),
                new QuietToggle("smooth", "A smoothed line over the training loss", curves.smoothProperty()),
                new QuietToggle("log x", "Updates on a logarithmic axis", curves.logAcrossProperty()),
                new QuietToggle("log y", "Loss on a logarithmic axis", curves.logUpProperty()));
        card.subtitleProperty().bind(cues.runProperty().map(RunHead::measure));
        return card;
    }

    private Node withScores(LossChart curves) {
        ScoreRow scores = new ScoreRow();
        answerProperty().map(Progress::scores).subscribe(scores.scoresProperty()::set);
        VBox.setVgrow(curves, Priority.ALWAYS);
        StackPane below = new StackPane(scores);
        below.managedProperty().bind(below.visibleProperty());
        return new VBox(curves, below) {
            @Override
            protected void layoutChildren() {
                below.setVisible(getHeight() >= CURVES * below.prefHeight(-1));
                super.layoutChildren();
            }
        };
    }

    @Override
    public Source<Progress> source(Cues cues) {
        return new Source.Recorded<>(recorded);
    }

    @Override
    public LiveLoss twin() {
        LiveLoss twin = new LiveLoss(recorded);
        twin.show(answerProperty().get());
        twin.filmed = true;
        twin.chart = chart;
        return twin;
    }
}
