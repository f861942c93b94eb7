package unroll.engine.table;

/** What a kind of files says of a column, whatever its cells look like. */
public enum Declared {
    /** What it is has to be found by its cells. */
    NOTHING,
    /** Words. */
    WORDS,
    /** Words that tell apart the series of the table, each of whose rows are together. */
    SERIES,
    /** When a row was. */
    TIME;

    boolean isWords() {
        return this == WORDS || this == SERIES;
    }
}
