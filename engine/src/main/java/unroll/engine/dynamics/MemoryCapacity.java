package unroll.engine.dynamics;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * How much of an input can be read from a state linearly, and how long afterwards (Jaeger 2001, "Short term memory in echo state networks").
 *
 * @param recalled share of the variance of the input {@code k} steps ago that a linear function of the state explains, less what
 *     chance explains, by k from 0
 */
public record MemoryCapacity(double[] recalled) {
    /** Steps before which nothing counts. */
    private static final int WASH_OUT = 1000;

    /** Directions smaller than this share of the mean are rounding. */
    private static final double ROUNDING = 1e-13;

    /** The sum over all lags, at most n: so many inputs are remembered. */
    public double sum() {
        return Arrays.stream(recalled).sum();
    }

    /** The first lag of which less than half is recalled; as many as there are where that is none. */
    public int halfLag() {
        int lag = 0;
        while (lag < recalled.length && recalled[lag] >= 0.5) {
            lag++;
        }
        return lag;
    }

    /**
     * Measures it with numbers that are uniform in -1 .. 1 on one input, the others held at 0.
     *
     * @param input which, from 0
     * @param lags how many
     * @param steps that count
     * @param progress told the share that is done; ends the measuring by an exception of its own
     */
    public static MemoryCapacity of(
            NetworkMap map, int input, int lags, int steps, long seed, DoubleConsumer progress) {
        if (lags < 1 || steps <= lags || map.predictor().signature().symbols()) {
            throw new IllegalArgumentException(
                    "memory is measured of an input that is a number, over more steps than lags");
        }
        int n = map.size();
        int before = WASH_OUT + lags;
        double[][] inputs =
                new double[before + steps][map.predictor().signature().inputs()];
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] u = new double[inputs.length];
        for (int t = 0; t < u.length; t++) {
            u[t] = 2 * random.nextDouble() - 1;
            inputs[t][input] = u[t];
        }
        NetworkMap driven = map.receiving(new InputMode.Driven(inputs));
        StateMap.Steps one = driven.steps(1);
        double[] state = driven.first();
        double[] mean = new double[n];
        double[][] states = new double[steps][n];
        for (int t = 0; t < u.length; t++) {
            one.next(t, state, state);
            if (t >= before) {
                states[t - before] = state.clone();
                Vectors.add(1.0 / steps, state, 0, mean, 0, n);
            }
            if (t % 256 == 0) {
                progress.accept(0.5 * t / u.length);
            }
        }
        return new MemoryCapacity(recalled(states, mean, u, before, lags, share -> progress.accept(0.5 + share / 2)));
    }

    private static double[] recalled(
            double[][] states, double[] mean, double[] u, int before, int lags, DoubleConsumer progress) {
        int n = mean.length;
        int steps = states.length;
        DMatrixRMaj squares = new DMatrixRMaj(n, n);
        for (double[] state : states) {
            Vectors.add(-1, mean, 0, state, 0, n);
            for (int i = 0; i < n; i++) {
                Vectors.add(state[i], state, 0, squares.data, i * n, n);
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += squares.get(i, i);
        }
        for (int i = 0; i < n; i++) {
            squares.add(i, i, ROUNDING * trace / n);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        if (!solver.setA(squares)) {
            throw new ArithmeticException(
                    "the states do not vary, or left the finite numbers, so that nothing is read from them");
        }
        double[] recalled = new double[lags];
        DMatrixRMaj product = new DMatrixRMaj(n, 1);
        DMatrixRMaj weights = new DMatrixRMaj(n, 1);
        for (int lag = 0; lag < lags; lag++) {
            Arrays.fill(product.data, 0);
            double sum = 0;
            double square = 0;
            for (int t = 0; t < steps; t++) {
                double past = u[before + t - lag];
                Vectors.add(past, states[t], 0, product.data, 0, n);
                sum += past;
                square += past * past;
            }
            solver.solve(product.copy(), weights);
            double explained = Vectors.dot(product.data, weights.data);
            recalled[lag] = explained / (square - sum * sum / steps) - (double) n / steps;
            progress.accept((lag + 1.0) / lags);
        }
        return recalled;
    }
}
