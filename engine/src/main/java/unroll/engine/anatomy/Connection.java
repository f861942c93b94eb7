package unroll.engine.anatomy;

import java.util.Optional;
import unroll.engine.model.Layout.Slot;

/**
 * Weights from m units to n.
 *
 * @param part which of {@link Anatomy#parts} sends
 * @param lag how many steps ago it did
 * @param slot which of the network's matrices; empty where the weights are none of its parameters
 * @param weights {@code [n][m]}
 * @param received what the units send, {@code [T][m]}; before their first step what they begin with
 * @param rest what the units add that are not among the m, {@code [T][n]}; empty where all are
 * @param from the first step at which it acts
 * @param to one past the last
 */
public record Connection(
        int part,
        int lag,
        Optional<Slot> slot,
        double[][] weights,
        double[][] received,
        double[][] rest,
        int from,
        int to) {
    /** Whether it acts at a step. */
    public boolean acts(int step) {
        return step >= from && step < to;
    }

    /** What it adds to unit {@code j} at a step. */
    public double sum(int j, int step) {
        if (!acts(step)) {
            return 0;
        }
        double sum = rest.length == 0 ? 0 : rest[step][j];
        for (int i = 0; i < received[step].length; i++) {
            sum += weights[j][i] * received[step][i];
        }
        return sum;
    }
}
