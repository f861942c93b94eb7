package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Precision;

/** What one thread needs to ask a device: its next launch and those put off, room for parts of sums, and what comes and goes. */
final class Desk {
    /** Numbers that come and go at once. */
    private static final int STAGED = 1 << 16;

    private static final long NOTHING = -1;

    private final Device device;
    private final Precision precision;
    private final Arguments arguments = new Arguments();
    private final Program program;
    private final ByteBuffer staging =
            ByteBuffer.allocateDirect(STAGED * Double.BYTES).order(ByteOrder.nativeOrder());
    private final Device.Memory watch;
    private Device.@Nullable Memory sums;
    private Device.@Nullable Memory parts;
    private long sumsThere;
    private long partsThere;

    Desk(Device device, Precision precision) {
        this.device = device;
        this.precision = precision;
        program = new Program(device);
        watch = device.allocate(Long.BYTES);
    }

    /** Bytes of a number. */
    static int bytes(Precision precision) {
        return precision == Precision.SINGLE ? Float.BYTES : Double.BYTES;
    }

    /** Steps that are put off. */
    Program program() {
        return program;
    }

    /** Arguments with nothing in them. */
    Arguments arguments() {
        return arguments.anew();
    }

    /** Room for at least so many doubles; what they hold is lost when more are asked for. */
    Device.Memory sums(long count) {
        if (sums == null || sumsThere < count) {
            sums = renewed(sums, count * Double.BYTES);
            sumsThere = count;
        }
        return sums;
    }

    /** Room for at least so many numbers of the backend's precision. */
    Device.Memory parts(long count) {
        if (parts == null || partsThere < count) {
            parts = renewed(parts, count * bytes(precision));
            partsThere = count;
        }
        return parts;
    }

    private Device.Memory renewed(Device.@Nullable Memory before, long bytes) {
        if (before != null) {
            before.close();
        }
        return device.allocate(bytes);
    }

    /** The first so many of the {@link #sums} added up in their order. */
    double total(int count) {
        device.copyOut(sums(count), 0, staging.clear().limit(count * Double.BYTES));
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += staging.getDouble(i * Double.BYTES);
        }
        return total;
    }

    /** A place where kernels tell the least number that they object to. */
    Device.Memory watch() {
        device.copyIn(staging.clear().putLong(0, NOTHING).limit(Long.BYTES), watch, 0);
        return watch;
    }

    /** What they told; below 0 if nothing. */
    long watched() {
        device.copyOut(watch, 0, staging.clear().limit(Long.BYTES));
        return staging.getLong(0);
    }

    /** Copies numbers to a device's memory, rounded to its precision; {@code begin} is a place in numbers. */
    void write(double[] from, int offset, Device.Memory to, long begin, int count) {
        int bytes = bytes(precision);
        for (int done = 0; done < count; done += STAGED) {
            int piece = Math.min(STAGED, count - done);
            staging.clear();
            for (int i = 0; i < piece; i++) {
                if (precision == Precision.SINGLE) {
                    staging.putFloat(i * bytes, (float) from[offset + done + i]);
                } else {
                    staging.putDouble(i * bytes, from[offset + done + i]);
                }
            }
            device.copyIn(staging.limit(piece * bytes), to, (begin + done) * bytes);
        }
    }

    /** Copies numbers from a device's memory. */
    void read(Device.Memory from, long begin, double[] to, int offset, int count) {
        int bytes = bytes(precision);
        for (int done = 0; done < count; done += STAGED) {
            int piece = Math.min(STAGED, count - done);
            device.copyOut(from, (begin + done) * bytes, staging.clear().limit(piece * bytes));
            for (int i = 0; i < piece; i++) {
                to[offset + done + i] =
                        precision == Precision.SINGLE ? staging.getFloat(i * bytes) : staging.getDouble(i * bytes);
            }
        }
    }
}
