package unroll.app.view.flow;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.probe.Probe;

/** How error signals fare on their way back through time, now and at every update that was looked at. */
public final class LiveFlow implements LiveView<FlowLook> {
    public static final String NAME = "flow";

    private final FlowHistory past = new FlowHistory();
    private final ReadOnlyObjectWrapper<FlowData> data = new ReadOnlyObjectWrapper<>(this, "data", FlowData.EMPTY);

    /** What is drawn: as it was when it was last seen. */
    public ReadOnlyObjectProperty<FlowData> dataProperty() {
        return data.getReadOnlyProperty();
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Gradient flow",
                KeyCode.DIGIT4,
                "Do the error signals vanish or explode on their way back through time? Above, their size at each time"
                        + " step for the network as it is; below, a row for each earlier look.");
    }

    @Override
    public Card card(Cues cues) {
        FlowView flow = new FlowView();
        flow.dataProperty().bind(data);
        flow.timeProperty().bindBidirectional(cues.timeProperty());
        Card card = new Card(title(), flow);
        card.subtitleProperty().set("updates down, newest at the bottom");
        return card;
    }

    @Override
    public Source<FlowLook> source(Cues cues) {
        return new Source.Probed<>(
                cues.sequenceProperty().map(sequence -> new FlowQuestion(sequence.intValue())), true);
    }

    /** The sizes alone, as {@code unroll gradients --history} has them: Jacobians are drawn of the present. */
    @Override
    public Optional<ObservableValue<? extends Probe<FlowLook>>> past(Cues cues) {
        return Optional.of(cues.sequenceProperty().map(sequence -> new SizesQuestion(sequence.intValue())));
    }

    @Override
    public void recall(FlowLook look) {
        past.recall(look).ifPresent(rows -> data.set(data.get().with(rows)));
    }

    @Override
    public void show(FlowLook look) {
        data.set(past.with(look));
    }

    @Override
    public void begin(RunHead run) {
        past.clear();
        data.set(FlowData.EMPTY);
    }

    /** Its history begins with the film. */
    @Override
    public LiveFlow twin() {
        return new LiveFlow();
    }
}
