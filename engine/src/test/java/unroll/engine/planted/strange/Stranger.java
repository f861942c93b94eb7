package unroll.engine.planted.strange;

/** Breaks the rule that every package has its place in the table. */
public final class Stranger {
    /** The fault is to be here. */
    public int fault() {
        return 1;
    }
}
