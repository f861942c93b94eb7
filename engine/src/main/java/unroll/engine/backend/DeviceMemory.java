package unroll.engine.backend;

/**
 * How full the memory of a device is, in bytes.
 *
 * @param free not taken
 * @param total all that it has
 */
public record DeviceMemory(long free, long total) {
    /** Taken by all programs that use the device. */
    public long taken() {
        return total - free;
    }
}
