package unroll.engine.backend;

/**
 * How full a device's memory is, in bytes.
 *
 * @param free that nobody has taken
 * @param total all that it has
 */
public record Room(long free, long total) {}
