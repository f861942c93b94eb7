package unroll.app.view.weights;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unroll.app.address.NodeAddress;
import unroll.app.chart.Heatmap;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.control.QuietToggle;
import unroll.engine.model.Layout;

/** The card of one matrix, as colours that become numbers when it is enlarged. */
public final class WeightsCard {
    /** What people call it. */
    public static final String TITLE = "Weights";

    /** The id of the command that shows the numbers in cells. */
    static final String CELLS = "weights.cells";

    /** A matrix of zeros has a scale too. */
    private static final double FAINTEST = 1e-6;

    private WeightsCard() {}

    /** A card that follows {@code model}. */
    public static Card of(WeightsModel model) {
        return of(model, map(), Optional.empty());
    }

    /**
     * The same on a map that is there already.
     *
     * @param hand has a click on a number lead to a field for another one
     */
    static Card of(WeightsModel model, Heatmap map, Optional<WeightHand> hand) {
        draw(model, map);
        return hand.map(whose -> card(model, map, whose)).orElseGet(() -> card(model, map));
    }

    private static Card card(WeightsModel model, Heatmap map, WeightHand hand) {
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox both = new VBox(map, new WeightBar(model, map, hand));
        both.setMinSize(0, 0);
        Card card = card(model, both);
        WeightSheet sheet = new WeightSheet(
                model, hand, map::tables, () -> model.inCellsProperty().set(false));
        card.addTool(NodeAddress.command(CELLS)
                .on(new QuietToggle(
                        "cells",
                        "Numbers in cells, to copy, paste and type; Esc leads back to the colours",
                        model.inCellsProperty())));
        model.inCellsProperty().subscribe((before, cells) -> {
            card.show(cells ? sheet : both);
            if (cells) {
                sheet.show();
                sheet.takeKeys();
            } else {
                map.requestFocus();
            }
        });
        Runnable follow = () -> {
            if (model.inCellsProperty().get()) {
                sheet.show();
            }
        };
        model.weightsProperty().subscribe(follow);
        model.heldProperty().subscribe(follow);
        return card;
    }

    /** A map of receiving over sending units. */
    static Heatmap map() {
        Heatmap map = new Heatmap(new Heatmap.Wording("to", "from ", "from unit", false));
        map.sortedProperty().set(false);
        map.setAccessibleText("Weights: receiving units down, sending units across");
        return map;
    }

    private static void draw(WeightsModel model, Heatmap map) {
        Runnable show = () -> {
            WeightMatrix weights =
                    model.weightsProperty().get().with(model.heldProperty().get());
            map.setVisible(!weights.parts().isEmpty());
            map.limitProperty().set(weights.numbers().limit(FAINTEST));
            map.matrixProperty().set(weights.numbers());
        };
        model.weightsProperty().subscribe((before, weights) -> {
            if (!before.part().equals(weights.part())) {
                map.pointedProperty().set(-1);
            }
            show.run();
        });
        model.heldProperty().subscribe(held -> show.run());
    }

    private static Card card(WeightsModel model, Node view) {
        Card card = new Card(TITLE, view);
        Chooser parts = new Chooser(
                "Matrix",
                "Which matrix: W_hv from the input to the hidden units, W_hh between these, W_oh from them to the"
                        + " output; b are biases",
                model::choose);
        model.weightsProperty().subscribe(weights -> parts.show(Layout.titles(weights.parts()), weights.part()));
        card.addTool(parts, parts.severalProperty());
        card.subtitleProperty().bind(model.weightsProperty().map(WeightsCard::words));
        return card;
    }

    private static String words(WeightMatrix weights) {
        return weights.parts().isEmpty()
                ? ""
                : weights.title() + ", " + weights.numbers().rows() + " \u00d7 "
                        + weights.numbers().columns();
    }
}
