package unroll.app.view.weights;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import unroll.app.chart.Heatmap;
import unroll.app.command.Commands;
import unroll.app.command.Shortcut;
import unroll.app.control.Card;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.app.view.RunHead;
import unroll.app.view.Source;
import unroll.app.view.ViewName;
import unroll.engine.perturb.HeldWeight;

/** The matrices and biases of a network, of which single weights can be tried at other numbers. */
public final class LiveWeights implements LiveView<WeightMatrix> {
    public static final String NAME = "weights";

    private final WeightsModel model;
    private final Optional<WeightHand> hand;

    /** Makes the map; once there is one, others are like it. */
    private Supplier<Heatmap> map;

    /**
     * A view of no network yet.
     *
     * @param held the weights that a person holds at numbers of their own
     */
    public LiveWeights(WeightHand hand, ObservableValue<List<HeldWeight>> held) {
        this(new WeightsModel(), Optional.of(hand), WeightsCard::map);
        held.subscribe(model::hold);
    }

    private LiveWeights(WeightsModel model, Optional<WeightHand> hand, Supplier<Heatmap> map) {
        this.model = model;
        this.hand = hand;
        this.map = map;
    }

    public WeightsModel model() {
        return model;
    }

    @Override
    public ViewName called() {
        return new ViewName(
                NAME,
                WeightsCard.TITLE,
                KeyCode.DIGIT5,
                "The numbers of each matrix of the network: receiving units down, sending units across. One that is"
                        + " changed is tried in Perturb.");
    }

    @Override
    public void addTo(Commands.Group commands, ObservableValue<Boolean> open, Runnable show) {
        commands.add(
                WeightsCard.CELLS,
                "Weights: numbers in cells, or colours again",
                open,
                () -> {
                    show.run();
                    model.inCellsProperty().set(!model.inCellsProperty().get());
                },
                Shortcut.key(KeyCode.F2));
    }

    @Override
    public Card card(Cues cues) {
        Heatmap heatmap = map.get();
        map = heatmap::twin;
        return WeightsCard.of(model, heatmap, hand);
    }

    @Override
    public Source<WeightMatrix> source(Cues cues) {
        return new Source.Probed<>(model.chosenProperty().map(WeightsProbe::new), false);
    }

    @Override
    public void show(WeightMatrix weights) {
        model.show(weights);
    }

    @Override
    public void begin(RunHead run) {
        model.show(WeightMatrix.NONE);
    }

    @Override
    public LiveWeights twin() {
        return new LiveWeights(model.twin(), Optional.empty(), map);
    }
}
