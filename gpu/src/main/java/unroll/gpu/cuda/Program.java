package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that take each row by itself, put off until somebody asks for what they lead to, and then done in one launch: the loop of
 * a network over time. A training asks for the same few programs again and again, so the newest ones stay on the device.
 */
final class Program {
    private static final int STEP = Long.BYTES + Arguments.BYTES;

    /** At first; a program of more grows. */
    private static final int STEPS = 512;

    /** Programs that stay: the sweeps of a training, of its tests and of views. */
    private static final int STAYING = 16;

    /** Blocks that keep a large card busy: where there are more rows than these, a block has several. */
    private static final int BLOCKS = 264;

    /** A program that is on the device. */
    private record Loaded(ByteBuffer steps, Device.Memory memory) {}

    private final Device device;
    private final Arguments arguments = new Arguments();
    private final List<Loaded> loaded = new ArrayList<>();
    private final List<Device.Memory> held = new ArrayList<>();
    private ByteBuffer steps = room(STEPS);
    private int rows;

    Program(Device device) {
        this.device = device;
    }

    private static ByteBuffer room(int count) {
        return ByteBuffer.allocateDirect(count * STEP).order(ByteOrder.nativeOrder());
    }

    /** Takes steps over so many rows from now on; over 0 none. */
    void take(int count) {
        run();
        rows = count;
    }

    /** Whether it takes a step that writes so many rows. */
    boolean takes(int count) {
        return rows == count && rows > 0;
    }

    /** Puts off what a kernel would do, by the number that the step has in {@code rows.cu}. */
    void add(int code, Arguments with) {
        if (steps.remaining() < STEP) {
            steps = room(2 * steps.capacity() / STEP).put(steps.flip());
        }
        steps.putLong(code).put(with.bytes());
        with.bytes().clear();
        held.addAll(with.memories());
    }

    /** Does what was put off. */
    void run() {
        if (steps.position() > 0) {
            int each = Math.ceilDiv(rows, BLOCKS);
            int count = steps.position() / STEP;
            Device.Memory place = place(steps.flip());
            steps.clear();
            device.launch(
                    Kernel.ROWS,
                    Math.ceilDiv(rows, each),
                    1,
                    1,
                    arguments.anew().at(place).number(count).number(rows).number(each));
            held.clear();
        }
    }

    /** Where these steps are on the device, which they are brought to if they are not there. */
    private Device.Memory place(ByteBuffer wanted) {
        for (int i = 0; i < loaded.size(); i++) {
            if (loaded.get(i).steps().equals(wanted)) {
                Loaded found = loaded.remove(i);
                loaded.addLast(found);
                return found.memory();
            }
        }
        if (loaded.size() == STAYING) {
            loaded.removeFirst().memory().close();
        }
        ByteBuffer copy =
                room(wanted.remaining() / STEP).put(wanted.duplicate()).flip();
        Device.Memory memory = device.allocate(copy.remaining());
        device.copyIn(copy, memory);
        loaded.addLast(new Loaded(copy, memory));
        return memory;
    }
}
