package unroll.engine.record;

import java.lang.System.Logger.Level;
import java.util.Locale;

/** The sentence for a failure, for people; its stack is for whoever mends it. */
public final class Failures {
    private Failures() {}

    /** The sentence of a failure, its kind where it has none; the stack goes to the log. */
    public static String sentence(Throwable failure) {
        System.getLogger("unroll.failures").log(Level.DEBUG, "A failure of which people see a sentence", failure);
        return switch (failure) {
            case OutOfMemoryError _ -> tooLittleMemory();
            case StackOverflowError _ -> "Something is nested too deeply.";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private static String tooLittleMemory() {
        return String.format(
                Locale.ROOT,
                "There is too little memory: the program may use %,d MB. A smaller batch, a narrower network, shorter"
                        + " sequences, fewer test sequences or a smaller file need less.",
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
