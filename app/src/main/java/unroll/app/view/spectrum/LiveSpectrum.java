package unroll.app.view.spectrum;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.probe.Probe;

/** The eigenvalues of a recurrent matrix, now, and their radius at every update that was looked at. */
public final class LiveSpectrum implements LiveView<Eigen> {
    public static final String NAME = "spectrum";

    private final SpectrumModel model = new SpectrumModel();
    private final ReadOnlyBooleanWrapper applies = new ReadOnlyBooleanWrapper(this, "applies", true);

    public SpectrumModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                SpectrumCard.TITLE,
                KeyCode.DIGIT6,
                "The eigenvalues of the recurrent matrix in the complex plane: outside the unit circle a linear"
                        + " network explodes, inside it forgets.");
    }

    /** A network that has no square recurrent matrix has no eigenvalues. */
    @Override
    public ObservableValue<Boolean> applies() {
        return applies.getReadOnlyProperty();
    }

    @Override
    public Card card(Cues cues) {
        return SpectrumCard.of(model);
    }

    @Override
    public Source<Eigen> source(Cues cues) {
        return new Source.Probed<>(model.chosenProperty().map(SpectrumProbe::new), true);
    }

    @Override
    public Optional<ObservableValue<? extends Probe<Eigen>>> past(Cues cues) {
        return Optional.of(model.chosenProperty().map(SpectrumProbe::new));
    }

    @Override
    public void recall(Eigen eigen) {
        model.recall(eigen);
    }

    @Override
    public void show(Eigen eigen) {
        model.show(eigen);
    }

    @Override
    public void begin(RunHead run) {
        model.clear();
        applies.set(!Eigen.square(run.parts()).isEmpty());
    }

    /** The radii of its own film are drawn in it. */
    @Override
    public LiveSpectrum twin() {
        LiveSpectrum twin = new LiveSpectrum();
        twin.model.choose(model.chosenProperty().get());
        return twin;
    }
}
