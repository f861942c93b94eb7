package unroll.engine.baseline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import unroll.engine.sequence.Batch;

/**
 * Parts of a batch that have nothing to do with each other: sequences with an input in common, as windows of one series that overlap, are in
 * the same part.
 */
final class Folds {
    private Folds() {}

    /** For each sequence the part that it is in, from 0 to {@code most - 1} at most; all 0 where everything hangs together. */
    static int[] of(Batch batch, int most) {
        int[] first = new int[batch.sequences()];
        Arrays.setAll(first, b -> b);
        Map<Long, Integer> seen = new HashMap<>();
        for (int b = 0; b < first.length; b++) {
            for (int t = 0; t < batch.steps(); t++) {
                if (batch.weight()[batch.weightAt(t, b)] > 0) {
                    Integer other = seen.putIfAbsent(mark(batch, t, b), b);
                    if (other != null) {
                        join(first, b, other);
                    }
                }
            }
        }
        int[] parts = new int[first.length];
        int groups = 0;
        for (int b = 0; b < first.length; b++) {
            int root = root(first, b);
            parts[b] = root == b ? groups++ % most : parts[root];
        }
        return parts;
    }

    /** A number that two different inputs hardly ever share. */
    private static long mark(Batch batch, int t, int b) {
        long mark = 0;
        int at = batch.inputAt(t, b);
        for (int i = at; i < at + batch.inputs(); i++) {
            mark = (mark ^ Double.doubleToLongBits(batch.input()[i])) * 0x9E3779B97F4A7C15L;
            mark ^= mark >>> 32;
        }
        return mark;
    }

    private static void join(int[] first, int b, int other) {
        int one = root(first, b);
        int two = root(first, other);
        first[Math.max(one, two)] = Math.min(one, two);
    }

    /** The first sequence that one hangs together with. */
    private static int root(int[] first, int b) {
        int root = b;
        while (first[root] != root) {
            first[root] = first[first[root]];
            root = first[root];
        }
        return root;
    }
}
