package unroll.engine.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.sequence.Batch;

/**
 * Predicts a symbol from the {@code n - 1} before it by interpolated Kneser-Ney smoothing, learned from a whole text.
 *
 * <p>With h the symbols before and h' all of them but the first, {@code p(w|h) = max(c(hw) - D, 0) / c(h) +
 * D N(h) / c(h) p(w|h')}: c counts occurrences at the order n and, below it, the different symbols that stand before hw; N
 * counts the different symbols after h; {@code D = n_1 / (n_1 + 2 n_2)} with n_k the hw that are counted k times, one for
 * each order; below the single symbols all are equally probable. Source: Chen and Goodman, "An empirical study of smoothing
 * techniques for language modeling" (1999), sec. 2.7 and 3.
 */
public final class NGram implements Baseline {
    /** Texts longer than this are learned from their end only: more would cost time and memory and change little. */
    private static final int MOST_LEARNED = 10_000_000;

    /** A discount outside these would leave no probability for what was not seen, or all of it. */
    private static final double LEAST_DISCOUNT = 0.1;

    private static final double MOST_DISCOUNT = 0.9;

    private final int[] text;
    private final int symbols;
    private final int order;
    /** For each k the contexts of k symbols by their number in base {@link #symbols}. */
    private final List<Map<Long, Continuations>> contexts = new ArrayList<>();

    private final double[] discounts;

    /**
     * A model that has not read yet.
     *
     * @param text codes 0 to {@code symbols - 1}; not copied
     * @param symbols how many there are, V
     * @param order n, at least 1; V^n below 2^63
     */
    public NGram(int[] text, int symbols, int order) {
        if (order < 1 || symbols < 2 || order * Math.log(symbols) >= 63 * Math.log(2)) {
            throw new IllegalArgumentException("no " + order + "-grams of " + symbols + " symbols");
        }
        if (text.length < order) {
            throw new IllegalArgumentException("a text of " + text.length + " symbols holds no " + order + "-gram");
        }
        this.text = text;
        this.symbols = symbols;
        this.order = order;
        discounts = new double[order];
    }

    @Override
    public String name() {
        return order == 1 ? "unigram" : "Kneser-Ney " + order + "-gram";
    }

    /** Learns from the text; the batch is a part of it. */
    @Override
    public void fit(Batch training) {
        contexts.clear();
        for (int k = 0; k < order; k++) {
            contexts.add(new HashMap<>());
        }
        int from = Math.max(0, text.length - MOST_LEARNED);
        for (int end = from + order - 1; end < text.length; end++) {
            boolean first = true;
            for (int k = order - 1; k >= 0 && first; k--) {
                // a gram that is new at one order is a new symbol before its own end, one order below
                first = contexts.get(k)
                        .computeIfAbsent(number(text, end - k, k), number -> new Continuations())
                        .add(text[end]);
            }
        }
        for (int k = 0; k < order; k++) {
            discounts[k] = discount(contexts.get(k));
        }
    }

    /** {@code k} symbols as one number. */
    private long number(int[] codes, int from, int k) {
        long number = 0;
        for (int i = from; i < from + k; i++) {
            number = number * symbols + codes[i];
        }
        return number;
    }

    private static double discount(Map<Long, Continuations> all) {
        long once = 0;
        long twice = 0;
        for (Continuations after : all.values()) {
            once += after.counted(1);
            twice += after.counted(2);
        }
        double share = once == 0 ? 0 : once / (once + 2.0 * twice);
        return Math.clamp(share, LEAST_DISCOUNT, MOST_DISCOUNT);
    }

    @Override
    public double[] predict(Batch batch) {
        if (contexts.isEmpty() || batch.outputs() != symbols) {
            throw new IllegalStateException("fit to " + symbols + " symbols, not to " + batch.outputs());
        }
        double[] predictions = new double[batch.target().length];
        int[] codes = new int[batch.steps()];
        double[] p = new double[symbols];
        for (int b = 0; b < batch.sequences(); b++) {
            for (int t = 0; t < batch.steps(); t++) {
                codes[t] = (int) batch.input()[batch.inputAt(t, b)];
                distribution(codes, t + 1, p);
                System.arraycopy(p, 0, predictions, batch.targetAt(t, b), symbols);
            }
        }
        return predictions;
    }

    /** What follows the first {@code length} of {@code codes}: overwrites {@code p [V]}. */
    private void distribution(int[] codes, int length, double[] p) {
        Arrays.fill(p, 1.0 / symbols);
        for (int k = 0; k < order && k <= length; k++) {
            Continuations after = contexts.get(k).get(number(codes, length - k, k));
            if (after == null) {
                return; // a longer context has not been seen either
            }
            after.mix(discounts[k], p);
        }
    }
}
