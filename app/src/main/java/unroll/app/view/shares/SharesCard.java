package unroll.app.view.shares;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import unroll.app.control.Card;
import unroll.app.control.Chooser;
import unroll.app.sheet.NumberField;
import unroll.app.view.Cues;
import unroll.app.view.WeightPlace;
import unroll.engine.anatomy.Shares;
import unroll.engine.model.Layout;

/** The card of one weight's gradient, with what chooses the weight. */
final class SharesCard {
    private static final int DIGITS = 4;

    private static final double MANY = 1_000_000;

    private SharesCard() {}

    static Card of(String title, ReadOnlyObjectProperty<SharesLook> look, Cues cues) {
        SharesView view = new SharesView();
        look.subscribe(now -> view.dataProperty().set(new SharesData(now.shares())));
        view.timeProperty().bindBidirectional(cues.timeProperty());
        Card card = new Card(title, view);
        Chooser parts =
                new Chooser("Matrix or bias", "Which matrix or bias has the weight", part -> choose(cues, part, 0, 0));
        NumberField row = field("to", "The unit that receives.", number -> change(look, cues, number - 1, -1));
        NumberField column = field("from", "The unit that sends.", number -> change(look, cues, -1, number - 1));
        look.subscribe(now -> now.shares().ifPresent(shares -> {
            parts.show(Layout.titles(now.slots()), shares.slot().name());
            show(row, shares.row(), shares.slot().rows());
            show(column, shares.column(), shares.slot().columns());
            column.setName(shares.slot().role().weight() ? "from" : "unit");
        }));
        card.addTool(parts, parts.severalProperty());
        card.addTool(
                row,
                look.map(now -> now.shares()
                        .filter(shares -> shares.slot().role().weight())
                        .isPresent()));
        card.addTool(column, look.map(now -> now.shares().isPresent()));
        card.subtitleProperty()
                .bind(look.map(now -> now.shares().map(SharesData::name).orElse("")));
        return card;
    }

    @FunctionalInterface
    private interface Chosen {
        void of(int number);
    }

    private static NumberField field(String name, String help, Chosen chosen) {
        return new NumberField(
                name, help, DIGITS, new NumberField.Range(1, MANY, true), number -> chosen.of((int) number));
    }

    private static void show(NumberField field, int index, int count) {
        field.rangeProperty().set(new NumberField.Range(1, Math.max(1, count), true));
        field.valueProperty().set(index + 1.0);
    }

    private static void choose(Cues cues, String part, int row, int column) {
        cues.weightProperty().set(new WeightPlace(part, row, column));
    }

    /** A negative row or column stays as it is. */
    private static void change(ReadOnlyObjectProperty<SharesLook> look, Cues cues, int row, int column) {
        Optional<Shares> now = look.get().shares();
        now.ifPresent(shares -> choose(
                cues, shares.slot().name(), row < 0 ? shares.row() : row, column < 0 ? shares.column() : column));
    }
}
