package unroll.app.view.units;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import unroll.app.control.Card;
import unroll.app.control.RowTable;
import unroll.app.control.RowTable.Column;

/** The card of the hidden units in a table, of which one is chosen for all views. */
public final class UnitsCard {
    /** What people call it. */
    public static final String TITLE = "Units";

    /** Of what a unit follows; more is told by a tooltip. */
    private static final int LETTERS = 22;

    private UnitsCard() {}

    /** The card, which shows what {@code model} says. */
    public static Card of(UnitsModel model) {
        RowTable<Units.Row> table = new RowTable<>("No network has been heard yet");
        table.setColumns(List.of(
                Column.number("unit", "Its number, as in the other views", row -> "" + row.number(), Units.Row::number),
                Column.words(
                                "follows",
                                "What it goes up and down with most, heard or said at the same step, and the"
                                        + " correlation",
                                Units.Row::follows)
                        .by(Comparator.comparingDouble(
                                row -> Math.abs(row.profile().correlation())))
                        .withRoom(LETTERS),
                Column.number(
                        "memory",
                        "Steps until its value has little to do with what it was: the autocorrelation falls below 1/e",
                        row -> steps(row.profile().memory()),
                        row -> row.profile().memory()),
                Column.number(
                        "mean",
                        "Mean of its value",
                        row -> number(row.profile().mean()),
                        row -> row.profile().mean()),
                Column.number(
                        "spread",
                        "Standard deviation of its value: near 0 it tells nothing",
                        row -> number(row.profile().deviation()),
                        row -> row.profile().deviation()),
                Column.number(
                        "saturated",
                        "Share of the steps at which it is beyond 0.95 or \u22120.95, where it hardly hears any more",
                        row -> percent(row.profile().saturated()),
                        row -> row.profile().saturated())));
        model.unitsProperty().map(Units::rows).subscribe(table::show);
        table.setOnChoose(model.chosenProperty()::set);
        model.chosenProperty().subscribe(chosen -> table.chooseRow(chosen.intValue()));
        model.unitsProperty()
                .map(units -> units.rows().size())
                .subscribe(size -> table.chooseRow(model.chosenProperty().get()));
        Card card = new Card(TITLE, table);
        card.subtitleProperty().bind(model.unitsProperty().map(UnitsCard::words));
        return card;
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.2f", value + 0.0).replace('-', '\u2212')
                : "NaN";
    }

    private static String steps(double memory) {
        return Double.isNaN(memory) ? "\u2013" : String.format(Locale.ROOT, "%.0f", memory);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String words(Units units) {
        return units.rows().isEmpty() ? "" : "over " + units.sequences() + " test sequences";
    }
}
