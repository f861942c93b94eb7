package unroll.engine.series;

/** What happens where time leaps on by more than a step. */
public enum Gaps {
    /** The rows follow each other as they are. */
    KEEP,
    /** A new series begins behind it. */
    DIVIDE,
    /** Rows are put in, whose values are missing. */
    FILL
}
