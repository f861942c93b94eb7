package unroll.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.baseline.Baseline;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.loss.Loss;
import unroll.engine.model.ContrastiveDivergence;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.PredictionSettings;
import unroll.engine.model.Rbm;
import unroll.engine.objective.Capability;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.optim.Lbfgs;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.SettingsException;
import unroll.engine.task.Appearance;
import unroll.engine.task.Task;

/** A criterion that is estimated by sampling, and seeds several signals, enters where every other does. */
class ContrastiveCriterionTest {
    private static final int VISIBLE = 6;
    private static final int HIDDEN = 4;

    private static final int DRAWS = 8;

    /** Chains for each of the five patterns. */
    private static final int COPIES = 2000;

    private static final JsonObject EXACT = exact();
    private static final double[][] PATTERNS = rows(EXACT.getAsJsonArray("inputs"));
    private static final double[] THETA = flat(EXACT.getAsJsonObject("params"));
    private static final double[] GRADIENT = flat(EXACT.getAsJsonObject("gradient"));

    private final Backend backend = new ReferenceBackend();

    /** The patterns, drawn at random, one a step. */
    private static final class Patterns implements Task {
        @Override
        public int inputs() {
            return VISIBLE;
        }

        @Override
        public int outputs() {
            return VISIBLE;
        }

        @Override
        public int steps() {
            return 1;
        }

        @Override
        public Loss loss() {
            return Loss.LOGISTIC;
        }

        @Override
        public void draw(Split split, Philox random, Batch batch, int b) {
            double[] pattern = PATTERNS[random.integer(0, PATTERNS.length - 1)];
            System.arraycopy(pattern, 0, batch.input(), batch.inputAt(0, b), VISIBLE);
            System.arraycopy(pattern, 0, batch.target(), batch.targetAt(0, b), VISIBLE);
            batch.weight()[batch.weightAt(0, b)] = 1;
        }

        @Override
        public List<Metric> metrics() {
            return List.of();
        }

        @Override
        public double floor(Batch batch) {
            return 0;
        }

        @Override
        public List<Baseline> baselines() {
            return List.of();
        }

        @Override
        public Appearance appearance() {
            throw new UnsupportedOperationException("no test predicts");
        }
    }

    private static Model machine(int sweeps) {
        return new Rbm(
                        HIDDEN,
                        VisibleUnits.BINARY,
                        1,
                        0,
                        0,
                        new ContrastiveDivergence(Schedule.constant(sweeps), false),
                        new PredictionSettings.MeanField(1))
                .model(VISIBLE, VISIBLE);
    }

