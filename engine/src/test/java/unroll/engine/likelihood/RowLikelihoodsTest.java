package unroll.engine.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.model.ContrastiveDivergence;
import unroll.engine.model.Machines;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.PredictionSettings;
import unroll.engine.model.Rbm;
import unroll.engine.model.RnnRbm;
import unroll.engine.objective.Workers;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.Schedule;

/** The oracle goes through all states of both layers. */
class RowLikelihoodsTest {
    private static final int STEPS = 12;
    private static final int SEQUENCES = 9;
    private static final int VISIBLE = 5;
    private static final int HIDDEN = 4;
    private static final Effort EXACT = new Effort(4, 4, 1);
    private static final Effort SAMPLED = new Effort(3, 5, 1);

    private final Backend backend = new ReferenceBackend();
    private final Batch batch = batch();
    private final Rollout rollout = rollout();

    /** Random frames; two sequences end early, and one counts twice. */
    private static Batch batch() {
        Batch batch = new Batch(STEPS, SEQUENCES, VISIBLE, VISIBLE);
        Philox random = new Philox(2, Purpose.TEST_DATA);
        Arrays.setAll(batch.input(), i -> random.integer(0, 1));
        Arrays.setAll(batch.target(), i -> random.integer(0, 1));
        Arrays.fill(batch.weight(), 1);
        for (int t = 0; t < STEPS; t++) {
            batch.weight()[batch.weightAt(t, 1)] = t < 5 ? 1 : 0;
            batch.weight()[batch.weightAt(t, 7)] = t < 8 ? 1 : 0;
            batch.weight()[batch.weightAt(t, 4)] = 2;
        }
        return batch;
    }

    private Rollout rollout() {
        var divergence = new ContrastiveDivergence(Schedule.constant(1), false);
        Model model = new RnnRbm(
                        3, HIDDEN, VisibleUnits.BINARY, 1, 0, 0, divergence, new PredictionSettings.MeanField(20))
                .model(VISIBLE, VISIBLE);
        Parameters parameters = Parameters.of(model.layout(), backend);
        Philox random = new Philox(3, Purpose.INITIALISATION);
        double[] theta = new double[model.layout().size()];
        Arrays.setAll(theta, i -> random.gaussian());
        backend.write(theta, 0, parameters.value());
        return rollout(model, parameters);
    }

    private Rollout rollout(Model model, Parameters parameters) {
        Rollout made = new Rollout(
                backend,
                model,
                (b, output, target, weight) -> {
                    throw new AssertionError("the model brings its criterion");
                },
                parameters,
                new Rollout.Shape(STEPS, SEQUENCES, VISIBLE, false));
        made.load(batch.input(), batch.target(), batch.weight());
        made.graph().forward();
        return made;
    }

    private Likelihood found(Effort effort, long seed) {
        Buffer predicted = backend.allocate(STEPS * SEQUENCES, VISIBLE);
        rollout.predictions(predicted);
        var rows = new RowLikelihoods(VisibleUnits.BINARY, 1, HIDDEN, batch, effort, seed);
        rows.take(rollout, backend.read(predicted), 0, SEQUENCES);
        try (Workers workers = new Workers(2)) {
            return rows.find(weights(), seed, workers, share -> {});
        }
    }

    private double[] weights() {
        return backend.read(rollout.machines().orElseThrow().weights().value());
    }

    private double expected() {
        Machines machines = rollout.machines().orElseThrow();
        double[] hidden = backend.read(machines.hiddenBias().value());
        double[] visible = backend.read(machines.visibleBias().value());
        double sum = 0;
        double count = 0;
        for (int row = 0; row < STEPS * SEQUENCES; row++) {
            int data = 0;
            for (int i = 0; i < VISIBLE; i++) {
                data += batch.target()[row * VISIBLE + i] == 1 ? 1 << i : 0;
            }
            double all = 0;
            double those = 0;
            for (int v = 0; v < 1 << VISIBLE; v++) {
                for (int h = 0; h < 1 << HIDDEN; h++) {
                    double p = Math.exp(minusEnergy(hidden, visible, row, v, h));
                    all += p;
                    those += v == data ? p : 0;
                }
            }
            sum += batch.weight()[row] * Math.log(those / all);
            count += batch.weight()[row];
        }
        return sum / count;
    }

    private double minusEnergy(double[] hidden, double[] visible, int row, int v, int h) {
        double sum = 0;
        double[] w = weights();
        for (int j = 0; j < HIDDEN; j++) {
            for (int i = 0; i < VISIBLE; i++) {
                sum += (h >> j & v >> i & 1) * w[j * VISIBLE + i];
            }
            sum += (h >> j & 1) * hidden[row * HIDDEN + j];
        }
        for (int i = 0; i < VISIBLE; i++) {
            sum += (v >> i & 1) * visible[row * VISIBLE + i];
        }
        return sum;
    }

