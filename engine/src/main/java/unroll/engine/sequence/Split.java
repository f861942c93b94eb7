package unroll.engine.sequence;

/** Which sequences are asked for: those to learn from or those kept back to test on. */
public enum Split {
    TRAIN,
    TEST
}
