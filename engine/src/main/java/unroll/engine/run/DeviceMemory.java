package unroll.engine.run;

/**
 * The memory of the device that computes a run, in bytes.
 *
 * @param taken by this run and by whatever else uses the device
 * @param total all that it has
 */
public record DeviceMemory(long taken, long total) {}
