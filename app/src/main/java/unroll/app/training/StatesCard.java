package unroll.app.training;

import javafx.scene.Node;
import unroll.app.control.Card;
import unroll.app.control.FlowView;
import unroll.app.control.Heatmap;
import unroll.app.control.QuietToggle;

/** The card of what goes on inside the network over the time steps: hidden states forwards, or error signals backwards. */
final class StatesCard {
    private final TrainingModel model;
    private final Heatmap heatmap = new Heatmap();
    private final FlowView flow = new FlowView();
    private final QuietToggle sort =
            new QuietToggle("sorted", "Units by their mean state, highest first", heatmap.sortedProperty());
    private final Card card;

    private StatesCard(TrainingModel model) {
        this.model = model;
        QuietToggle gradients = new QuietToggle(
                "gradients",
                "Instead of the hidden states: how error signals fare on their way back through the sequence (G)",
                model.flowShownProperty());
        card = new Card("Hidden states", heatmap, sort, gradients);
        heatmap.limitProperty().bind(model.hiddenLimitProperty());
        heatmap.timeProperty().bindBidirectional(model.timeProperty());
        flow.timeProperty().bindBidirectional(model.timeProperty());
        model.flowShownProperty().subscribe(this::swap);
    }

    static Card of(TrainingModel model) {
        return new StatesCard(model).card;
    }

    /** Only the view that is seen follows what it shows. */
    private void swap(boolean gradients) {
        Node shown = gradients ? flow : heatmap;
        heatmap.matrixProperty().unbind();
        flow.dataProperty().unbind();
        card.subtitleProperty().unbind();
        sort.setVisible(!gradients);
        sort.setManaged(!gradients);
        card.titleProperty().set(gradients ? "Gradient flow" : "Hidden states");
        if (gradients) {
            flow.dataProperty().bind(model.flowProperty());
            card.subtitleProperty().set("updates down, newest at the bottom");
        } else {
            heatmap.matrixProperty().bind(model.hiddenProperty());
            card.subtitleProperty()
                    .bind(model.hiddenProperty()
                            .map(all ->
                                    all.rows() == 0 ? "" : all.rows() + " units \u00d7 " + all.columns() + " steps"));
        }
        card.show(shown);
    }
}
