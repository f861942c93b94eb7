package unroll.app.view.fields;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.task.Appearance;

/** The weights between a picture and each unit drawn as a picture, with those between the units (thesis fig. 3.4). */
public final class LiveFields implements LiveView<Fields> {
    public static final String NAME = "fields";

    private final FieldsModel model;
    private final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(this, "applies");

    /** A view of no network yet. */
    public LiveFields() {
        this(new FieldsModel());
    }

    private LiveFields(FieldsModel model) {
        this.model = model;
    }

    public FieldsModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                FieldsCard.TITLE,
                KeyCode.F,
                "For each unit its weights to the pixels, drawn where the pixels lie: what the unit looks for. Beside"
                        + " them the weights between the units, in the same order.");
    }

    /** Only a task whose inputs are pictures has receptive fields that look like something. */
    @Override
    public ObservableValue<Boolean> applies() {
        return applies.getReadOnlyProperty();
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        return FieldsCard.of(model, cues.unitProperty());
    }

    @Override
    public Source<Fields> source(Cues cues) {
        return new Source.Probed<>(
                Bindings.createObjectBinding(
                        () -> question(cues.runProperty().get()), cues.runProperty(), model.partProperty()),
                false);
    }

    private FieldsProbe question(RunHead run) {
        return run.appearance() instanceof Appearance.Picture picture
                ? new FieldsProbe(model.partProperty().get(), picture.width(), picture.height())
                : new FieldsProbe(model.partProperty().get(), 0, 0);
    }

    @Override
    public void show(Fields fields) {
        model.show(fields);
    }

    @Override
    public void begin(RunHead run) {
        model.show(Fields.NONE);
        applies.set(run.appearance() instanceof Appearance.Picture picture
                && FieldPart.any(run.parts(), picture.width() * picture.height()));
    }

    @Override
    public LiveFields twin() {
        LiveFields twin = new LiveFields(model.twin());
        twin.applies.set(applies.get());
        return twin;
    }
}
