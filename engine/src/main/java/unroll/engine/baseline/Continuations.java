package unroll.engine.baseline;

import java.util.Arrays;

/** How often each symbol was counted after one context; only the symbols that were. */
final class Continuations {
    private int[] symbols = new int[2];
    private int[] counts = new int[2];
    private int size;
    private long total;

    /** Counts a symbol once more; true if it is the first time. */
    boolean add(int symbol) {
        total++;
        for (int i = 0; i < size; i++) {
            if (symbols[i] == symbol) {
                counts[i]++;
                return false;
            }
        }
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        symbols[size] = symbol;
        counts[size] = 1;
        size++;
        return true;
    }

    /** How many symbols were counted exactly {@code times}. */
    int counted(int times) {
        int found = 0;
        for (int i = 0; i < size; i++) {
            found += counts[i] == times ? 1 : 0;
        }
        return found;
    }

    /** {@code p(w) <- max(c(w) - D, 0) / c + D N / c p(w)}, where p is the probability after a shorter context. */
    void mix(double discount, double[] p) {
        double rest = discount * size / total;
        for (int w = 0; w < p.length; w++) {
            p[w] *= rest;
        }
        for (int i = 0; i < size; i++) {
            p[symbols[i]] += (counts[i] - discount) / total;
        }
    }
}
