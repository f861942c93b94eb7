package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import unroll.engine.backend.RowLoop;

/**
 * Steps that take each row by itself, put off until their results are needed, and then done in one launch: the loop of a network
 * over time. Each block does all of them for some rows, or, where a matrix is too large to be read by every block again
 * and again, all blocks do them together and each holds some columns. A training runs the same few programs again and again, so
 * the newest ones stay on the device.
 */
final class LoopProgram implements RowLoop {
    /** At first; a program of more grows. */
    private static final int STEPS = 512;

    /** Programs that stay: the sweeps of a training, of its tests and of views. */
    private static final int STAYING = 16;

    /** Blocks that keep a large card busy: where there are more rows than these, a block has several. */
    private static final int BLOCKS = 264;

    /** Matrices of up to this many numbers stay in the caches beside a row that they are multiplied with, step after step. */
    private static final int NARROW = 1 << 17;

    /** Products of up to this many rows leave tensor cores, in launches of their own, too little to do. */
    private static final int LOW = 256;

    /** A program that is on the device, where it has {@code count} steps. */
    private record Loaded(ByteBuffer steps, KernelDevice.Memory memory, int count) {}

    private final KernelDevice device;
    private final int bytes;
    private final KernelDevice.Memory waits;
    private final Arguments arguments = new Arguments();
    private final List<Loaded> loaded = new ArrayList<>();
    private final List<KernelDevice.Memory> kept = new ArrayList<>();
    private final Set<Long> matrices = new HashSet<>();
    private ByteBuffer steps = LoopStep.allocate(STEPS);
    private int rows;
    private long held;
    private long numbers;
    private boolean fitting = true;

    /** @param bytes of a number */
    LoopProgram(KernelDevice device, int bytes) {
        this.device = device;
        this.bytes = bytes;
        waits = device.allocate(Long.BYTES);
    }

    /** Takes steps that write {@code count} rows until it is closed, which does them. */
    RowLoop loop(int count) {
        run();
        rows = count;
        return this;
    }

    @Override
    public void close() {
        try {
            run();
        } finally {
            rows = 0;
        }
    }

    /** Whether it takes a step that writes {@code count} rows. */
    boolean takes(int count) {
        return rows == count && rows > 0;
    }

    /**
     * Whether it takes a product of m x k numbers with a matrix of k x n that the loop does not change. What was put off before may have to
     * be done first.
     */
    boolean takesProduct(int m, int n, int k, KernelDevice.Location matrix) {
        if (!takes(m)) {
            return false;
        }
        long address = matrix.memory().address() + matrix.offset();
        long more = matrices.contains(address) ? 0 : BlockSchedule.held(n, k, device.together());
        boolean fits = rows <= LOW && BlockSchedule.memory(held + more, bytes) <= device.ownMemory();
        if (!fits && (long) k * n > NARROW) {
            return false;
        }
        if (!fits && together()) {
            run();
        }
        if (matrices.add(address)) {
            numbers += (long) k * n;
            held += BlockSchedule.held(n, k, device.together());
            fitting &= fits;
        }
        return true;
    }

    /** Whether all blocks do the steps together: the matrices are too many for each to read, and there is room for their columns. */
    private boolean together() {
        return numbers > NARROW && fitting;
    }

    /** Puts off what a kernel would do, by the number that the step has in {@code rows.cu}. */
    void add(int code, Arguments with) {
        if (steps.remaining() < LoopStep.BYTES) {
            steps = LoopStep.allocate(2 * steps.capacity() / LoopStep.BYTES).put(steps.flip());
        }
        steps.putLong(code).put(with.bytes());
        with.bytes().clear();
        kept.addAll(with.memories());
    }

    /** Does what was put off. */
    void run() {
        if (steps.position() == 0) {
            return;
        }
        try {
            Loaded program = loaded(steps.flip());
            if (together()) {
                int each = Math.ceilDiv(rows, device.together());
                device.launchTogether(Kernel.GRID, BlockSchedule.memory(held, bytes), arguments(program, each));
            } else {
                int each = Math.ceilDiv(rows, BLOCKS);
                device.launch(Kernel.ROWS, Math.ceilDiv(rows, each), 1, 1, arguments(program, each));
            }
        } finally { // what could not be done is not done later
            steps.clear();
            kept.clear();
            matrices.clear();
            held = 0;
            numbers = 0;
            fitting = true;
        }
    }

    /** @param each rows of a block */
    private Arguments arguments(Loaded program, int each) {
        return arguments
                .anew()
                .at(program.memory)
                .at(waits)
                .number(program.count)
                .number(rows)
                .number(each);
    }

    /** These steps on the device, which they are brought to if they are not there. */
    private Loaded loaded(ByteBuffer wanted) {
        for (int i = 0; i < loaded.size(); i++) {
            if (loaded.get(i).steps().equals(wanted)) {
                Loaded found = loaded.remove(i);
                loaded.addLast(found);
                return found;
            }
        }
        if (loaded.size() == STAYING) {
            loaded.removeFirst().memory().close();
        }
        ByteBuffer copy = LoopStep.allocate(wanted.remaining() / LoopStep.BYTES)
                .put(wanted.duplicate())
                .flip();
        ByteBuffer there = together() ? BlockSchedule.of(copy, device.together(), bytes) : copy;
        KernelDevice.Memory memory = device.allocate(there.remaining());
        device.copyIn(there, memory);
        Loaded program = new Loaded(copy, memory, there.limit() / LoopStep.BYTES);
        loaded.addLast(program);
        return program;
    }
}
