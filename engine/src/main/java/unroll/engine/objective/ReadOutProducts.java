package unroll.engine.objective;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.rollout.ReadOut;
import unroll.engine.sequence.Batch;

/**
 * A shard's part of the normal equations: {@code [X Y]' D [X Y]} over its sequences, in double whatever the precision of the
 * network, for squares of small numbers are not to be lost beside those of large ones.
 */
final class ReadOutProducts {
    /** Rows of [X Y] that are multiplied at a time: enough for products at full speed, and few enough to stay small. */
    private static final int ROWS = 1024;

    private final Backend exact;
    private final Backend backend;
    private final ReadOut readOut;
    private final Batch batch;
    private final int first;
    private final int width;
    private final int block;
    private final Buffer samples;
    private final Buffer products;
    private final double[] rows;
    private final double[] column;

    /**
     * Products of zeros.
     *
     * @param exact computes them, in double
     * @param backend has computed the network's signals
     * @param first the first step that counts
     */
    ReadOutProducts(Backend exact, Backend backend, Shard shard, ReadOut readOut, int first) {
        this.exact = exact;
        this.backend = backend;
        this.readOut = readOut;
        this.first = first;
        batch = shard.batch();
        width = readOut.width() + (readOut.bias().isPresent() ? 1 : 0) + batch.outputs();
        block = Math.clamp(ROWS / batch.sequences(), 1, Math.max(1, batch.steps() - first));
        samples = exact.allocate(block * batch.sequences(), width);
        products = exact.allocate(width, width);
        rows = new double[samples.size()];
        int widest = readOut.terms().stream()
                .mapToInt(term -> term.input().width())
                .max()
                .orElse(1);
        column = new double[block * batch.sequences() * widest];
    }

    /** The products of the states that the last sweep left. */
    void gather() {
        exact.fill(0, products);
        for (int t = first; t < batch.steps(); t += block) {
            fill(t, Math.min(t + block, batch.steps()));
            exact.write(rows, 0, samples);
            exact.product(samples, true, samples, false, 1, products);
        }
    }

    /** Copies the products, {@code [width][width]}. */
    void read(double[] to) {
        exact.read(products, to, 0);
    }

    /** Writes the rows of steps {@code from} to {@code to - 1}, each times the root of its weight; the rest are 0. */
    private void fill(int from, int to) {
        int count = (to - from) * batch.sequences();
        int at = 0;
        for (int i = 0; i < readOut.terms().size(); i++) { // an iterator would be an allocation
            ReadOut.WeightedSignal term = readOut.terms().get(i);
            backend.read(term.input().value(from, to), column, 0);
            boolean symbols = term.input().symbolic();
            int n = term.input().width();
            for (int r = 0; r < count; r++) {
                if (symbols) {
                    Arrays.fill(rows, r * width + at, r * width + at + n, 0);
                    rows[r * width + at + (int) column[r]] = 1;
                } else {
                    System.arraycopy(column, r * n, rows, r * width + at, n);
                }
            }
            at += n;
        }
        for (int r = 0; r < count; r++) {
            if (readOut.bias().isPresent()) {
                rows[r * width + at] = 1;
            }
            int y = width - batch.outputs();
            System.arraycopy(
                    batch.target(),
                    (from * batch.sequences() + r) * batch.outputs(),
                    rows,
                    r * width + y,
                    batch.outputs());
            weigh(r, batch.weight()[from * batch.sequences() + r]);
        }
        Arrays.fill(rows, count * width, rows.length, 0);
    }

    /** A row of weight 0 is 0, whatever it holds. */
    private void weigh(int row, double weight) {
        double root = Math.sqrt(weight);
        for (int i = row * width; i < (row + 1) * width; i++) {
            rows[i] = weight == 0 ? 0 : root * rows[i];
        }
    }
}
