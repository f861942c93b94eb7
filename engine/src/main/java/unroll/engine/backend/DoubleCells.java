package unroll.engine.backend;

import java.lang.foreign.MemorySegment;

/**
 * A window of a double array, with the memory segment that native code is given.
 *
 * <p>Made from FloatCells by changing the type; a test holds the two together.
 */
final class DoubleCells implements Buffer {
    final double[] array;
    final int from;
    final MemorySegment segment;
    final Slices slices;
    private final int rows;
    private final int columns;

    DoubleCells(double[] array, int from, int rows, int columns) {
        this.array = array;
        this.from = from;
        this.rows = rows;
        this.columns = columns;
        segment =
                MemorySegment.ofArray(array).asSlice((long) from * Double.BYTES, (long) rows * columns * Double.BYTES);
        slices = new Slices(segment, Double.BYTES);
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
        return new DoubleCells(array, from + offset, windowRows, windowColumns);
    }
}
