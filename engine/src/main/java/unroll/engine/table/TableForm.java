package unroll.engine.table;

import java.util.Arrays;
import java.util.List;
import unroll.engine.setting.Setting;

/**
 * How a file of a table is to be read; what is left open is found by looking at the file.
 *
 * @param encoding of its characters; empty to find it
 * @param separator between cells
 * @param decimal before the decimals of a number
 * @param head what the first lines are
 * @param dates which number of a date comes first
 * @param missing cells that stand for no value besides the usual ones, separated by commas
 * @param sheet of a file with several tables; empty for the first that holds numbers
 */
public record TableForm(
        @Setting(
                label = "Encoding",
                help = "How characters are kept, such as UTF-8 or windows-1252; empty to find it.",
                empty = "found")
        String encoding,

        @Setting(label = "Separator", help = "What stands between the cells of a row.", initial = "found")
        Separator separator,

        @Setting(label = "Decimals", help = "What stands before the decimals of a number.", initial = "found")
        DecimalSign decimal,

        @Setting(
                label = "Head",
                help = "Whether the first line names the columns, and the next one has their units.",
                initial = "found")
        HeadLines head,

        @Setting(label = "Dates", help = "Which number of a date such as 3/4/2021 comes first.", initial = "found")
        DateOrder dates,

        @Setting(
                label = "Missing",
                help = "Cells that stand for a missing value besides empty ones and the usual words (NA, NaN, null),"
                        + " separated by commas: -200, n.v.")
        String missing,

        @Setting(
                label = "Sheet",
                help = "Which sheet of a workbook or array of an .npz file; empty for the first with numbers.")
        String sheet) {

    /** Everything is found. */
    public static final TableForm FOUND =
            new TableForm("", Separator.FOUND, DecimalSign.FOUND, HeadLines.FOUND, DateOrder.FOUND, "", "");

    /** With this encoding, of a kind of files that says itself what stands where, and where numbers have points. */
    public TableForm plain(String characters) {
        return new TableForm(characters, Separator.FOUND, DecimalSign.POINT, head, dates, missing, sheet);
    }

    /** The same with another sheet. */
    public TableForm on(String other) {
        return new TableForm(encoding, separator, decimal, head, dates, missing, other);
    }

    /** The cells that stand for no value besides the usual ones. */
    List<String> missingCells() {
        return Arrays.stream(missing.split(",", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
