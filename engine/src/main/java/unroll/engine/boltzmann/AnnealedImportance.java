package unroll.engine.boltzmann;

import java.util.Arrays;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.loss.Loss;
import unroll.engine.random.Purpose;
import unroll.engine.random.RowStreams;

/**
 * Estimates the logarithms of partition functions by annealed importance sampling (Neal 2001; Salakhutdinov and Murray 2008): chains go
 * from visible units that are independent to a machine, whose weights grow from 0 to W meanwhile, in even steps.
 *
 * <p>Too few temperatures give a log Z that is too low, and so flatter a model; how many chains the weights leave in effect tells of it.
 * One thread at a time.
 */
public final class AnnealedImportance {
    private final Backend backend;
    private final VisibleUnits units;
    private final Gibbs gibbs;
    private final int chains;
    private final int temperatures;
    private final int machines;
    private final int visible;
    private final int hidden;
    private final Buffer v;
    private final Buffer base;
    private final Buffer change;
    private final Buffer bias;
    private final Buffer hiddenBias;
    private final Buffer x;
    private final Buffer u;
    private final Buffer h;
    private final Buffer zeros;
    private final Buffer unused;
    private final Buffer one;
    private final Buffer[] drives;
    private final double[] states;
    private final double[] changes;
    private final RowStreams streams = new RowStreams();

    /**
     * For so many machines at once.
     *
     * @param weights W, hidden x visible units
     * @param chains of each machine, at least 2
     * @param temperatures steps from independent units to the machine
     */
    public AnnealedImportance(
            Backend backend, VisibleUnits units, Buffer weights, int machines, int chains, int temperatures) {
        this.backend = backend;
        this.units = units;
        this.chains = chains;
        this.temperatures = temperatures;
        this.machines = machines;
        gibbs = new Gibbs(backend, units, weights);
        gibbs.prepare();
        hidden = weights.rows();
        visible = weights.columns();
        int rows = machines * chains;
        v = backend.allocate(rows, visible);
        base = backend.allocate(rows, visible);
        change = backend.allocate(rows, visible);
        bias = backend.allocate(rows, visible);
        hiddenBias = backend.allocate(rows, hidden);
        x = backend.allocate(rows, hidden);
        u = backend.allocate(rows, hidden);
        h = backend.allocate(rows, hidden);
        zeros = backend.allocate(1, hidden);
        unused = backend.allocate(1, hidden);
        one = backend.allocate(1, 1);
        backend.fill(1, one);
        drives = new Buffer[rows];
        Arrays.setAll(drives, row -> u.rows(row, 1));
        states = new double[rows * visible];
        changes = new double[rows * visible];
    }

    /**
     * What was found of each machine.
     *
     * @param logPartition of {@code Z = sum exp(-F(v))}, for Gaussian units without the term {@code -|b_v|^2 / 2}: {@code F(v) = |v|^2 / 2 -
     *     b_v'v - sum softplus}
     * @param error its standard error
     * @param effective chains that the weights leave, of all
     */
    public record Estimate(double[] logPartition, double[] error, double[] effective) {}

    /**
     * Estimates of as many machines as this is for, whose rows are biases.
     *
     * @param centres biases of the visible units where W counts for nothing, best those that give the machine's means
     * @param seed of all that is drawn
     * @param first number of the first machine, by which its chains are drawn
     */
    public Estimate of(double[] hiddenBiases, double[] visibleBiases, double[] centres, long seed, long first) {
        backend.write(repeated(hiddenBiases, hidden), 0, hiddenBias);
        double[] from = repeated(centres, visible);
        double[] to = repeated(visibleBiases, visible);
        Arrays.setAll(changes, i -> to[i] - from[i]);
        backend.write(from, 0, base);
        backend.write(changes, 0, change);
        streams.restart(seed, Purpose.GIBBS, first * chains);
        double[] logWeights = new double[machines * chains];
        begin();
        for (int k = 1; k <= temperatures; k++) {
            double before = (k - 1.0) / temperatures;
            double now = (double) k / temperatures;
            weigh(before, now, logWeights);
            if (k < temperatures) {
                sweep(now, k);
            }
        }
        return estimate(logWeights, logBase(centres, hiddenBiases));
    }

