package unroll.engine.backend;

import java.util.Locale;

/** An operation that a device could not do; the message says which, why, and what may help. */
public final class DeviceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long available;

    /** With a message without its full stop. */
    public DeviceFailure(String message) {
        this(message, 0);
    }

    private DeviceFailure(String message, long available) {
        super(message);
        this.available = available;
    }

    /**
     * There is less memory than was requested, in bytes.
     *
     * @param held by the backend that requested it
     */
    public static DeviceFailure outOfMemory(String device, long requested, DeviceMemory memory, long held) {
        return new DeviceFailure(
                "%s has %s of memory free of %s and was asked for %s more"
                        .formatted(device, mib(memory.free()), mib(memory.total()), mib(requested)),
                memory.free() + held);
    }

    /** Bytes that the backend could have in all; 0 where memory is not what was missing. */
    public long available() {
        return available;
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }
}
