package unroll.engine.backend;

import java.util.Locale;

/** A device that did not do what it was asked; the message says what, why, and what may help. */
public final class DeviceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message without its full stop. */
    public DeviceFailure(String message) {
        super(message);
    }

    /** There is less memory than was asked for, in bytes. */
    public static DeviceFailure noRoom(String device, long asked, long free, long total) {
        return new DeviceFailure(
                "%s has %s of memory free of %s and was asked for %s more; make the batch smaller or the "
                                .formatted(device, mib(free), mib(total), mib(asked))
                        + "network narrower, or close what else uses the card");
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }
}
