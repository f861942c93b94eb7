package unroll.gpu.cuda;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the level of each step: how often all blocks must have waited for each other before it may be done. A block does the steps
 * on its rows in their order; what a product reads may have been written by any block, and its sums are written by the blocks that
 * hold its columns.
 */
final class StepDependencies {
    /**
     * The level from which on each kind of access to a piece of memory is allowed; the sums that a product added to it last are
     * identified by where they begin and by their columns.
     */
    private static final class Region {
        private long end;
        private int read;
        private int factor;
        private int write;
        private int sum;
        private int added = -1;
        private long origin;
        private int columns;

        Region(long end) {
            this.end = end;
        }

        Region copy() {
            Region other = new Region(end);
            other.read = read;
            other.factor = factor;
            other.write = write;
            other.sum = sum;
            other.added = added;
            other.origin = origin;
            other.columns = columns;
            return other;
        }
    }

    private final int bytes;
    private final TreeMap<Long, Region> regions = new TreeMap<>();

    /** @param bytes of a number */
    StepDependencies(int bytes) {
        this.bytes = bytes;
    }

    /** The level of the next step; to be called for all steps in their order. */
    int level(LoopStep step) {
        return step.product() ? product(step) : each(step);
    }

    private int each(LoopStep step) {
        int last = step.operands() - 1;
        int level = 0;
        for (int i = 0; i <= last; i++) {
            for (Region region : regions(step.operand(i), step.size())) {
                level = Math.max(level, i < last ? region.read : Math.max(region.read, region.write));
            }
        }
        for (int i = 0; i < last; i++) {
            for (Region region : regions(step.operand(i), step.size())) {
                region.write = Math.max(region.write, level);
                region.sum = Math.max(region.sum, level + 1);
                region.added = -1;
            }
        }
        for (Region region : regions(step.operand(last), step.size())) {
            region.read = level;
            region.write = level;
            region.factor = level + 1;
            region.sum = level + 1;
            region.added = -1;
        }
        return level;
    }

    private int product(LoopStep step) {
        int level = 0;
        for (Region region : regions(step.factor(), (long) step.m() * step.k())) {
            level = Math.max(level, region.factor);
        }
        for (Region region : regions(step.written(), (long) step.m() * step.n())) {
            boolean same = region.added >= 0 && region.origin == step.written() && region.columns == step.n();
            level = Math.max(level, same ? region.added : region.sum);
        }
        for (Region region : regions(step.factor(), (long) step.m() * step.k())) {
            region.write = Math.max(region.write, level + 1);
            region.sum = Math.max(region.sum, level + 1);
            region.added = -1;
        }
        for (Region region : regions(step.written(), (long) step.m() * step.n())) {
            region.read = level + 1;
            region.write = level + 1;
            region.factor = level + 1;
            region.sum = level + 1;
            region.added = level;
            region.origin = step.written();
            region.columns = step.n();
        }
        return level;
    }

    /** The pieces of memory that {@code numbers} numbers from an address on consist of. */
    private Collection<Region> regions(long from, long numbers) {
        long to = from + numbers * bytes;
        cut(from);
        cut(to);
        long at = from;
        while (at < to) {
            Map.Entry<Long, Region> next = regions.ceilingEntry(at);
            if (next == null || next.getKey() > at) {
                long end = next == null ? to : Math.min(to, next.getKey());
                regions.put(at, new Region(end));
                at = end;
            } else {
                at = next.getValue().end;
            }
        }
        return regions.subMap(from, to).values();
    }

    /** Splits the piece that extends beyond an address, if there is one. */
    private void cut(long at) {
        Map.Entry<Long, Region> before = regions.lowerEntry(at);
        if (before != null && before.getValue().end > at) {
            regions.put(at, before.getValue().copy());
            before.getValue().end = at;
        }
    }
}
