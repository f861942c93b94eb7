package unroll.engine.series;

import unroll.engine.table.TableForm;

/**
 * How series are made of files.
 *
 * @param table how the files are read
 * @param columns what their columns are for
 * @param missing what stands where a value is missing
 * @param gaps what happens where time leaps
 * @param heldBack which part is held back for testing
 * @param share of the data that is held back, between 0 and 1
 */
public record SeriesForm(
        TableForm table, ColumnSettings columns, MissingValues missing, Gaps gaps, HeldBack heldBack, double share) {
    /** Everything is found, and a fifth held back. */
    public static final SeriesForm FOUND = new SeriesForm(
            TableForm.FOUND, ColumnSettings.FOUND, MissingValues.CARRY_ON, Gaps.KEEP, HeldBack.FOUND, 0.2);

    /** The same with what is missing left so. */
    SeriesForm masked() {
        return new SeriesForm(table, columns, MissingValues.MASK, gaps, heldBack, share);
    }
}
