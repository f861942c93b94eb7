package unroll.gpu.cuda;

import java.nio.ByteBuffer;

/**
 * A machine that runs the kernels on memory of its own. All it is asked happens in the order of asking, whichever threads ask;
 * copies to and from the processor are over when they return, kernels may not be.
 */
interface Device {
    /** Its name and what runs it, for people. */
    String description();

    /** Bytes of zeros. */
    Memory allocate(long bytes);

    /**
     * Copies bytes to the device.
     *
     * @param from a direct buffer; those from its position to its limit
     * @param offset where they begin in {@code to}
     */
    void copyIn(ByteBuffer from, Memory to, long offset);

    /** Copies bytes from the device, as many as are between the direct buffer's position and its limit. */
    void copyOut(Memory from, long offset, ByteBuffer to);

    /** Copies from one place of the device to another. */
    void copy(Memory from, long fromOffset, Memory to, long toOffset, long bytes);

    /** Runs a kernel over a grid of blocks; its arguments may be overwritten as soon as this returns. */
    void launch(Kernel kernel, int across, int down, int deep, Arguments arguments);

    /** Bytes of it that nobody has taken, and all that it has. */
    Room room();

    /** How full a device's memory is, in bytes. */
    record Room(long free, long total) {}

    /** Some bytes of a device, given back when closed or when nobody holds them any more. */
    interface Memory extends AutoCloseable {
        /** Where they begin. */
        long address();

        @Override
        void close();
    }
}
