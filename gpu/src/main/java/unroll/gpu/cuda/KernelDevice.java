package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import unroll.engine.backend.DeviceMemory;

/**
 * A machine that runs the kernels on memory of its own. Operations happen in the order in which they are issued, by whichever
 * threads; copies to and from the processor are over when they return, kernels may not be.
 */
interface KernelDevice {
    /** Its name and what runs it, for people. */
    String description();

    /** Bytes of zeros. */
    Memory allocate(long bytes);

    /**
     * Copies bytes to the device.
     *
     * @param from a direct buffer; those from its position to its limit
     */
    void copyIn(ByteBuffer from, Location to);

    /** Copies bytes from the device, as many as are between the direct buffer's position and its limit. */
    void copyOut(Location from, ByteBuffer to);

    /** Runs a kernel over a grid of blocks; its arguments may be overwritten as soon as this returns. */
    void launch(Kernel kernel, int across, int down, int deep, Arguments arguments);

    /** Blocks that can run at the same time, and so wait for each other. */
    int together();

    /** Bytes of memory that each of them can have to itself. */
    long ownMemory();

    /** Runs a kernel in {@link #together} blocks at the same time, each with {@code bytes} of memory to itself; else as {@link #launch}. */
    void launchTogether(Kernel kernel, long bytes, Arguments arguments);

    /** How full its memory is. */
    DeviceMemory memory();

    /** Where numbers begin. */
    interface Location {
        Memory memory();

        /** Bytes from the beginning of the memory. */
        long offset();
    }

    /** Some bytes of a device, given back when closed or when no longer reachable. */
    interface Memory extends Location, AutoCloseable {
        /** Where they begin. */
        long address();

        @Override
        default Memory memory() {
            return this;
        }

        @Override
        default long offset() {
            return 0;
        }

        @Override
        void close();
    }
}
