package unroll.engine.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A line for what happened, and below it the stack of a failure. Of its words there are only those that the Java machine itself found:
 * ours name a person's files, and quote from them.
 */
final class LogText extends Formatter {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /** A chain of causes may be a ring. */
    private static final int MOST_CAUSES = 8;

    /** What recursion without an end leaves is cut off. */
    private static final int MOST_FRAMES = 100;

    @Override
    public String format(LogRecord happened) {
        StringBuilder text = new StringBuilder(WHEN.format(happened.getInstant().atZone(ZoneId.systemDefault())))
                .append("  ")
                .append(formatMessage(happened))
                .append('\n');
        Throwable failure = happened.getThrown();
        for (int i = 0; failure != null && i < MOST_CAUSES; i++) {
            append(
                    text,
                    (i == 0 ? "    " : "    because of ") + failure.getClass().getName() + words(failure),
                    failure);
            failure = failure.getCause();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String head, Throwable failure) {
        text.append(head).append('\n');
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("        at ").append(frames[i]).append('\n');
        }
    }

    private static String words(Throwable failure) {
        boolean ofMachine = failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException
                || failure instanceof VirtualMachineError
                || failure instanceof LinkageError;
        return ofMachine && failure.getMessage() != null ? ": " + failure.getMessage() : "";
    }
}
