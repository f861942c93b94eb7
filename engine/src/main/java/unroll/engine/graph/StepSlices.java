package unroll.engine.graph;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.backend.Buffer;

/**
 * One of a signal's three matrices, cut into slices of time steps: each slice is cut when first used and kept, so that
 * the same sweep allocates nothing the second time. One thread at a time.
 */
final class StepSlices {
    private final Buffer whole;
    private final int begin;
    private final int steps;
    private final int sequences;
    private final Buffer[] single;
    private final List<Slice> slices = new ArrayList<>();

    /** The rows of {@code steps} steps from {@code begin} on, {@code sequences} rows each. */
    StepSlices(Buffer whole, int begin, int steps, int sequences) {
        this.whole = whole;
        this.begin = begin;
        this.steps = steps;
        this.sequences = sequences;
        single = new Buffer[steps];
        for (int t = 0; t < steps; t++) {
            single[t] = whole.rows(t * sequences, sequences);
        }
    }

    private record Slice(int from, int to, Buffer rows) {}

    Buffer whole() {
        return whole;
    }

    /** The rows of steps {@code from} to {@code to - 1}. */
    Buffer rows(int from, int to) {
        if (to == from + 1) {
            return single[from - begin];
        }
        if (from == begin && to == begin + steps) {
            return whole;
        }
        for (int i = 0; i < slices.size(); i++) { // counting allocates no iterator
            Slice slice = slices.get(i);
            if (slice.from == from && slice.to == to) {
                return slice.rows;
            }
        }
        Buffer rows = whole.rows((from - begin) * sequences, (to - from) * sequences);
        slices.add(new Slice(from, to, rows));
        return rows;
    }
}
