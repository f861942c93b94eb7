package unroll.engine.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All K^T alignments, one by one: the definition that the recursions and the searches are held against. */
final class Enumeration {
    /** What alignments of one string have together. */
    static final class Mass {
        private double probability;
        private final double[] ones;
        private final double[][] pairs;

        private Mass(int size) {
            ones = new double[size];
            pairs = new double[size][size];
        }

        double probability() {
            return probability;
        }

        /** The probability of each class at each step given the string, {@code [T][K]}. */
        double posterior(int i) {
            return ones[i] / probability;
        }

        /** The covariance of the one-hot alignment given the string. */
        double covariance(int i, int j) {
            return pairs[i][j] / probability - posterior(i) * posterior(j);
        }
    }

    private final Map<List<Integer>, Mass> strings = new HashMap<>();
    private final Outputs outputs;
    private final double[] p;

    Enumeration(Collapse collapse, Outputs outputs) {
        this.outputs = outputs;
        p = outputs.softmax();
        int[] path = new int[outputs.steps()];
        do {
            add(path, strings.computeIfAbsent(string(collapse, path, outputs.classes() - 1), l -> new Mass(p.length)));
        } while (next(path, outputs.classes()));
    }

    private void add(int[] path, Mass mass) {
        double product = 1;
        for (int t = 0; t < path.length; t++) {
            product *= p[at(path, t)];
        }
        mass.probability += product;
        for (int t = 0; t < path.length; t++) {
            mass.ones[at(path, t)] += product;
            for (int u = 0; u < path.length; u++) {
                mass.pairs[at(path, t)][at(path, u)] += product;
            }
        }
    }

    private int at(int[] path, int t) {
        return t * outputs.classes() + path[t];
    }

    /** Counts up like a number with T digits; false after the last. */
    private static boolean next(int[] path, int classes) {
        for (int t = 0; t < path.length; t++) {
            if (++path[t] < classes) {
                return true;
            }
            path[t] = 0;
        }
        return false;
    }

    static List<Integer> string(Collapse collapse, int[] path, int blank) {
        List<Integer> runs = new ArrayList<>();
        for (int t = 0; t < path.length; t++) {
            boolean repeats = t > 0 && path[t] == path[t - 1];
            if (collapse == Collapse.DROP_BLANKS || !repeats) {
                runs.add(path[t]);
            }
        }
        runs.removeIf(k -> k == blank);
        return runs;
    }

    /** Every string that can be spelled. */
    Map<List<Integer>, Mass> strings() {
        return strings;
    }

    /** The alignments of a string; refused where it has none. */
    Mass of(List<Integer> labels) {
        return Objects.requireNonNull(strings.get(labels), () -> labels + " cannot be spelled");
    }

    static int[] array(List<Integer> labels) {
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }
}
