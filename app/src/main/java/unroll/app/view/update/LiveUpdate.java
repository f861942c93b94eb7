package unroll.app.view.update;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.control.Numbers;
import unroll.app.control.QuietToggle;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;

/** The inside of an optimiser's updates, where it has readings of it. */
public final class LiveUpdate implements LiveView<UpdateRecord> {
    public static final String NAME = "update";

    private final ObservableValue<UpdateRecord> recorded;
    private final UpdateModel model = new UpdateModel();

    /** @param recorded by the run that is open */
    public LiveUpdate(ObservableValue<UpdateRecord> recorded) {
        this.recorded = recorded;
    }

    public UpdateModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Update",
                KeyCode.U,
                "What the optimiser does in each update: how long its steps are, and what it measures on the way.");
    }

    @Override
    public ObservableValue<Boolean> applies() {
        return recorded.map(UpdateRecord::hasReadings);
    }

    @Override
    public Card card(Cues cues) {
        UpdateView view = new UpdateView();
        view.dataProperty().bind(model.dataProperty());
        view.chosenProperty().bindBidirectional(model.chosenProperty());
        cues.lookedBackProperty().subscribe(update -> model.follow(update.longValue()));
        QuietToggle newest = new QuietToggle("newest", "Show each update while it is made (End)");
        newest.setOnAction(event -> model.chosenProperty()
                .set(newest.isSelected() ? 0 : model.dataProperty().get().shown()));
        model.chosenProperty().subscribe(chosen -> newest.setSelected(chosen.longValue() == 0));
        Card card = new Card(title(), view, newest);
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(
                                model.dataProperty().get().shown(),
                                recorded.getValue().update()),
                        model.dataProperty(),
                        recorded));
        return card;
    }

    private static String words(long shown, long updates) {
        if (shown == 0) {
            return "";
        }
        String number = "number " + Numbers.whole(shown);
        return shown > updates ? number + ", being made" : number + " of " + Numbers.whole(updates);
    }

    @Override
    public Source<UpdateRecord> source(Cues cues) {
        return new Source.Recorded<>(recorded);
    }

    @Override
    public void show(UpdateRecord record) {
        model.show(record);
    }

    @Override
    public void begin(RunHead run) {
        model.clear();
    }

    @Override
    public LiveUpdate twin() {
        LiveUpdate twin = new LiveUpdate(new ReadOnlyObjectWrapper<>(recorded.getValue()));
        twin.show(recorded.getValue());
        return twin;
    }
}
