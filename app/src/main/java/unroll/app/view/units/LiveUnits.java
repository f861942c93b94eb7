package unroll.app.view.units;

import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.AnswerView;
import unroll.app.view.Cues;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** What each hidden unit does, of which one is chosen for all views. */
public final class LiveUnits extends AnswerView<Units> {
    public static final String NAME = "units";

    /** The profile of a unit changes little with more test sequences. */
    private static final int SEQUENCES = 20;

    public LiveUnits() {
        super(Units.NONE);
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Units",
                KeyCode.DIGIT9,
                "For each hidden unit what it follows most, for how many steps its value lasts, and how often its"
                        + " inputs hardly move it.");
    }

    @Override
    public Card card(Cues cues) {
        return UnitsCard.of(title(), answerProperty(), cues.unitProperty());
    }

    @Override
    public Source<Units> source(Cues cues) {
        return new Source.Probed<>(
                cues.runProperty().map(run -> new UnitsProbe(Math.min(SEQUENCES, run.sequences()), run.appearance())),
                true);
    }

    @Override
    public LiveUnits twin() {
        LiveUnits twin = new LiveUnits();
        twin.show(answerProperty().get());
        return twin;
    }
}
