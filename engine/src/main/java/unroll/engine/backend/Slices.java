package unroll.engine.backend;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The memory of a buffer from any place on, for native code that works on pieces of it: each slice is made when first
 * used and kept, so that the same product allocates nothing the second time. Several threads may use it at once.
 */
final class Slices {
    private final MemorySegment whole;
    private final int bytes;
    private volatile SliceTable table = new SliceTable(new int[0], new MemorySegment[0]);

    /** Slices of {@code whole}, whose numbers have {@code bytes} bytes. */
    Slices(MemorySegment whole, int bytes) {
        this.whole = whole;
        this.bytes = bytes;
    }

    /** The memory from number {@code index} on. */
    MemorySegment from(int index) {
        SliceTable known = table;
        int at = Arrays.binarySearch(known.places, index);
        return at >= 0 ? known.slices[at] : add(index);
    }

    private synchronized MemorySegment add(int index) {
        int at = Arrays.binarySearch(table.places, index);
        if (at >= 0) {
            return table.slices[at];
        }
        table = table.with(-at - 1, index, whole.asSlice((long) index * bytes));
        return table.slices[-at - 1];
    }

    /** Places in ascending order with their slices; never changed. */
    private record SliceTable(int[] places, MemorySegment[] slices) {
        SliceTable with(int at, int place, MemorySegment slice) {
            int[] morePlaces = Arrays.copyOf(places, places.length + 1);
            MemorySegment[] moreSlices = Arrays.copyOf(slices, places.length + 1);
            System.arraycopy(places, at, morePlaces, at + 1, places.length - at);
            System.arraycopy(slices, at, moreSlices, at + 1, places.length - at);
            morePlaces[at] = place;
            moreSlices[at] = slice;
            return new SliceTable(morePlaces, moreSlices);
        }
    }
}
