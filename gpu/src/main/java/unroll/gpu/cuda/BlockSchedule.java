package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which all blocks of a device do the steps of a loop together ({@code grid.cu}): steps that do not depend on each
 * other are on one level, and between levels all blocks wait for each other.
 */
final class BlockSchedule {
    /** What {@code grid.cu} does beside the steps of {@code rows.cu}. */
    private static final int PRODUCT = 9;

    private static final int HOLD = 10;
    private static final int WAIT = 11;

    /** Columns of a group, and numbers of the inner sum that a block takes at a time. */
    private static final int GROUP = 8;

    private static final int INNER = 128;

    /** Memory of a block beside the columns that it holds: numbers of a tile, and bytes of two steps. */
    private static final int TILE = 8704;

    private static final int STEPS = 512;

    /** A part of the rows is no smaller. */
    private static final int FEWEST_ROWS = 16;

    /** Which blocks hold which columns of a matrix: its first place, of how many, for how many parts of the rows; where they are held. */
    private record Seats(int first, int places, int parts, long held) {}

    private final int blocks;
    private final List<List<LoopStep>> levels = new ArrayList<>();
    private final Map<Long, Seats> seats = new HashMap<>();
    private final List<LoopStep> matrices = new ArrayList<>();
    private long held;

    private BlockSchedule(List<LoopStep> all, int blocks, int bytes) {
        this.blocks = blocks;
        StepDependencies dependencies = new StepDependencies(bytes);
        for (LoopStep step : all) {
            int level = dependencies.level(step);
            while (levels.size() <= level) {
                levels.add(new ArrayList<>());
            }
            levels.get(level).add(step);
        }
        levels.forEach(this::seat);
    }

    /** Numbers that a block holds of a matrix of n columns and k rows. */
    static long held(int n, int k, int blocks) {
        return (long) Math.ceilDiv(Math.ceilDiv(n, GROUP), blocks) * Math.ceilDiv(k, INNER) * INNER * GROUP;
    }

    /** Bytes of a block's memory that holds {@code held} numbers of {@code bytes} bytes. */
    static long memory(long held, int bytes) {
        return STEPS + bytes * (TILE + held);
    }

    /** The steps as a device's blocks do them together; a number has {@code bytes} bytes. */
    static ByteBuffer of(ByteBuffer steps, int blocks, int bytes) {
        return new BlockSchedule(LoopStep.all(steps), blocks, bytes).written();
    }

    /** Distributes the blocks over the products of a level; those that add to the same sums have the same blocks. */
    private void seat(List<LoopStep> level) {
        Map<Long, Integer> first = new HashMap<>();
        int places = 0;
        for (LoopStep step : level) {
            if (step.product() && !first.containsKey(step.written())) {
                first.put(step.written(), places);
                places += groups(step);
            }
        }
        for (LoopStep step : level) {
            if (step.product() && !seats.containsKey(step.matrix())) {
                int parts = Math.clamp(blocks / places, 1, Math.ceilDiv(step.m(), FEWEST_ROWS));
                seats.put(step.matrix(), new Seats(first.getOrDefault(step.written(), 0), places, parts, held));
                matrices.add(step);
                held += held(step.n(), step.k(), blocks);
            }
        }
    }

    private static int groups(LoopStep step) {
        return Math.ceilDiv(step.n(), GROUP);
    }

    private ByteBuffer written() {
        List<ByteBuffer> all = new ArrayList<>();
        for (LoopStep step : matrices) {
            all.add(placed(step, HOLD));
        }
        for (List<LoopStep> level : levels) {
            if (all.size() > matrices.size()) {
                all.add(LoopStep.of(WAIT));
            }
            Map<Long, Seats> adding = new HashMap<>();
            for (LoopStep step : level) {
                Seats before = step.product() ? adding.put(step.written(), seats(step)) : null;
                if (before != null && !alike(before, seats(step))) {
                    all.add(LoopStep.of(WAIT)); // other blocks add to these sums
                }
                all.add(step.product() ? placed(step, PRODUCT) : step.bytes());
            }
        }
        ByteBuffer steps = LoopStep.allocate(all.size());
        all.forEach(step -> steps.put(step.duplicate()));
        return steps.flip();
    }

    private static boolean alike(Seats one, Seats other) {
        return one.first == other.first && one.places == other.places && one.parts == other.parts;
    }

    private Seats seats(LoopStep step) {
        Seats found = seats.get(step.matrix());
        if (found == null) {
            throw new IllegalStateException("a matrix without blocks");
        }
        return found;
    }

    private ByteBuffer placed(LoopStep step, int code) {
        Seats at = seats(step);
        return step.as(code, at.first, at.places, at.parts, at.held);
    }
}
