package unroll.engine.optim;

import java.util.ArrayList;
import java.util.List;

/**
 * The iterates of one run of conjugate gradients that are kept, to choose among them at its end: those numbered {@code ceil(5 * 1.3^j)} and the
 * last (Martens 2010). Keeps their memory for the next run.
 */
final class Iterates {
    /** Martens (2010), sec. 4.6. */
    private static final double FIRST = 5;

    private static final double GROWTH = 1.3;

    private final List<double[]> kept = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private double next;

    /** Forgets those before. */
    void clear() {
        numbers.clear();
        next = FIRST;
    }

    /** Whether iterate {@code i} is one to keep. */
    boolean due(int i) {
        return i == (int) Math.ceil(next);
    }

    /** Keeps a copy of iterate {@code i}, unless it is kept already. */
    void keep(int i, double[] x) {
        if (due(i)) {
            next *= GROWTH;
        }
        if (!numbers.isEmpty() && numbers.getLast() == i) {
            return;
        }
        if (kept.size() == numbers.size()) {
            kept.add(new double[x.length]);
        }
        Vectors.copy(x, kept.get(numbers.size()));
        numbers.add(i);
    }

    int size() {
        return numbers.size();
    }

    /** Iterate number {@link #number}{@code (j)}. */
    double[] get(int j) {
        return kept.get(j);
    }

    int number(int j) {
        return numbers.get(j);
    }
}
