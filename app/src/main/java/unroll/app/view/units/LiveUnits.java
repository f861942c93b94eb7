package unroll.app.view.units;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** What each hidden unit does, of which one is chosen for all views. */
public final class LiveUnits implements LiveView<Units> {
    public static final String NAME = "units";

    /** So many test sequences say enough of a unit. */
    private static final int SEQUENCES = 20;

    private final ReadOnlyObjectWrapper<Units> units = new ReadOnlyObjectWrapper<>(this, "units", Units.NONE);

    /** The hidden units one by one. */
    public ReadOnlyObjectProperty<Units> unitsProperty() {
        return units.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(NAME, "Units", KeyCode.DIGIT9);
    }

    @Override
    public Card card(Cues cues) {
        return UnitsCard.of(title(), units, cues.unitProperty());
    }

    @Override
    public Source<Units> source(Cues cues) {
        return new Source.Probed<>(
                cues.runProperty().map(run -> new UnitsProbe(Math.min(SEQUENCES, run.sequences()), run.appearance())),
                true);
    }

    @Override
    public void show(Units answer) {
        units.set(answer);
    }

    @Override
    public void begin(RunHead run) {
        units.set(Units.NONE);
    }

    @Override
    public LiveUnits twin() {
        LiveUnits twin = new LiveUnits();
        twin.show(units.get());
        return twin;
    }
}