    /** The network at the parameters of the enumeration, over so many copies of its patterns. */
    private Rollout rollout(int chain) {
        Problem problem = new Problem(new Patterns(), machine(chain));
        Parameters parameters = Parameters.of(problem.layout(), backend);
        int rows = COPIES * PATTERNS.length;
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(rows));
        backend.write(THETA, 0, parameters.value());
        double[] inputs = new double[rows * VISIBLE];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(PATTERNS[row % PATTERNS.length], 0, inputs, row * VISIBLE, VISIBLE);
        }
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        rollout.load(inputs, inputs, weights);
        return rollout;
    }

    private double[] gradient(Rollout rollout, long seed) {
        rollout.draw(seed, 0, 0);
        rollout.gradient(1.0 / (COPIES * PATTERNS.length));
        double[] gradient = new double[THETA.length];
        backend.read(rollout.parameters().gradient(), gradient, 0);
        return gradient;
    }

    /** The length of the difference to the gradient of the negative log-likelihood. */
    private static double error(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += (gradient[i] + GRADIENT[i]) * (gradient[i] + GRADIENT[i]);
        }
        return Math.sqrt(sum);
    }

    /** The mean over several draws. */
    private double[] mean(Rollout rollout) {
        double[] mean = new double[THETA.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] gradient = gradient(rollout, draw);
            Arrays.setAll(mean, i -> mean[i] + gradient[i] / DRAWS);
        }
        return mean;
    }

    @Test
    void longer_chains_lead_to_the_gradient_that_enumeration_finds() {
        double one = error(mean(rollout(1)));
        double two = error(mean(rollout(2)));
        double thirty = error(mean(rollout(30)));
        // each number is a mean over chains of products within 0 to 1, whose deviation is at most a half
        double noise = Math.sqrt(GRADIENT.length * 0.25 / (DRAWS * COPIES * PATTERNS.length));
        assertThat(thirty).isLessThan(noise);
        assertThat(two).isGreaterThan(2 * noise);
        assertThat(one).isGreaterThan(two + noise);
    }

    @Test
    void what_is_drawn_follows_from_seed_and_sequence_alone() {
        Rollout rollout = rollout(3);
        double[] first = gradient(rollout, 1);
        double[] other = gradient(rollout, 2);
        assertThat(gradient(rollout, 1)).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void it_is_no_loss_and_has_no_curvature() {
        Rollout rollout = rollout(1);
        assertThat(rollout.measure().loss()).isFalse();
        assertThat(rollout.curved()).isFalse();
        assertThatThrownBy(() -> rollout.gaussNewton(1, 0)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void the_objective_of_every_other_network_trains_it() {
        Problem problem = new Problem(new Patterns(), machine(10));
        try (Workers workers = new Workers(2)) {
            ShardedObjective objective =
                    new ShardedObjective(backend, problem, new ThroughTime(), Regularisation.NONE, 100, 5, workers);
            var theta = backend.allocate(1, THETA.length);
            var gradient = backend.allocate(1, THETA.length);
            backend.write(THETA, 0, theta);
            for (int update = 0; update < 300; update++) {
                objective.draw(update);
                objective.whole().gradient(theta, gradient);
                backend.addScaled(-0.3, gradient, theta);
            }
            double[] learned = new double[THETA.length];
            backend.read(theta, learned, 0);
            double before = logLikelihood(THETA);
            assertThat(before).isCloseTo(EXACT.get("log_likelihood").getAsDouble(), within());
            // five patterns, each as probable as the others, allow -log 5
            assertThat(logLikelihood(learned)).isBetween(0.6 * before, -Math.log(PATTERNS.length));
        }
    }

    @Test
    void methods_that_compare_losses_are_refused_before_they_begin() {
        Problem problem = new Problem(new Patterns(), machine(10));
        try (Workers workers = new Workers(1)) {
            ShardedObjective objective =
                    new ShardedObjective(backend, problem, new ThroughTime(), Regularisation.NONE, 100, 5, workers);
            assertThatThrownBy(() -> new Lbfgs(3, 5, 0.9, 20).optimiser(objective))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("optimiser: L-BFGS cannot train this, for its gradient is not that of the "
                            + objective.measure().name() + "; choose another optimiser or model");
            assertThat(objective.whole().curvature())
                    .isEqualTo(new Capability.Absent<>("no curvature belongs to its gradient", "model"));
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    /** The mean log-likelihood of the patterns, by enumeration of all visible states. */
    private static double logLikelihood(double[] theta) {
        double partition = 0;
        for (int state = 0; state < 1 << VISIBLE; state++) {
            double[] v = new double[VISIBLE];
            for (int i = 0; i < VISIBLE; i++) {
                v[i] = state >> i & 1;
            }
            partition += Math.exp(-freeEnergy(theta, v));
        }
        double logPartition = Math.log(partition);
        return Arrays.stream(PATTERNS)
                .mapToDouble(v -> -freeEnergy(theta, v) - logPartition)
                .average()
                .orElseThrow();
    }

    private static double freeEnergy(double[] theta, double[] v) {
        double energy = 0;
        for (int i = 0; i < VISIBLE; i++) {
            energy -= theta[HIDDEN * VISIBLE + i] * v[i];
        }
        for (int j = 0; j < HIDDEN; j++) {
            double u = theta[HIDDEN * VISIBLE + VISIBLE + j];
            for (int i = 0; i < VISIBLE; i++) {
                u += theta[j * VISIBLE + i] * v[i];
            }
            energy -= Math.log(1 + Math.exp(u));
        }
        return energy;
    }

    private static JsonObject exact() {
        try {
            Path file = Path.of("src/test/resources/boltzmann/rbm_exact.json");
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** W, b_v and b_h one after the other. */
    private static double[] flat(JsonObject parameters) {
        double[] theta = new double[HIDDEN * VISIBLE + VISIBLE + HIDDEN];
        int at = 0;
        for (double[] row : rows(parameters.getAsJsonArray("W"))) {
            System.arraycopy(row, 0, theta, at, VISIBLE);
            at += VISIBLE;
        }
        for (String bias : List.of("b_v", "b_h")) {
            for (var number : parameters.getAsJsonArray(bias)) {
                theta[at++] = number.getAsDouble();
            }
        }
        return theta;
    }

    private static double[][] rows(JsonArray rows) {
        double[][] numbers = new double[rows.size()][];
        for (int i = 0; i < numbers.length; i++) {
            JsonArray row = rows.get(i).getAsJsonArray();
            numbers[i] = new double[row.size()];
            for (int j = 0; j < row.size(); j++) {
                numbers[i][j] = row.get(j).getAsDouble();
            }
        }
        return numbers;
    }
}
