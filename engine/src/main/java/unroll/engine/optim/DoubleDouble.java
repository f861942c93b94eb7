package unroll.engine.optim;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;

/**
 * Numbers with more digits than a backend of single precision has: each is the sum of two of its own, together 48 bits. In
 * double it is one.
 */
final class DoubleDouble {
    private final Backend backend;
    private final Buffer buffer;
    private final double[] high;
    private final double[] low;
    private final Buffer[] halves;

    /** So many zeros. */
    DoubleDouble(Backend backend, int size) {
        this.backend = backend;
        int parts = backend.precision() == Precision.SINGLE ? 2 : 1;
        buffer = backend.allocate(parts, size);
        halves = new Buffer[parts];
        for (int i = 0; i < parts; i++) {
            halves[i] = buffer.rows(i, 1);
        }
        high = new double[size];
        low = new double[size];
    }

    /** The numbers as the backend keeps them, {@code [1 or 2][size]}. */
    Buffer buffer() {
        return buffer;
    }

    void write(double[] numbers) {
        backend.write(numbers, 0, halves[0]);
        if (halves.length > 1) {
            backend.read(halves[0], high, 0);
            for (int i = 0; i < numbers.length; i++) {
                low[i] = numbers[i] - high[i];
            }
            backend.write(low, 0, halves[1]);
        }
    }

    void read(double[] numbers) {
        backend.read(halves[0], numbers, 0);
        if (halves.length > 1) {
            backend.read(halves[1], low, 0);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] += low[i];
            }
        }
    }
}
