package unroll.engine.likelihood;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.boltzmann.AnnealedImportance;
import unroll.engine.boltzmann.Enumeration;
import unroll.engine.boltzmann.FreeEnergy;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.likelihood.Likelihood.Method;
import unroll.engine.model.Machines;
import unroll.engine.objective.Workers;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;

/** The log-likelihoods of some rows of a batch, each by a Boltzmann machine with biases of its own. */
final class RowLikelihoods {
    /** Machines that are annealed side by side. */
    private static final int GROUP = 50;

    /** Where sampling begins no unit is surer than this, so that chains can still turn it. */
    private static final double LEAST = 0.003;

    private static final double MOST = 0.9;

    private final Backend backend;
    private final VisibleUnits units;
    private final Buffer weights;
    private final int visible;
    private final int hidden;
    private final double[] w;
    private final double[] hiddenBias;
    private final double[] visibleBias;
    private final double[] centres;
    private final double[] data;
    private final double[] share;
    private final int rows;

    RowLikelihoods(Backend backend, Rollout rollout, Machines machines, Batch test, List<Integer> rows) {
        this.backend = backend;
        this.rows = rows.size();
        units = machines.units();
        weights = machines.weights().value();
        hidden = weights.rows();
        visible = weights.columns();
        w = backend.read(weights);
        hiddenBias = some(backend.read(machines.hiddenBias().value()), hidden, rows);
        visibleBias = some(backend.read(machines.visibleBias().value()), visible, rows);
        data = some(test.target(), visible, rows);
        share = rows.stream().mapToDouble(row -> test.weight()[row]).toArray();
        Buffer predicted = backend.allocate(test.steps() * test.sequences(), visible);
        rollout.predictions(predicted);
        centres = some(backend.read(predicted), visible, rows);
        if (units == VisibleUnits.BINARY) {
            for (int i = 0; i < centres.length; i++) {
                double p = Math.clamp(centres[i], LEAST, MOST);
                centres[i] = Math.log(p / (1 - p));
            }
        }
    }

    private static double[] some(double[] all, int width, List<Integer> rows) {
        double[] some = new double[rows.size() * width];
        for (int r = 0; r < rows.size(); r++) {
            System.arraycopy(all, rows.get(r) * width, some, r * width, width);
        }
        return some;
    }

    /** The mean over the rows by their weights, of {@code of} that count. */
    Likelihood find(TestLikelihood.Effort effort, int of, long seed, Workers workers, DoubleConsumer progress) {
        boolean small = Enumeration.small(units, hidden, visible) && Math.min(hidden, visible) <= 14;
        double[] logPartition = new double[rows];
        double[] error = new double[rows];
        double[] effective = new double[rows];
        int groups = Math.ceilDiv(rows, GROUP);
        AtomicInteger done = new AtomicInteger();
        workers.run(groups, group -> {
            int from = group * GROUP;
            int to = Math.min(rows, from + GROUP);
            if (small) {
                enumerate(from, to, logPartition);
            } else {
                sample(from, to, effort, seed, logPartition, error, effective);
            }
            progress.accept((double) done.incrementAndGet() / groups);
        });
        FreeEnergy energy = new FreeEnergy(units, w, hidden, visible);
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < rows; r++) {
            sum += share[r] * (-energy.of(r, hiddenBias, visibleBias, data) - logPartition[r]);
            squares += share[r] * share[r] * error[r] * error[r];
        }
        double weight = Arrays.stream(share).sum();
        return new Likelihood(
                sum / weight,
                Math.sqrt(squares) / weight,
                small ? Double.NaN : Arrays.stream(effective).average().orElse(Double.NaN),
                rows,
                of,
                small ? Method.ENUMERATION : Method.SAMPLING);
    }

    private void enumerate(int from, int to, double[] logPartition) {
        Enumeration sums = new Enumeration(units, w, hidden, visible);
        for (int r = from; r < to; r++) {
            logPartition[r] = sums.logPartition(hiddenBias, r * hidden, visibleBias, r * visible);
        }
    }

    private void sample(
            int from,
            int to,
            TestLikelihood.Effort effort,
            long seed,
            double[] logPartition,
            double[] error,
            double[] effective) {
        AnnealedImportance.Estimate estimate = new AnnealedImportance(
                        backend, units, weights, to - from, effort.chains(), effort.temperatures())
                .of(
                        Arrays.copyOfRange(hiddenBias, from * hidden, to * hidden),
                        Arrays.copyOfRange(visibleBias, from * visible, to * visible),
                        Arrays.copyOfRange(centres, from * visible, to * visible),
                        seed,
                        from);
        System.arraycopy(estimate.logPartition(), 0, logPartition, from, to - from);
        System.arraycopy(estimate.error(), 0, error, from, to - from);
        System.arraycopy(estimate.effective(), 0, effective, from, to - from);
    }
}
