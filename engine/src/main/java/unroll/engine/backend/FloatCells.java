package unroll.engine.backend;

import java.lang.foreign.MemorySegment;

/**
 * A window of a float array, with the memory segment that native code is given.
 *
 * <p>The class for double is generated: build/Doubles.java.
 */
final class FloatCells implements Buffer {
    final float[] array;
    final int from;
    final MemorySegment segment;
    final Slices slices;
    private final int rows;
    private final int columns;

    FloatCells(float[] array, int from, int rows, int columns) {
        this.array = array;
        this.from = from;
        this.rows = rows;
        this.columns = columns;
        segment = MemorySegment.ofArray(array).asSlice((long) from * Float.BYTES, (long) rows * columns * Float.BYTES);
        slices = new Slices(segment, Float.BYTES);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** One past the last index. */
    int to() {
        return from + size();
    }

    @Override
    public Buffer window(int offset, int windowRows, int windowColumns) {
        Shapes.window(this, offset, windowRows, windowColumns);
        return new FloatCells(array, from + offset, windowRows, windowColumns);
    }
}
