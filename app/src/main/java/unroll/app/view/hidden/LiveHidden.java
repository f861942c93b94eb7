package unroll.app.view.hidden;

import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.KeyCode;
import unroll.app.chart.Heatmap;
import unroll.app.chart.Matrix;
import unroll.app.control.Card;
import unroll.app.control.QuietToggle;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.app.view.sequence.SequenceLook;
import unroll.app.view.sequence.SequenceQuestion;

/** The hidden states of a network over a test sequence: units down, time steps across. */
public final class LiveHidden implements LiveView<SequenceLook> {
    public static final String NAME = "hidden";

    private final ReadOnlyObjectWrapper<Matrix> states = new ReadOnlyObjectWrapper<>(this, "states", Matrix.EMPTY);

    /** The size of a state that has the full colour: of the largest that was seen in this run, at least 1. */
    private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", 1);

    /** Makes the map; once there is one, others are like it. */
    private Supplier<Heatmap> map = Heatmap::new;

    /** Units down, time steps across. */
    public ReadOnlyObjectProperty<Matrix> statesProperty() {
        return states.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Hidden states",
                KeyCode.DIGIT3,
                "The value of each hidden unit, down, at each time step of the test sequence, across.");
    }

    @Override
    public Card card(Cues cues) {
        Heatmap heatmap = map.get();
        map = heatmap::twin;
        heatmap.matrixProperty().bind(states);
        heatmap.limitProperty().bind(limit);
        heatmap.timeProperty().bindBidirectional(cues.timeProperty());
        heatmap.pointedProperty().bindBidirectional(cues.unitProperty());
        Card card = new Card(
                title(),
                heatmap,
                new QuietToggle("sorted", "Units by their mean state, highest first", heatmap.sortedProperty()));
        card.subtitleProperty()
                .bind(states.map(
                        all -> all.rows() == 0 ? "" : all.rows() + " units \u00d7 " + all.columns() + " steps"));
        return card;
    }

    @Override
    public Source<SequenceLook> source(Cues cues) {
        return new Source.Probed<>(SequenceQuestion.of(cues), false);
    }

    @Override
    public void show(SequenceLook look) {
        limit.set(Math.max(limit.get(), look.hidden().limit()));
        states.set(look.hidden());
    }

    /** What was seen stays until the first answer, so that nothing flickers. */
    @Override
    public void begin(RunHead run) {
        limit.set(1);
    }

    @Override
    public LiveHidden twin() {
        LiveHidden twin = new LiveHidden();
        twin.states.set(states.get());
        twin.limit.set(limit.get());
        twin.map = map;
        return twin;
    }
}
