package unroll.gpu.cuda;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often all blocks must have waited for all before a step may be done. Steps on rows are the same block's for the same row and
 * follow each other in it; what a product reads may be any block's, and its sums are those blocks' that have the columns.
 */
final class StepDependencies {
    /**
     * Levels from which on something may be done with a piece of memory; sums that were added up last are said by where they begin and
     * their columns.
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

    /** The level of the next step; steps are asked for in their order. */
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

    /** The pieces that so many numbers are made of. */
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

    /** Has no piece go on beyond an address. */
    private void cut(long at) {
        Map.Entry<Long, Region> before = regions.lowerEntry(at);
        if (before != null && before.getValue().end > at) {
            regions.put(at, before.getValue().copy());
            before.getValue().end = at;
        }
    }
}
