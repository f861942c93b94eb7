package unroll.app.view.netview;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.QuietToggle;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.app.view.weights.WeightHand;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.Probe;

/** The network as circles and connections at the marked time step, and the sum of each unit. */
public final class LiveNetwork implements LiveView<NetworkLook> {
    public static final String NAME = "netview";

    private final NetworkModel model;
    private final Optional<WeightHand> hand;

    /**
     * A view of no network yet.
     *
     * @param hand tries weights
     * @param perturbations what is done to the network
     */
    public LiveNetwork(WeightHand hand, ObservableValue<List<Perturbation>> perturbations) {
        this(new NetworkModel(), Optional.of(hand));
        perturbations.subscribe(model::perturb);
    }

    private LiveNetwork(NetworkModel model, Optional<WeightHand> hand) {
        this.model = model;
        this.hand = hand;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                "Network",
                KeyCode.N,
                "Units as circles with their values at the marked step, and their connections. A click on a unit writes"
                        + " its sum; a drag changes a weight, which is tried as in Perturb.");
    }

    @Override
    public boolean atFirst() {
        return false;
    }

    @Override
    public Card card(Cues cues) {
        NetworkView view = new NetworkView(model, hand);
        view.timeProperty().bindBidirectional(cues.timeProperty());
        model.weightProperty().bindBidirectional(cues.weightProperty());
        model.unitProperty().subscribe(place -> tell(cues, place));
        cues.unitProperty().subscribe(unit -> follow(unit.intValue()));
        Chooser gates = new Chooser("Gate", "Which gate's weights are drawn", model::chooseGate);
        Runnable show = () -> gates.show(
                Bundle.gates(model.lookProperty().get().anatomy()),
                model.gateProperty().get());
        model.lookProperty().subscribe(show);
        model.gateProperty().subscribe(show);
        Card card = new Card(
                title(),
                view,
                new QuietToggle(
                        "unrolled",
                        "Time steps side by side, lit one after the other as the time cursor moves",
                        model.unrolledProperty()),
                new QuietToggle(
                        "errors",
                        "The derivative of the loss by each unit in place of its value: it comes from the last step"
                                + " back",
                        model.errorsProperty()));
        card.addTool(gates, gates.severalProperty());
        card.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(view.frameProperty().get()), view.frameProperty()));
        return card;
    }

    private static String words(NetworkFrame frame) {
        return frame.empty()
                ? ""
                : (frame.errors() ? "dL/dh" : "values") + " at step " + (frame.time() + 1)
                        + (frame.errors() ? ", full colour " + Figures.of(frame.limit(0)) : "");
    }

    /** A hidden unit that other views show is chosen there too. */
    private void tell(Cues cues, UnitPlace place) {
        Anatomy anatomy = model.lookProperty().get().anatomy();
        if (!place.none() && anatomy.layers().get(place.row()).units() == anatomy.hidden()) {
            cues.unitProperty().set(place.unit());
        }
    }

    private void follow(int unit) {
        Anatomy anatomy = model.lookProperty().get().anatomy();
        for (int row = 0; unit >= 0 && row < anatomy.layers().size(); row++) {
            boolean shown = unit < anatomy.units(anatomy.layers().get(row)).shown();
            if (anatomy.layers().get(row).units() == anatomy.hidden() && shown) {
                model.unitProperty().set(new UnitPlace(row, unit));
            }
        }
    }

    @Override
    public Source<NetworkLook> source(Cues cues) {
        return new Source.Probed<>(NetworkProbe.of(cues, model.done(), NetworkProbe.CIRCLES), true);
    }

    @Override
    public Optional<ObservableValue<? extends Probe<NetworkLook>>> past(Cues cues) {
        return Optional.of(NetworkProbe.of(cues, model.done(), NetworkProbe.CIRCLES));
    }

    @Override
    public void show(NetworkLook look) {
        model.show(look);
    }

    @Override
    public void begin(RunHead run) {
        model.begin();
    }

    @Override
    public LiveNetwork twin() {
        return new LiveNetwork(model.twin(), Optional.empty());
    }
}
