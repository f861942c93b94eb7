package org.xerial.snappy;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Unpacks blocks of Google's Snappy, as its format description (2011) has them: a length, then literals and copies of what stands before. */
public final class Snappy {
    /** A length in the tag of a literal from which on it says how many bytes after it hold the length instead. */
    private static final int LONG_LITERAL = 60;

    private final ByteBuffer packed;
    private final byte[] bytes;
    private int end;

    private Snappy(ByteBuffer packed, byte[] bytes) {
        this.packed = packed;
        this.bytes = bytes;
    }

    /**
     * Unpacks what remains of {@code packed} into {@code to}, from its position on, and sets its limit behind.
     *
     * @return the number of bytes that were written
     * @throws IOException where the block is damaged, or does not fit
     */
    public static int uncompress(ByteBuffer packed, ByteBuffer to) throws IOException {
        ByteBuffer rest = packed.slice();
        int length = length(rest);
        require(length <= to.remaining());
        byte[] bytes = new byte[length];
        new Snappy(rest, bytes).unpack();
        to.put(to.position(), bytes).limit(to.position() + length);
        return length;
    }

    /** The number that a block begins with: seven bits in a byte, the lowest first. */
    private static int length(ByteBuffer packed) throws IOException {
        long length = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE - 1) {
            int next = (int) number(packed, 1);
            length |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                require(length <= Integer.MAX_VALUE);
                return (int) length;
            }
        }
        throw damaged();
    }

    private void unpack() throws IOException {
        while (packed.hasRemaining()) {
            int tag = (int) number(packed, 1);
            int high = tag >> 2;
            switch (tag & 3) {
                case 0 -> literal(high < LONG_LITERAL ? high : number(packed, high - LONG_LITERAL + 1));
                case 1 -> copy((high & 7) + 4, ((long) (tag >> 5) << Byte.SIZE) | number(packed, 1));
                case 2 -> copy(high + 1, number(packed, Short.BYTES));
                default -> copy(high + 1, number(packed, Integer.BYTES));
            }
        }
        require(end == bytes.length);
    }

    /** Appends the bytes that follow, one more than {@code last}. */
    private void literal(long last) throws IOException {
        require(last < Math.min(packed.remaining(), bytes.length - end));
        int length = (int) last + 1;
        packed.get(bytes, end, length);
        end += length;
    }

    /** Appends {@code length} bytes from {@code back} before the end on; some of them may come into being meanwhile. */
    private void copy(int length, long back) throws IOException {
        require(0 < back && back <= end && length <= bytes.length - end);
        int from = end - (int) back;
        if (back >= length) {
            System.arraycopy(bytes, from, bytes, end, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[end + i] = bytes[from + i];
            }
        }
        end += length;
    }

    /** A number of this many bytes, the lowest first. */
    private static long number(ByteBuffer packed, int size) throws IOException {
        require(size <= packed.remaining());
        long number = 0;
        for (int i = 0; i < size; i++) {
            number |= (packed.get() & 0xFFL) << (Byte.SIZE * i);
        }
        return number;
    }

    private static void require(boolean whole) throws IOException {
        if (!whole) {
            throw damaged();
        }
    }

    private static IOException damaged() {
        return new IOException("what snappy has packed is damaged");
    }
}
