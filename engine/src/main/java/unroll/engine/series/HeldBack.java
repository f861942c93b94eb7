package unroll.engine.series;

/** Which part of the data is held back for testing. */
public enum HeldBack {
    /** Whole series of a folder, else the last rows. */
    FOUND,
    /** The last rows of each series. */
    LAST_ROWS,
    /** The last of the series. */
    LAST_SERIES
}