    /** A mixture of 2^H Gaussian densities: of each hidden state, weighted by how likely it is. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3})
    void of_numbers_it_is_that_of_the_mixture_whatever_the_noise(double noise) {
        var divergence = new ContrastiveDivergence(Schedule.constant(1), false);
        Model model = new Rbm(2, VisibleUnits.GAUSSIAN, noise, 0, 0, divergence, new PredictionSettings.MeanField(3))
                .model(VISIBLE, VISIBLE);
        Parameters parameters = Parameters.of(model.layout(), backend);
        Philox random = new Philox(5, Purpose.INITIALISATION);
        double[] theta = new double[model.layout().size()];
        Arrays.setAll(theta, i -> random.gaussian());
        backend.write(theta, 0, parameters.value());
        Rollout frames = rollout(model, parameters);
        Buffer predicted = backend.allocate(STEPS * SEQUENCES, VISIBLE);
        frames.predictions(predicted);
        var rows = new RowLikelihoods(VisibleUnits.GAUSSIAN, noise, 2, batch, EXACT, 1);
        rows.take(frames, backend.read(predicted), 0, SEQUENCES);
        double[] w = Arrays.copyOf(theta, 2 * VISIBLE);
        double[] bv = Arrays.copyOfRange(theta, 2 * VISIBLE, 3 * VISIBLE);
        double[] bh = Arrays.copyOfRange(theta, 3 * VISIBLE, 3 * VISIBLE + 2);
        double sum = 0;
        double count = 0;
        for (int row = 0; row < STEPS * SEQUENCES; row++) {
            double density = 0;
            double all = 0;
            for (int state = 0; state < 4; state++) {
                double log = (state & 1) * bh[0] + (state >> 1) * bh[1];
                double logDensity = 0;
                for (int i = 0; i < VISIBLE; i++) {
                    double mean = bv[i] + noise * ((state & 1) * w[i] + (state >> 1) * w[VISIBLE + i]);
                    log += (mean * mean - bv[i] * bv[i]) / (2 * noise * noise);
                    double off = (batch.target()[row * VISIBLE + i] - mean) / noise;
                    logDensity -= off * off / 2 + Math.log(noise * Math.sqrt(2 * Math.PI));
                }
                density += Math.exp(log + logDensity);
                all += Math.exp(log);
            }
            sum += batch.weight()[row] * Math.log(density / all);
            count += batch.weight()[row];
        }
        try (Workers workers = new Workers(1)) {
            assertThat(rows.find(w, 1, workers, share -> {}).mean()).isCloseTo(sum / count, within(1e-9));
        }
    }

    @Test
    void small_machines_are_summed_up() {
        Likelihood found = found(EXACT, 1);
        assertThat(found.method()).isEqualTo(Likelihood.Method.ENUMERATION);
        assertThat(found.mean()).isCloseTo(expected(), within(1e-10));
        assertThat(found.error()).isLessThan(1e-12);
        assertThat(found.steps()).isEqualTo(STEPS * SEQUENCES - 11).isEqualTo(found.of());
    }

    /** The error counts that the others were not taken; what is known of these makes it smaller. */
    @Test
    void of_some_steps_the_mean_of_all_is_found_within_its_error() {
        double exact = expected();
        double squares = 0;
        double mean = 0;
        double error = 0;
        int draws = 60;
        for (int seed = 0; seed < draws; seed++) {
            Likelihood some = found(new Effort(4, 4, 3), seed);
            assertThat(some.steps()).isEqualTo(33);
            squares += Math.pow((some.mean() - exact) / some.error(), 2) / draws;
            mean += (some.mean() - exact) / draws;
            error += some.error() / draws;
        }
        assertThat(Math.abs(mean)).isLessThan(4 * error / Math.sqrt(draws));
        assertThat(squares).as("mean square in standard errors").isBetween(0.3, 3.0);
        assertThat(error)
                .as("of 25 steps whose likelihoods differ by more than a nat")
                .isLessThan(0.1);
    }

    @Test
    void sampling_has_an_error_that_is_true() {
        double exact = expected();
        double squares = 0;
        int draws = 30;
        for (int seed = 0; seed < draws; seed++) {
            Likelihood sampled = found(SAMPLED, seed);
            assertThat(sampled.method()).isEqualTo(Likelihood.Method.SAMPLING);
            squares += Math.pow((sampled.mean() - exact) / sampled.error(), 2) / draws;
        }
        assertThat(squares).as("mean square in standard errors").isBetween(0.2, 4.0);
    }
}