    private double[] repeated(double[] rows, int width) {
        double[] all = new double[machines * chains * width];
        for (int row = 0; row < machines * chains; row++) {
            System.arraycopy(rows, row / chains * width, all, row * width, width);
        }
        return all;
    }

    /** Draws independent visible units. */
    private void begin() {
        backend.activate(units.mean(), base, v);
        gibbs.drawVisible(v, streams.at(0, machines * chains, 0), v);
        receive();
    }

    /** {@code x = W v}. */
    private void receive() {
        backend.fill(0, u);
        gibbs.drive(v, u, x);
    }

    /** Multiplies weights by how much likelier the states are at one temperature than at another. */
    private void weigh(double before, double now, double[] logWeights) {
        backend.read(v, states, 0);
        addHidden(-1, before, logWeights);
        addHidden(1, now, logWeights);
        for (int row = 0; row < logWeights.length; row++) {
            double along = 0;
            for (int i = row * visible; i < (row + 1) * visible; i++) {
                along += states[i] * changes[i];
            }
            logWeights[row] += (now - before) * along;
        }
    }

    /** Adds {@code sign sum softplus(b_h + beta x)} of every row. */
    private void addHidden(double sign, double beta, double[] logWeights) {
        backend.copy(hiddenBias, u);
        backend.addScaled(beta, x, u);
        for (int row = 0; row < logWeights.length; row++) {
            logWeights[row] += sign * backend.loss(Loss.LOGISTIC, drives[row], zeros, one, 0, unused);
        }
    }

    private void sweep(double beta, int k) {
        int rows = machines * chains;
        backend.activate(Activation.LOGISTIC, u, h); // u is b_h + beta x from the weighing
        gibbs.drawHidden(h, streams.at(0, rows, 2 * k));
        backend.scale(beta, h);
        backend.copy(base, bias);
        backend.addScaled(beta, change, bias);
        gibbs.visibleMean(h, bias, v);
        gibbs.drawVisible(v, streams.at(0, rows, 2 * k + 1), v);
        receive();
    }

    /** The logarithm of the partition function where W counts for nothing. */
    private double[] logBase(double[] centres, double[] hiddenBiases) {
        double[] logBase = new double[machines];
        for (int m = 0; m < machines; m++) {
            double sum = 0;
            for (int i = m * visible; i < (m + 1) * visible; i++) {
                sum += switch (units) {
                    case BINARY -> FreeEnergy.softplus(centres[i]);
                    case GAUSSIAN -> (Math.log(2 * Math.PI) + centres[i] * centres[i]) / 2;
                };
            }
            for (int j = m * hidden; j < (m + 1) * hidden; j++) {
                sum += FreeEnergy.softplus(hiddenBiases[j]);
            }
            logBase[m] = sum;
        }
        return logBase;
    }

    private Estimate estimate(double[] logWeights, double[] logBase) {
        double[] error = new double[machines];
        double[] effective = new double[machines];
        for (int m = 0; m < machines; m++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int c = m * chains; c < (m + 1) * chains; c++) {
                most = Math.max(most, logWeights[c]);
            }
            double sum = 0;
            double squares = 0;
            for (int c = m * chains; c < (m + 1) * chains; c++) {
                double weight = Math.exp(logWeights[c] - most);
                sum += weight;
                squares += weight * weight;
            }
            double mean = sum / chains;
            double variance = Math.max(0, squares - chains * mean * mean) / (chains - 1);
            logBase[m] += most + Math.log(mean);
            error[m] = Math.sqrt(variance / chains) / mean;
            effective[m] = sum * sum / squares;
        }
        return new Estimate(logBase, error, effective);
    }
}
