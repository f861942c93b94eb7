package unroll.engine.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.model.Layout;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;

/**
 * What is reported of a network on test sequences: its task's metrics. Where binary Boltzmann machines model targets that are on or off, their
 * predictions are means and tell little of how likely whole frames are; then the likelihood is found instead, with an effort that does not
 * grow with the data.
 */
public final class TestScores {
    /** Chains of each step that is taken: their number matters less than that of the steps. */
    private static final int CHAINS = 10;

    /** Of a good model of chorales 60 flatter by up to 0.15 nats a step, 300 by nothing that can be seen (measured). */
    private static final int TEMPERATURES = 100;

    /** Steps that are taken at most: with those units a second or two. */
    private static final int STEPS = 400;

    private final Batch test;
    private final long seed;
    private final List<Metric> metrics;
    private final Optional<RowLikelihoods> rows;

    /**
     * The scores of a problem's network.
     *
     * @param test the sequences
     * @param seed of what is drawn where something is
     */
    public TestScores(Problem problem, Batch test, long seed) {
        this.test = test;
        this.seed = seed;
        metrics = metrics(problem);
        rows = estimated(problem)
                ? Optional.of(new RowLikelihoods(
                        VisibleUnits.BINARY, 1, weights(problem).rows(), test, effort(every(test)), seed))
                : Optional.empty();
    }

    /** The metrics, the headline first; a network of the problem need not be made. */
    public static List<Metric> metrics(Problem problem) {
        List<Metric> metrics = new ArrayList<>(problem.task().metrics());
        if (estimated(problem)) {
            Metric exact = metrics.getFirst();
            Layout.Slot weights = weights(problem);
            String method = effort(1).enumerates(weights.rows(), weights.columns())
                    ? "by summing over all states"
                    : "by AIS at " + TEMPERATURES + " temperatures";
            metrics.set(0, new Metric(exact.name() + " " + method, exact.unit(), exact.score()));
            metrics.add(new Metric(
                    "standard error of annealed importance sampling", exact.unit(), (batch, predictions) -> 0));
            metrics.add(new Metric("cross-entropy of the means per step", exact.unit(), exact.score()));
        }
        return List.copyOf(metrics);
    }

    private static boolean estimated(Problem problem) {
        return problem.task().draws() && problem.model().machines().equals(Optional.of(VisibleUnits.BINARY));
    }

    private static Layout.Slot weights(Problem problem) {
        return problem.layout().slot("W");
    }

    private static int every(Batch test) {
        int counted = (int) Arrays.stream(test.weight()).filter(w -> w != 0).count();
        return Math.max(1, Math.ceilDiv(counted, STEPS));
    }

    private static Effort effort(int every) {
        return new Effort(CHAINS, TEMPERATURES, every);
    }

    /** Takes what {@link #of} needs from a network that has gone through some sequences; see {@link RowLikelihoods#take}. */
    public void take(Rollout rollout, double[] predictions, int first, int count) {
        rows.ifPresent(taking -> taking.take(rollout, predictions, first, count));
    }

    /** The scores of predictions that are not the network's own. */
    public double of(Metric metric, double[] others) {
        return metric.score().of(test, others);
    }

    /**
     * The scores of a network of which all sequences were taken.
     *
     * @param predictions of it {@code [T][B][O]}
     * @param rollout any over it
     */
    public double[] of(double[] predictions, Rollout rollout, Workers workers) {
        double[] scores = metrics.stream()
                .mapToDouble(metric -> metric.score().of(test, predictions))
                .toArray();
        rows.ifPresent(taken -> {
            Backend backend = rollout.backend();
            double[] weights =
                    backend.read(rollout.machines().orElseThrow().weights().value());
            Likelihood found = taken.find(weights, seed, workers, share -> {});
            scores[0] = -found.mean();
            scores[scores.length - 2] = found.error();
        });
        return scores;
    }
}
