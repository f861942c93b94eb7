package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a loop that is put off: {@code struct Step} of {@code rows.cu}.
 *
 * @param bytes of the struct
 */
record LoopStep(ByteBuffer bytes) {
    /** Bytes of a step. */
    static final int BYTES = Long.BYTES + Arguments.BYTES;

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    /** Numbers of a product after its shape: where {@code grid.cu} does it. */
    private static final int PLACES = 3;

    /** Memory for {@code count} steps. */
    static ByteBuffer allocate(int count) {
        return ByteBuffer.allocateDirect(count * BYTES).order(ByteOrder.nativeOrder());
    }

    /** The steps in a buffer. */
    static List<LoopStep> all(ByteBuffer steps) {
        List<LoopStep> all = new ArrayList<>();
        for (int at = 0; at < steps.limit(); at += BYTES) {
            all.add(new LoopStep(steps.slice(at, BYTES).order(ByteOrder.nativeOrder())));
        }
        return all;
    }

    /** A step without arguments. */
    static ByteBuffer of(int code) {
        return allocate(1).putLong(0, code);
    }

    /** The same with another code and four more numbers. */
    ByteBuffer as(int code, long... numbers) {
        ByteBuffer other = allocate(1).put(bytes.duplicate()).flip().order(ByteOrder.nativeOrder());
        other.putLong(0, code);
        for (int i = 0; i < numbers.length; i++) {
            other.putLong(Long.BYTES + Arguments.placeOfNumber(PLACES + i), numbers[i]);
        }
        return other;
    }

    boolean product() {
        return bytes.getLong(0) == Kernel.PRODUCT_NN.step();
    }

    /** Where its operands begin, the last of which is written; 0 where there is none. */
    long operand(int i) {
        return bytes.getLong(Long.BYTES + Arguments.placeOfAddress(i));
    }

    private int number(int i) {
        return (int) bytes.getLong(Long.BYTES + Arguments.placeOfNumber(i));
    }

    /** Operands of a step that is no product. */
    int operands() {
        int count = 0;
        while (operand(count) != 0) {
            count++;
        }
        return count;
    }

    /** Numbers that a step has of each operand that is no product. */
    int size() {
        return number(0);
    }

    /** What a product's left factor begins with. */
    long factor() {
        return operand(A);
    }

    long matrix() {
        return operand(B);
    }

    /** Where a product's sums are. */
    long written() {
        return operand(C);
    }

    int m() {
        return number(0);
    }

    int n() {
        return number(1);
    }

    int k() {
        return number(2);
    }
}
