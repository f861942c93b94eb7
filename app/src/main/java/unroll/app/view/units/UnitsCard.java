package unroll.app.view.units;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import unroll.app.control.Card;
import unroll.app.control.RowColumn;
import unroll.app.control.RowTable;

/** The card of the hidden units in a table, of which one is chosen for all views. */
final class UnitsCard {
    /** Letters of what a unit follows; more are cut. */
    private static final int LETTERS = 22;

    private UnitsCard() {}

    /** A card that follows the units, and which of them is chosen. */
    static Card of(String title, ObservableValue<Units> units, IntegerProperty chosen) {
        RowTable<Units.Row> table = new RowTable<>("Nothing is known of the units yet");
        table.setColumns(columns());
        units.map(Units::rows).subscribe(table::show);
        table.setOnChoose(chosen::set);
        chosen.subscribe(unit -> table.chooseRow(unit.intValue()));
        units.map(all -> all.rows().size()).subscribe(size -> table.chooseRow(chosen.get()));
        Card card = new Card(title, table);
        card.subtitleProperty().bind(units.map(UnitsCard::words));
        return card;
    }

    private static List<RowColumn<Units.Row>> columns() {
        return List.of(
                RowColumn.number(
                        "unit", "Its number, as in the other views", row -> "" + row.number(), Units.Row::number),
                RowColumn.words(
                                "follows",
                                "The input or output that its value goes with most at the same step, and the"
                                        + " correlation",
                                Units.Row::follows)
                        .by(Comparator.comparingDouble(
                                row -> Math.abs(row.profile().correlation())))
                        .withRoom(LETTERS),
                RowColumn.number(
                        "memory (steps)",
                        "Steps until its value has little to do with what it was: the autocorrelation falls below 1/e."
                                + " Slow inputs make it long too; a network that carries nothing on has none",
                        row -> steps(row.profile().memory()),
                        row -> row.profile().memory()),
                RowColumn.number(
                        "mean",
                        "Mean of its value",
                        row -> number(row.profile().mean()),
                        row -> row.profile().mean()),
                RowColumn.number(
                        "spread",
                        "Standard deviation of its value: near 0 it tells nothing",
                        row -> number(row.profile().deviation()),
                        row -> row.profile().deviation()),
                RowColumn.number(
                        "saturated",
                        "Share of the steps at which its inputs hardly move it: its non-linearity is less than a tenth"
                                + " as steep as it can be. Not told of gated cells",
                        row -> percent(row.profile().saturated()),
                        row -> row.profile().saturated()));
    }

    /** With two decimals; what rounds to zero has no sign. */
    static String number(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.2f", Math.rint(value * 100) / 100 + 0.0)
                        .replace('-', '\u2212')
                : "NaN";
    }

    private static String steps(double memory) {
        return Double.isNaN(memory) ? "\u2013" : String.format(Locale.ROOT, "%.0f", memory);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "\u2013" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String words(Units units) {
        return units.rows().isEmpty() ? "" : "over " + units.sequences() + " test sequences";
    }
}
