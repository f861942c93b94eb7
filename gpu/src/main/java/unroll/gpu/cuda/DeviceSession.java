package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Precision;

/** What one thread needs to use a device: arguments of its next launch, steps that are put off, and memory for parts of sums and for copies. */
final class DeviceSession {
    /** Blocks into which a sum is cut. */
    static final int PARTS = 128;

    /** Numbers that are copied at once. */
    private static final int STAGED = 1 << 16;

    private static final long NOTHING = -1;

    private final KernelDevice device;
    private final Precision precision;
    private final Arguments arguments = new Arguments();
    private final LoopProgram program;
    private final ByteBuffer staging =
            ByteBuffer.allocateDirect(STAGED * Double.BYTES).order(ByteOrder.nativeOrder());
    private final KernelDevice.Memory watch;
    private final KernelDevice.Memory sums;
    private final Store values = new Store();
    private final Store parts = new Store();

    DeviceSession(KernelDevice device, Precision precision) {
        this.device = device;
        this.precision = precision;
        program = new LoopProgram(device, bytes(precision));
        watch = device.allocate(Long.BYTES);
        sums = device.allocate(PARTS * Double.BYTES);
    }

    /** Bytes of a number. */
    static int bytes(Precision precision) {
        return precision == Precision.SINGLE ? Float.BYTES : Double.BYTES;
    }

    /** Steps that are put off. */
    LoopProgram program() {
        return program;
    }

    /** Arguments with nothing in them. */
    Arguments arguments() {
        return arguments.anew();
    }

    /** Memory for the parts of a sum. */
    KernelDevice.Memory sums() {
        return sums;
    }

    /** Memory for at least {@code count} doubles; what they hold is lost when more are requested. */
    KernelDevice.Memory values(long count) {
        return values.of(count * Double.BYTES);
    }

    /** Memory for at least {@code count} numbers of the backend's precision. */
    KernelDevice.Memory parts(long count) {
        return parts.of(count * bytes(precision));
    }

    /** The first {@code count} of the {@link #sums} added up in their order. */
    double total(int count) {
        device.copyOut(sums, staging.clear().limit(count * Double.BYTES));
        double total = 0;
        for (int i = 0; i < count; i++) {
            total += staging.getDouble(i * Double.BYTES);
        }
        return total;
    }

    /** A number on the device that kernels set to the first row with an invalid code; it is cleared here. */
    KernelDevice.Memory watch() {
        device.copyIn(staging.clear().putLong(0, NOTHING).limit(Long.BYTES), watch);
        return watch;
    }

    /** The row that they set; below 0 if all codes were valid. */
    long watched() {
        device.copyOut(watch, staging.clear().limit(Long.BYTES));
        return staging.getLong(0);
    }

    /** Copies numbers to a device's memory, rounded to its precision. */
    void write(double[] from, int offset, KernelDevice.Location to, int count) {
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
            device.copyIn(staging.limit(piece * bytes), further(to, (long) done * bytes));
        }
    }

    /** Copies numbers from a device's memory. */
    void read(KernelDevice.Location from, double[] to, int offset, int count) {
        int bytes = bytes(precision);
        for (int done = 0; done < count; done += STAGED) {
            int piece = Math.min(STAGED, count - done);
            device.copyOut(further(from, (long) done * bytes), staging.clear().limit(piece * bytes));
            for (int i = 0; i < piece; i++) {
                to[offset + done + i] =
                        precision == Precision.SINGLE ? staging.getFloat(i * bytes) : staging.getDouble(i * bytes);
            }
        }
    }

    private static KernelDevice.Location further(KernelDevice.Location place, long bytes) {
        return bytes == 0 ? place : new Further(place.memory(), place.offset() + bytes);
    }

    /** Memory that is replaced by more when more is requested; where that fails, none is left. */
    private final class Store {
        private KernelDevice.@Nullable Memory memory;
        private long bytes;

        KernelDevice.Memory of(long wanted) {
            KernelDevice.Memory now = memory;
            if (now == null || bytes < wanted) {
                if (now != null) {
                    memory = null;
                    now.close();
                }
                now = device.allocate(wanted);
                memory = now;
                bytes = wanted;
            }
            return now;
        }
    }

    private record Further(KernelDevice.Memory memory, long offset) implements KernelDevice.Location {}
}
