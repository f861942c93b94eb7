package unroll.gpu.cuda;

/** A card that did not do what it was asked; the message says what, why, and what may help. */
public final class DeviceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeviceFailure(String message) {
        super(message);
    }

    /** There is less memory than was asked for. */
    static DeviceFailure noRoom(String device, long asked, Device.Room room) {
        return new DeviceFailure(
                "%s has %s of memory free of %s and was asked for %s more; make the batch smaller or the "
                                .formatted(device, mib(room.free()), mib(room.total()), mib(asked))
                        + "network narrower, or close what else uses the card");
    }

    private static String mib(long bytes) {
        return "%,d MiB".formatted(bytes >> 20);
    }
}
