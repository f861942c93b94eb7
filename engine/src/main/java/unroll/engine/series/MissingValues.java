package unroll.engine.series;

/** What stands where a value is missing. */
public enum MissingValues {
    /** The value before. */
    CARRY_ON,
    /** A value on the line between those before and behind. */
    INTERPOLATE,
    /** The mean, and a further input that is 1 there; what is missing does not count as a target. */
    MASK,
    /** Nothing: data with missing values are refused. */
    REFUSE
}
