package unroll.engine.backend;

/** How many digits a number has. */
public enum Precision {
    /** 32 bits, about 7 digits. */
    SINGLE,
    /** 64 bits, about 16 digits. */
    DOUBLE
}
