package unroll.engine.series;

/** What happens where time leaps on by more than a step, or goes on in uneven steps. */
public enum Gaps {
    /** The rows follow each other as they are. */
    KEEP,
    /** A new series begins behind a leap. */
    DIVIDE,
    /** Rows are put in where time leaps, whose values are missing. */
    FILL,
    /** Rows at even steps take the place of all: each the mean of those nearest to it, or with missing values where there are none. */
    RESAMPLE
}
