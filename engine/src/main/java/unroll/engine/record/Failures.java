package unroll.engine.record;

/** The sentence for a failure. */
public final class Failures {
    private Failures() {}

    /** The sentence of a failure; its kind where it has none. */
    public static String sentence(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
