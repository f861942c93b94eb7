package unroll.engine.table;

/** Which number of a date such as 3/4/2021 comes first. */
public enum DateOrder {
    FOUND,
    DAY_FIRST,
    MONTH_FIRST
}
