package unroll.engine.likelihood;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.baseline.NormalEquations;
import unroll.engine.boltzmann.AnnealedImportance;
import unroll.engine.boltzmann.Enumeration;
import unroll.engine.boltzmann.FreeEnergy;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.likelihood.Likelihood.Method;
import unroll.engine.model.Machines;
import unroll.engine.objective.Workers;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;

/**
 * The log-likelihood of test sequences by Boltzmann machines of which each step has one with biases of its own. Partition functions are found
 * for some of the steps, and predicted for the others: linearly from free energy and entropy at the predicted means, of which the mean field
 * bound consists. The free energies of the targets are known for all.
 *
 * <p>Sampling runs on the processor always: a card would wait for every row.
 */
public final class RowLikelihoods {
    /** Machines that are annealed side by side. */
    private static final int GROUP = 50;

    /** Where sampling begins no unit is surer than this, so that chains can still turn it. */
    private static final double LEAST = 0.003;

    private static final double MOST = 0.9;

    /** Steps from which coefficients are learned at least; a constant takes their place where there are fewer. */
    private static final int LEARNED = 30;

    private static final int FEATURES = 3;

    private final Batch test;
    private final Effort effort;
    private final VisibleUnits units;
    private final double noise;
    private final int hidden;
    private final int visible;

    /** The rows of the test sequences that are taken, ascending, and at which place a row is among them; -1 for the others. */
    private final int[] taken;

    private final int[] places;
    private final double[] hiddenBias;
    private final double[] visibleBias;
    private final double[] centres;

    /** Of every row: F at its target, and 1, F and the entropy at its predicted means. */
    private final double[] energies;

    private final double[] features;

    /**
     * Of some test sequences.
     *
     * @param noise the standard deviation of Gaussian visible units, in whose units the machines see frames; 1 for others
     * @param hidden units of each machine
     * @param seed by which steps are chosen where not all are taken
     */
    public RowLikelihoods(VisibleUnits units, double noise, int hidden, Batch test, Effort effort, long seed) {
        this.test = test;
        this.effort = effort;
        this.units = units;
        this.noise = noise;
        this.hidden = hidden;
        visible = test.outputs();
        taken = chosen(test.weight(), effort.every(), seed);
        places = new int[test.weight().length];
        Arrays.fill(places, -1);
        for (int i = 0; i < taken.length; i++) {
            places[taken[i]] = i;
        }
        hiddenBias = new double[taken.length * hidden];
        visibleBias = new double[taken.length * visible];
        centres = new double[taken.length * visible];
        energies = new double[places.length];
        features = new double[places.length * FEATURES];
    }

    /** Of each {@code every} rows that count, one after the other, one by chance: evenly spaced ones could all be of one beat. */
    private static int[] chosen(double[] weight, int every, long seed) {
        int[] counted = counted(weight);
        Philox random = new Philox(seed, Purpose.SAMPLING);
        int[] chosen = new int[Math.ceilDiv(counted.length, every)];
        Arrays.setAll(chosen, i -> counted[random.integer(i * every, Math.min((i + 1) * every, counted.length) - 1)]);
        return chosen;
    }

    private static int[] counted(double[] weight) {
        return IntStream.range(0, weight.length).filter(row -> weight[row] != 0).toArray();
    }

    /**
     * Takes the machines of sequences {@code first} to {@code first + count - 1} from a network that has gone through them as its first
     * ones. Several threads may do so for different sequences.
     *
     * @param predicted by the network {@code [T][its B][V]}
     */
    public void take(Rollout rollout, double[] predicted, int first, int count) {
        Machines machines = rollout.machines().orElseThrow();
        Backend backend = rollout.backend();
        double[] hiddenBiases = backend.read(machines.hiddenBias().value());
        double[] visibleBiases = backend.read(machines.visibleBias().value());
        var energy = new FreeEnergy(units, backend.read(machines.weights().value()), hidden, visible);
        int sequences = rollout.graph().sequences();
        double[] predictions = scaled(predicted);
        double[] targets = new double[predictions.length];
        for (int t = 0; t < test.steps(); t++) {
            int at = test.targetAt(t, first);
            double[] frames = scaled(Arrays.copyOfRange(test.target(), at, at + count * visible));
            System.arraycopy(frames, 0, targets, t * sequences * visible, frames.length);
            for (int b = 0; b < count; b++) {
                int row = test.weightAt(t, first + b);
                int from = t * sequences + b;
                if (test.weight()[row] == 0) {
                    continue;
                }
                energies[row] = energy.of(from, hiddenBiases, visibleBiases, targets) + visible * Math.log(noise);
                features[row * FEATURES] = 1;
                features[row * FEATURES + 1] = energy.of(from, hiddenBiases, visibleBiases, predictions);
                features[row * FEATURES + 2] = entropy(predictions, from);
                int place = places[row];
                if (place >= 0) {
                    System.arraycopy(hiddenBiases, from * hidden, hiddenBias, place * hidden, hidden);
                    System.arraycopy(visibleBiases, from * visible, visibleBias, place * visible, visible);
                    System.arraycopy(predictions, from * visible, centres, place * visible, visible);
                }
            }
        }
    }

