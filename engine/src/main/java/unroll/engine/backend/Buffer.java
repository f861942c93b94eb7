package unroll.engine.backend;

/**
 * A matrix of numbers, row by row, in the memory of its backend. A window shares the numbers of the buffer it
 * was cut from; only the backend that allocated a buffer can read or write it.
 */
public interface Buffer {
    int rows();

    int columns();

    /** Rows times columns. */
    default int size() {
        return rows() * columns();
    }

    /**
     * The {@code rows * columns} numbers from {@code offset} on, as a matrix of that shape.
     *
     * @throws IndexOutOfBoundsException where they are not all inside this buffer
     */
    Buffer window(int offset, int rows, int columns);

    /** Rows {@code from} to {@code from + count - 1}. */
    default Buffer rows(int from, int count) {
        return window(from * columns(), count, columns());
    }
}
