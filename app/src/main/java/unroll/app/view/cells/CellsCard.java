package unroll.app.view.cells;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.view.Cues;

/** The card of gates, memories and units of a layer over the time steps. */
final class CellsCard {
    private CellsCard() {}

    static Card of(String title, CellsModel model, Optional<GateHand> hand, Cues cues) {
        CellsView map = new CellsView(model);
        map.timeProperty().bindBidirectional(cues.timeProperty());
        map.pointedProperty().subscribe(row -> point(model, cues, row.intValue()));
        cues.unitProperty().subscribe(unit -> {
            if (unit.intValue() >= 0 && model.hidden()) {
                model.unitProperty().set(unit.intValue());
            }
        });
        Card card = new Card(title, map);
        tools(card, model);
        hand.ifPresent(whose -> {
            Button hold = new Button("hold row");
            hold.getStyleClass().add("quiet-toggle");
            hold.setMinWidth(Button.USE_PREF_SIZE);
            hold.setTooltip(new Tooltip(
                    "Hold the gate or cell of the row that was clicked: it stands in Perturb, to be added there"));
            hold.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> row(model, map).isEmpty(), map.pointedProperty(), model.rowsProperty()));
            hold.setOnAction(event -> row(model, map).ifPresent(row -> whose.hold(row.gate(), row.unit())));
            card.addControl(hold);
        });
        card.subtitleProperty().bind(model.rowsProperty().map(rows -> words(model, rows)));
        return card;
    }

    private static Optional<CellRows.Row> row(CellsModel model, CellsView map) {
        int row = map.pointedProperty().get();
        return row >= 0 && row < model.rowsProperty().get().rows().size()
                ? Optional.of(model.rowsProperty().get().rows().get(row))
                : Optional.empty();
    }

    /** A cell that is clicked is chosen in all views that show its layer. */
    private static void point(CellsModel model, Cues cues, int row) {
        boolean cells = !model.shownProperty().get().equals(CellRows.CELL);
        if (cells && row >= 0 && row < model.rowsProperty().get().rows().size()) {
            int unit = model.rowsProperty().get().rows().get(row).unit();
            model.unitProperty().set(unit);
            if (model.hidden()) {
                cues.unitProperty().set(unit);
            }
        }
    }

    private static void tools(Card card, CellsModel model) {
        Chooser layers = new Chooser("Layer", "Which layer", model::chooseLayer);
        Chooser shown = new Chooser("Rows", "All gates of one cell, or one gate of all cells", model::chooseShown);
        Runnable show = () -> {
            layers.show(
                    CellRows.layers(model.lookProperty().get().anatomy()),
                    model.layerProperty().get());
            shown.show(model.choices(), model.shownProperty().get());
        };
        model.rowsProperty().subscribe(show);
        card.addTool(layers, layers.severalProperty());
        card.addTool(shown, shown.severalProperty());
    }

    private static String words(CellsModel model, CellRows rows) {
        return rows.rows().isEmpty()
                ? ""
                : model.shownProperty().get().equals(CellRows.CELL)
                        ? "cell " + (rows.rows().getFirst().unit() + 1)
                        : model.shownProperty().get() + " of " + rows.rows().size() + " cells";
    }
}
