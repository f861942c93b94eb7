package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import unroll.engine.dynamics.Portrait.Box;

/**
 * To which attractor each state of a plane comes. Two starts come to the same one where cells of the space of states that they visit in the
 * end are the same (Nusse and Yorke 1998; Datseris and Wagemakers 2022). Starts lie off the round numbers, where the borders of symmetric
 * networks are: on a border a start comes to a point that no other one reaches.
 */
final class Basins {
    /** The golden section: no border at a round number meets it. */
    private static final double OFF = (Math.sqrt(5) - 1) / 2;

    private static final int WATCHED = 64;

    /** Cells across the box. */
    private static final int CELLS = 50;

    /** Starts side by side. */
    private static final int ROWS = 1024;

    private final StateMap map;
    private final int n;
    private final double width;
    private final Map<Long, Integer> owners = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<double[][]> ends = new ArrayList<>();

    private Basins(StateMap map, Box box) {
        this.map = map;
        n = map.size();
        width = Math.max(box.right() - box.left(), box.top() - box.bottom()) / CELLS;
    }

    /** The number of its attractor for each start, and of each attractor some states. */
    record Found(int[][] basins, List<double[][]> attractors) {}

    static Found of(StateMap map, Plane plane, Box box, int across, int steps, DoubleConsumer progress) {
        return new Basins(map, box).find(plane, box, across, steps, progress);
    }

    private Found find(Plane plane, Box box, int across, int steps, DoubleConsumer progress) {
        int[] labels = new int[across * across];
        for (int from = 0; from < labels.length; from += ROWS) {
            int count = Math.min(ROWS, labels.length - from);
            double[] states = new double[count * n];
            for (int r = 0; r < count; r++) {
                int i = (from + r) / across;
                int j = (from + r) % across;
                plane.put(box.x((i + OFF) / across), box.y((j + OFF) / across), states, r);
            }
            follow(states, count, steps, labels, from);
            progress.accept((double) (from + count) / labels.length);
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        List<double[][]> attractors = new ArrayList<>();
        int[][] basins = new int[across][across];
        for (int k = 0; k < labels.length; k++) {
            int root = root(labels[k]);
            basins[k / across][k % across] = numbers.computeIfAbsent(root, label -> {
                attractors.add(ends.get(label));
                return attractors.size() - 1;
            });
        }
        return new Found(basins, attractors);
    }

    private void follow(double[] states, int count, int steps, int[] labels, int from) {
        StateMap.Steps side = map.steps(count);
        Arrays.fill(labels, from, from + count, -1);
        for (int t = 0; t < steps; t++) {
            side.next(t, states, states);
        }
        double[][][] last = new double[count][WATCHED][];
        for (int t = 0; t < WATCHED; t++) {
            side.next(steps + t, states, states);
            for (int r = 0; r < count; r++) {
                last[r][t] = Arrays.copyOfRange(states, r * n, (r + 1) * n);
            }
        }
        for (int r = 0; r < count; r++) {
            labels[from + r] = label(last[r]);
        }
    }

    /** The label of the cells that these states visit; those that had labels of their own until now have one from now on. */
    private int label(double[][] visited) {
        long[] cells = Arrays.stream(visited).mapToLong(this::cell).distinct().toArray();
        int label = -1;
        for (long visitedCell : cells) {
            Integer owner = owners.get(visitedCell);
            if (owner != null) {
                int root = root(owner);
                if (label >= 0 && root != label) {
                    parents.set(Math.max(root, label), Math.min(root, label));
                }
                label = label >= 0 ? Math.min(root, label) : root;
            }
        }
        if (label < 0) {
            label = parents.size();
            parents.add(label);
            ends.add(visited);
        }
        for (long visitedCell : cells) {
            owners.putIfAbsent(visitedCell, label);
        }
        return label;
    }

    private int root(int label) {
        int root = label;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        return root;
    }

    private long cell(double[] state) {
        long key = 17;
        for (double number : state) {
            long place = Double.isFinite(number) ? (long) Math.floor(number / width + OFF) : Long.MAX_VALUE;
            key = (key ^ place) * 0x9E3779B97F4A7C15L;
            key ^= key >>> 29;
        }
        return key;
    }
}