    private double[] scaled(double[] values) {
        return noise == 1 ? values : Arrays.stream(values).map(v -> v / noise).toArray();
    }

    /** Of visible units that are independent, a constant of Gaussian ones left out. */
    private double entropy(double[] means, int row) {
        double sum = 0;
        for (int i = row * visible; i < (row + 1) * visible && units == VisibleUnits.BINARY; i++) {
            double p = Math.clamp(means[i], 1e-12, 1 - 1e-12);
            sum -= p * Math.log(p) + (1 - p) * Math.log(1 - p);
        }
        return sum;
    }

    /**
     * The mean over all rows by their weights, once all were taken.
     *
     * @param weights W, row by row, hidden x visible
     * @param progress is told the share that is done
     */
    public Likelihood find(double[] weights, long seed, Workers workers, DoubleConsumer progress) {
        boolean small = effort.enumerates(hidden, visible);
        double[] logPartition = new double[taken.length];
        double[] error = new double[taken.length];
        double[] effective = new double[taken.length];
        Arrays.fill(effective, Double.NaN);
        int groups = Math.ceilDiv(taken.length, GROUP);
        AtomicInteger done = new AtomicInteger();
        workers.run(groups, group -> {
            int from = group * GROUP;
            int to = Math.min(taken.length, from + GROUP);
            if (small) {
                enumerate(weights, from, to, logPartition);
            } else {
                sample(weights, from, to, seed, logPartition, error, effective);
            }
            progress.accept((double) done.incrementAndGet() / groups);
        });
        return all(logPartition, error, effective);
    }

    private void enumerate(double[] weights, int from, int to, double[] logPartition) {
        Enumeration sums = new Enumeration(units, weights, hidden, visible);
        for (int r = from; r < to; r++) {
            logPartition[r] = sums.logPartition(hiddenBias, r * hidden, visibleBias, r * visible);
        }
    }

    private void sample(
            double[] weights, int from, int to, long seed, double[] logPartition, double[] error, double[] effective) {
        Backend processor = CpuBackend.of(Precision.SINGLE);
        Buffer w = processor.allocate(hidden, visible);
        processor.write(weights, 0, w);
        AnnealedImportance.Estimate estimate = new AnnealedImportance(
                        processor, units, w, to - from, effort.chains(), effort.temperatures())
                .of(
                        Arrays.copyOfRange(hiddenBias, from * hidden, to * hidden),
                        Arrays.copyOfRange(visibleBias, from * visible, to * visible),
                        biases(Arrays.copyOfRange(centres, from * visible, to * visible)),
                        seed,
                        from);
        System.arraycopy(estimate.logPartition(), 0, logPartition, from, to - from);
        System.arraycopy(estimate.error(), 0, error, from, to - from);
        System.arraycopy(estimate.effective(), 0, effective, from, to - from);
    }

    /** Those by which independent units have about these means. */
    private double[] biases(double[] means) {
        if (units == VisibleUnits.BINARY) {
            for (int i = 0; i < means.length; i++) {
                double p = Math.clamp(means[i], LEAST, MOST);
                means[i] = Math.log(p / (1 - p));
            }
        }
        return means;
    }

    /**
     * The mean over all rows. Its error is that of the partition functions that were found and, where these are not all, that of the
     * coefficients by which the others follow: of the mean of what they leave over, a sample without replacement.
     */
    private Likelihood all(double[] logPartition, double[] error, double[] effective) {
        int known = taken.length < LEARNED ? 1 : FEATURES;
        NormalEquations equations = new NormalEquations(known, 1);
        for (int i = 0; i < taken.length; i++) {
            equations.add(test.weight()[taken[i]], features(taken[i]), logPartition, i);
        }
        double[] coefficients = equations.solve(0);
        double part = 0;
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < taken.length; i++) {
            double weight = test.weight()[taken[i]];
            part += weight;
            squares += Math.pow(weight * error[i], 2);
            spread += Math.pow(weight * (logPartition[i] - predicted(coefficients, taken[i])), 2);
        }
        int of = counted(test.weight()).length;
        double left = (1 - (double) taken.length / of) * taken.length / Math.max(1, taken.length - known);
        return new Likelihood(
                mean(coefficients),
                Math.sqrt(squares + left * spread) / part,
                Arrays.stream(effective).average().orElse(Double.NaN),
                taken.length,
                of,
                effort.enumerates(hidden, visible) ? Method.ENUMERATION : Method.SAMPLING);
    }

    private double[] features(int row) {
        return Arrays.copyOfRange(features, row * FEATURES, (row + 1) * FEATURES);
    }

    private double predicted(double[] coefficients, int row) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * features[row * FEATURES + i];
        }
        return sum;
    }

    /** What is left over has the mean 0 where there is a constant, so that the partition functions that were found need not be told apart. */
    private double mean(double[] coefficients) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < energies.length; row++) {
            double weight = test.weight()[row];
            sum -= weight * (energies[row] + predicted(coefficients, row));
            weights += weight;
        }
        return sum / weights;
    }
}
