package unroll.engine.table;

/** What the first lines of a table are, after titles and comments. */
public enum HeadLines {
    /** Whatever they look like. */
    FOUND,
    /** Values. */
    NONE,
    /** A line of the columns' names. */
    NAMES,
    /** A line of the columns' names, then one of their units. */
    NAMES_AND_UNITS,
    /** Lines of names that belong together: those of a column are joined. */
    JOINED_NAMES
}
