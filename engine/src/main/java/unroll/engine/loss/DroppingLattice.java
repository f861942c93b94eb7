package unroll.engine.loss;

/**
 * The thesis' recursion (eq. 2.48 to 2.51): {@code alpha [t][m]} is {@code log S_m,t}, M + 1 states by the number of labels
 * that have been emitted after t steps.
 */
final class DroppingLattice extends Lattice {
    DroppingLattice(int steps, int longest) {
        super(steps, longest);
    }

    @Override
    double forward(LogProbabilities p, int[] labels, int count) {
        int states = count + 1;
        fill(alpha, 0, states);
        alpha[0] = 0;
        for (int t = 0; t < p.steps(); t++) {
            int before = t * states;
            int after = before + states;
            double blank = p.of(t, p.blank());
            alpha[after] = blank + alpha[before];
            for (int m = 1; m < states; m++) {
                double emitted = p.of(t, labels[m - 1]) + alpha[before + m - 1];
                alpha[after + m] = logAdd(blank + alpha[before + m], emitted);
            }
        }
        return alpha[p.steps() * states + count];
    }

    @Override
    void backward(LogProbabilities p, int[] labels, int count, double[] mass) {
        int states = count + 1;
        fill(beta, 0, states);
        beta[count] = 0;
        for (int t = p.steps() - 1; t >= 0; t--) {
            int before = t * states;
            int row = t * (2 * count + 1);
            double blank = p.of(t, p.blank());
            for (int m = 0; m < count; m++) {
                double stays = blank + beta[m];
                double emits = p.of(t, labels[m]) + beta[m + 1];
                mass[row + 2 * m] = alpha[before + m] + stays;
                mass[row + 2 * m + 1] = alpha[before + m] + emits;
                beta[m] = logAdd(stays, emits);
            }
            beta[count] += blank;
            mass[row + 2 * count] = alpha[before + count] + beta[count];
        }
    }
}
