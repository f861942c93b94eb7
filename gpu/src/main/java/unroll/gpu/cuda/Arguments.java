package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The arguments of a kernel, written anew for every launch: {@code struct Args} of {@code unroll.cuh}. */
final class Arguments {
    private static final int ADDRESSES = 6;
    private static final int NUMBERS = 8;
    private static final int FACTORS = 3;

    /** Size of the struct. */
    static final int BYTES = Long.BYTES * (ADDRESSES + NUMBERS + FACTORS);

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());
    private final KernelDevice.Memory[] held = new KernelDevice.Memory[ADDRESSES];
    private int addresses;
    private int numbers;
    private int factors;

    /** The struct itself, in the processor's memory. */
    ByteBuffer bytes() {
        return bytes;
    }

    /** Forgets what was written; what is not written anew is 0. */
    Arguments anew() {
        for (int i = 0; i < BYTES; i += Long.BYTES) {
            bytes.putLong(i, 0);
        }
        addresses = 0;
        numbers = 0;
        factors = 0;
        return this;
    }

    /** The next address, {@code p[i]}; the memory is kept until these arguments are written anew. */
    Arguments at(KernelDevice.Location place) {
        held[addresses] = place.memory();
        bytes.putLong(placeOfAddress(addresses++), place.memory().address() + place.offset());
        return this;
    }

    /** The memory that the addresses point into. */
    List<KernelDevice.Memory> memories() {
        return Arrays.asList(held).subList(0, addresses);
    }

    /** The next whole number, {@code n[i]}. */
    Arguments number(long number) {
        bytes.putLong(placeOfNumber(numbers++), number);
        return this;
    }

    /** The next factor, {@code s[i]}. */
    Arguments factor(double factor) {
        bytes.putDouble(place(ADDRESSES + NUMBERS, factors++, FACTORS), factor);
        return this;
    }

    /** Where an address is in the struct, in bytes. */
    static int placeOfAddress(int i) {
        return place(0, i, ADDRESSES);
    }

    /** Where a whole number is in the struct, in bytes. */
    static int placeOfNumber(int i) {
        return place(ADDRESSES, i, NUMBERS);
    }

    private static int place(int first, int i, int count) {
        if (i >= count) {
            throw new IllegalArgumentException("a kernel takes no more than " + count + " of these");
        }
        return (first + i) * Long.BYTES;
    }
}
