package unroll.app.view.histograms;

import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;

/** The card of how the numbers of one matrix and their gradient are distributed. */
final class HistogramsCard {
    /** What people call it. */
    static final String TITLE = "Histograms";

    private HistogramsCard() {}

    /** A card that follows {@code model}. */
    static Card of(HistogramsModel model) {
        Card card = new Card(TITLE, new HistogramsView(model));
        Chooser parts = new Chooser(
                "Matrix", "Which matrix or bias, with the gradient of the loss by its numbers", model::choose);
        model.nowProperty().subscribe(now -> parts.show(Layout.titles(now.parts()), now.part()));
        card.addTool(parts, parts.severalProperty());
        card.subtitleProperty().bind(model.nowProperty().map(HistogramsCard::words));
        return card;
    }

    private static String words(Histograms now) {
        String fixed = now.parts().stream()
                .filter(slot -> slot.name().equals(now.part()))
                .filter(Slot::fixed)
                .map(slot -> ", never trained")
                .findFirst()
                .orElse("");
        return now.parts().isEmpty() ? "" : now.title() + fixed + ", percentiles over the updates";
    }
}
