package unroll.engine.table;

/** What stands before the decimals of a number. */
public enum DecimalSign {
    FOUND,
    POINT,
    COMMA
}
