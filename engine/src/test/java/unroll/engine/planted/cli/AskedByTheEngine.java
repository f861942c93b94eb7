package unroll.engine.planted.cli;

/** Plays a class of the command line. */
public final class AskedByTheEngine {
    private AskedByTheEngine() {}

    /** An answer. */
    public static int answer() {
        return 1;
    }
}
