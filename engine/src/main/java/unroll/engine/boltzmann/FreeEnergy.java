package unroll.engine.boltzmann;

/** Free energies of single states of machines, as partition functions sum them: {@code Z = sum exp(-F(v))}. */
public final class FreeEnergy {
    private final VisibleUnits units;
    private final double[] weights;
    private final int hidden;
    private final int visible;

    /** @param weights W, row by row, {@code hidden x visible} */
    public FreeEnergy(VisibleUnits units, double[] weights, int hidden, int visible) {
        this.units = units;
        this.weights = weights;
        this.hidden = hidden;
        this.visible = visible;
    }

    /**
     * {@code F(v) = -b_v'v - sum softplus(W v + b_h)}, and for Gaussian units {@code |v|^2 / 2} more, of the machine and the state of a row.
     *
     * @param hiddenBiases a row of H numbers for each machine
     * @param visibleBiases a row of V numbers for each machine
     * @param states a row of V numbers for each machine
     */
    public double of(int row, double[] hiddenBiases, double[] visibleBiases, double[] states) {
        double sum = 0;
        for (int i = 0; i < visible; i++) {
            double v = states[row * visible + i];
            sum -= v * visibleBiases[row * visible + i] - (units == VisibleUnits.GAUSSIAN ? v * v / 2 : 0);
        }
        for (int j = 0; j < hidden; j++) {
            double u = hiddenBiases[row * hidden + j];
            for (int i = 0; i < visible; i++) {
                u += weights[j * visible + i] * states[row * visible + i];
            }
            sum -= softplus(u);
        }
        return sum;
    }

    /** {@code log(1 + exp(x))}. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
