package unroll.engine.sequence;

/** Which sequences are drawn: those to learn from or those kept back to test on. */
public enum Split {
    TRAIN,
    TEST
}
