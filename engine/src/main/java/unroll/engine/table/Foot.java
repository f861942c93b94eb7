package unroll.engine.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells lines that may stand below a table: totals, by the word before them. */
final class Foot {
    /** What programs and people write before totals and means. */
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "subtotal",
            "sum",
            "average",
            "mean",
            "summe",
            "gesamt",
            "insgesamt",
            "mittel",
            "mittelwert",
            "durchschnitt",
            "somme",
            "total g\u00e9n\u00e9ral",
            "moyenne",
            "totale",
            "somma",
            "media",
            "suma",
            "promedio");

    private Foot() {}

    /** Whether a cell says that totals or means follow it. */
    static boolean total(String cell) {
        return TOTALS.contains(cell.replaceFirst("[:.]$", "").strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a row at the end of a table of several columns may be none of its: totals, or a note in a cell of its own. */
    static boolean mayBe(Sample.Row row) {
        String first = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(cell -> cell.text().strip())
                .findFirst()
                .orElse("");
        boolean note = row.filled() == 1
                && Double.isNaN(NumberForm.POINT.parse(first))
                && Double.isNaN(NumberForm.COMMA.parse(first))
                && TimeForms.of(List.of(first), DateOrder.FOUND).isEmpty();
        return note || total(first);
    }
}
