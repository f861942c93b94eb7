package unroll.engine.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import unroll.engine.setting.Decimal;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;

/**
 * What a column of a table is, in a line.
 *
 * @param name as the file has it, with its unit
 * @param kind what its cells are
 * @param role what it is for
 * @param missing rows without a value
 * @param range of its values in words: "0.5 to 17.25", "1949-01 to 1960-12", "3 words: north, south, west"
 */
public record ColumnDescription(String name, ColumnKind kind, ColumnRole role, int missing, String range) {
    private static final int NAME = 28;

    private static final String LINE = "%-" + NAME + "s  %-8s  %-17s  %8s  %s";

    /** More words are not listed. */
    private static final int WORDS = 3;

    /** Of the smallest and the largest number. */
    private static final MathContext FIGURES = new MathContext(4);

    /** That of a column which is for something. */
    public static ColumnDescription of(Column column, ColumnRole role) {
        String name = column.name() + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")");
        return new ColumnDescription(name, column.kind(), role, column.missing(), range(column));
    }

    /** What stands above such lines. */
    public static String head() {
        return String.format(Locale.ROOT, LINE, "column", "holds", "is", "missing", "range");
    }

    /** The column in a line, under such a head. */
    public String line() {
        String called = name.length() <= NAME ? name : name.substring(0, NAME - 1) + "\u2026";
        return String.format(Locale.ROOT, LINE, called, kind.words(), role.words(), missing, range);
    }

    private static String range(Column column) {
        double low = column.smallest();
        double high = column.largest();
        return switch (column.kind()) {
            case NUMBER -> low == high ? "all " + rounded(low) : rounded(low) + " to " + rounded(high);
            case TIME ->
                TimeAxis.of(column).text(low) + " to " + TimeAxis.of(column).text(high)
                        + (column.universal() ? " (UTC)" : "");
            case WORD ->
                (column.words().size() == 1 ? "a single word: " : column.words().size() + " words: ")
                        + String.join(
                                ", ",
                                column.words()
                                        .subList(
                                                0,
                                                Math.min(WORDS, column.words().size())))
                        + (column.words().size() > WORDS ? ", \u2026" : "");
            case EMPTY -> "";
        };
    }

    private static String rounded(double value) {
        return Double.isFinite(value)
                ? Decimal.text(new BigDecimal(value).round(FIGURES).doubleValue())
                : Double.toString(value);
    }
}
