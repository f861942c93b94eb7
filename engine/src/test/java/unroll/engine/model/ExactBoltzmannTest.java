package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.boltzmann.Enumeration;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Schedule;

/** Machines so small that every film can be counted: probabilities are those of the reference, and they sum to 1. */
class ExactBoltzmannTest {
    private static final PredictionSettings MEAN = new PredictionSettings.MeanField(3);
    private static final JsonObject VECTOR = vector();

    private final Backend backend = new ReferenceBackend();

    private static ContrastiveDivergence sweeps(int count) {
        return new ContrastiveDivergence(Schedule.constant(count), false);
    }

    private static JsonObject vector() {
        try {
            return JsonParser.parseString(Files.readString(Path.of("src/test/resources/boltzmann/rtrbm_exact.json")))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DoubleStream numbers(JsonElement element) {
        return element.isJsonArray()
                ? StreamSupport.stream(element.getAsJsonArray().spliterator(), false)
                        .flatMapToDouble(ExactBoltzmannTest::numbers)
                : DoubleStream.of(element.getAsDouble());
    }

    /** A network over films {@code [T][B][V]}, the first frame of which is an input and all others are targets, too. */
    private Rollout over(ModelSettings settings, double[] films, int steps, int sequences, int visible) {
        Model model = settings.model(visible, visible);
        var shape = new Rollout.Shape(steps, sequences, visible, false);
        Rollout rollout = new Rollout(
                backend,
                model,
                (b, output, target, weight) -> {
                    throw new AssertionError("the model brings its criterion");
                },
                Parameters.of(model.layout(), backend),
                shape);
        int row = sequences * visible;
        double[] targets = new double[steps * row];
        System.arraycopy(films, row, targets, 0, (steps - 1) * row);
        double[] weights = new double[steps * sequences];
        Arrays.fill(weights, 0, (steps - 1) * sequences, 1);
        rollout.load(Arrays.copyOf(films, steps * row), targets, weights);
        return rollout;
    }

    private void write(Rollout rollout, JsonObject params) {
        rollout.parameters()
                .layout()
                .slots()
                .forEach(slot -> backend.write(
                        numbers(params.get(slot.name())).toArray(),
                        0,
                        rollout.parameters().get(slot.name()).value()));
    }

    /** {@code log P(v_t | v_1..t-1)} of the targets {@code [T][B]}, by enumeration. */
    private double[] logLikelihoods(Rollout rollout) {
        rollout.graph().forward();
        Machines machines = rollout.machines().orElseThrow();
        double[] w = backend.read(machines.weights().value());
        double[] bh = backend.read(machines.hiddenBias().value());
        double[] bv = backend.read(machines.visibleBias().value());
        double[] v = backend.read(rollout.target().value());
        int hidden = machines.hiddenBias().width();
        int visible = machines.visibleBias().width();
        Enumeration sums = new Enumeration(VisibleUnits.BINARY, w, hidden, visible);
        double[] found = new double[bh.length / hidden];
        for (int row = 0; row < found.length; row++) {
            found[row] = -sums.logPartition(bh, row * hidden, bv, row * visible);
            for (int i = 0; i < visible; i++) {
                found[row] += bv[row * visible + i] * v[row * visible + i];
            }
            for (int j = 0; j < hidden; j++) {
                double u = bh[row * hidden + j];
                for (int i = 0; i < visible; i++) {
                    u += w[j * visible + i] * v[row * visible + i];
                }
                found[row] += Math.log(1 + Math.exp(u));
            }
        }
        return found;
    }

    private static Rtrbm plain(int hidden, int sweeps) {
        return new Rtrbm(hidden, VisibleUnits.BINARY, 1, false, 0, true, 0, sweeps(sweeps), MEAN);
    }

    @Test
    void hidden_means_are_those_of_the_reference() {
        Rollout rollout = over(plain(3, 1), numbers(VECTOR.get("inputs")).toArray(), 5, 2, 4);
        write(rollout, VECTOR.getAsJsonObject("params"));
        rollout.graph().forward();
        assertThat(backend.read(rollout.hidden().value()))
                .containsExactly(numbers(VECTOR.get("hidden")).toArray(), within(1e-12));
    }

    @Test
    void long_chains_lead_to_the_gradient_that_enumeration_finds() {
        int copies = 500;
        double[] two = numbers(VECTOR.get("inputs")).toArray();
        double[] many = new double[two.length * copies];
        for (int t = 0; t < 5; t++) {
            for (int c = 0; c < copies; c++) {
                System.arraycopy(two, t * 8, many, (t * copies + c) * 8, 8);
            }
        }
        double noise = noise(copies);
        assertThat(error(many, copies, 40)).isLessThan(noise);
        assertThat(error(many, copies, 1)).isGreaterThan(3 * noise);
    }

    /** Of the length of a vector of means over chains and draws, of sums of five products between 0 and 1, through a memory. */
    private static double noise(int copies) {
        int parameters = 12 + 9 + 4 + 3 + 3;
        return Math.sqrt(parameters * 5 * 0.25 / (4.0 * 2 * copies));
    }

    /** How far the mean of some draws is from the exact gradient. */
    private double error(double[] films, int copies, int sweeps) {
        Rollout rollout = over(plain(3, sweeps), films, 5, 2 * copies, 4);
        write(rollout, VECTOR.getAsJsonObject("params"));
        Layout layout = rollout.parameters().layout();
        double[] mean = new double[layout.size()];
        for (int draw = 0; draw < 4; draw++) {
            rollout.draw(draw, 0, 0);
            rollout.gradient(1.0 / (2 * copies));
            double[] gradient = backend.read(rollout.parameters().gradient());
            Arrays.setAll(mean, i -> mean[i] + gradient[i] / 4);
        }
        double sum = 0;
        JsonObject exact = VECTOR.getAsJsonObject("gradient");
        for (Layout.Slot slot : layout.slots()) {
            double[] expected = numbers(exact.get(slot.name())).toArray();
            for (int i = 0; i < expected.length; i++) {
                double off = mean[slot.offset() + i] + expected[i];
                sum += off * off;
            }
        }
        return Math.sqrt(sum);
    }

    /** All films of three frames of two pixels, whose first is given: 16 ways to go on from each. */
    @Test
    void probabilities_of_all_films_sum_to_one() {
        for (ModelSettings settings : new ModelSettings[] {
            plain(3, 1),
            new Rtrbm(2, VisibleUnits.BINARY, 1, true, 1, false, 0, sweeps(1), MEAN),
            new Trbm(3, VisibleUnits.BINARY, 1, 2, true, true, true, false, 0, 0, sweeps(1), MEAN),
            new RnnRbm(3, 2, VisibleUnits.BINARY, 1, 0, 0, sweeps(1), MEAN)
        }) {
            int films = 64;
            double[] frames = new double[3 * films * 2];
            for (int film = 0; film < films; film++) {
                for (int bit = 0; bit < 6; bit++) {
                    frames[(bit / 2 * films + film) * 2 + bit % 2] = film >> bit & 1;
                }
            }
            Rollout rollout = over(settings, frames, 3, films, 2);
            double[] theta = new double[rollout.parameters().layout().size()];
            Arrays.setAll(theta, i -> Math.sin(1 + 2.3 * i));
            backend.write(theta, 0, rollout.parameters().value());
            double[] found = logLikelihoods(rollout);
            double[] sums = new double[4];
            for (int film = 0; film < films; film++) {
                sums[film & 3] += Math.exp(found[film] + found[films + film]);
            }
            assertThat(sums).as("%s", settings).containsExactly(new double[] {1, 1, 1, 1}, within(1e-12));
        }
    }

    /** The oracle goes by equations 3.2 and 3.5, with values before the first frame that depend on the time alone. */
    @Test
    void frames_and_hidden_units_before_the_first_have_learned_values() {
        int m = 2;
        int visible = 3;
        int hidden = 2;
        int steps = 4;
        double[] films =
                numbers(VECTOR.get("inputs")).limit((long) steps * visible).toArray();
        Rollout rollout = over(
                new Trbm(hidden, VisibleUnits.BINARY, 1, m, true, true, true, false, 0, 0, sweeps(1), MEAN),
                films,
                steps,
                1,
                visible);
        double[] theta = new double[rollout.parameters().layout().size()];
        Arrays.setAll(theta, i -> Math.sin(1 + 2.3 * i));
        backend.write(theta, 0, rollout.parameters().value());
        rollout.graph().forward();
        double[][] v = new double[m + steps][];
        double[][] p = new double[m + steps][];
        for (int n = 1; n <= m; n++) {
            v[m - n] = row(rollout, "v_0", n - 1, visible);
            p[m - n] = row(rollout, "h_0", n - 1, hidden);
        }
        Machines machines = rollout.machines().orElseThrow();
        for (int t = 0; t < steps; t++) {
            v[m + t] = Arrays.copyOfRange(films, t * visible, (t + 1) * visible);
            p[m + t] = new double[hidden];
            for (int j = 0; j < hidden; j++) {
                double u = received(rollout, "b_h", 0, j, new double[] {1})
                        + received(rollout, "W", j, 0, v[m + t])
                        + biasOf(rollout, j, hidden, p, v, m + t);
                p[m + t][j] = 1 / (1 + Math.exp(-u));
            }
            for (int j = 0; j < hidden; j++) {
                double bias =
                        received(rollout, "b_h", 0, j, new double[] {1}) + biasOf(rollout, j, hidden, p, v, m + t + 1);
                assertThat(backend.read(machines.hiddenBias().value())[t * hidden + j])
                        .isCloseTo(bias, within(1e-12));
                assertThat(backend.read(rollout.hidden().value())[t * hidden + j])
                        .isCloseTo(p[m + t][j], within(1e-12));
            }
            for (int i = 0; i < visible; i++) {
                double bias = received(rollout, "b_v", 0, i, new double[] {1});
                for (int n = 1; n <= m; n++) {
                    bias += received(rollout, "W_vv", (n - 1) * visible + i, 0, v[m + t + 1 - n]);
                }
                assertThat(backend.read(machines.visibleBias().value())[t * visible + i])
                        .isCloseTo(bias, within(1e-12));
            }
        }
    }

    private double[] row(Rollout rollout, String name, int index, int width) {
        double[] all = backend.read(rollout.parameters().get(name).value());
        return Arrays.copyOfRange(all, index * width, (index + 1) * width);
    }

    /** What comes of the m steps before one, at a hidden unit. */
    private double biasOf(Rollout rollout, int unit, int hidden, double[][] p, double[][] v, int at) {
        double sum = 0;
        for (int n = 1; n <= 2; n++) {
            sum += received(rollout, "W_hh", (n - 1) * hidden + unit, 0, p[at - n])
                    + received(rollout, "W_hv", (n - 1) * hidden + unit, 0, v[at - n]);
        }
        return sum;
    }

    /** A row of a parameter from a column on, times {@code x}. */
    private double received(Rollout rollout, String name, int row, int from, double[] x) {
        Layout.Slot slot = rollout.parameters().layout().slot(name);
        double[] all = backend.read(rollout.parameters().get(name).value());
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += all[row * slot.columns() + from + i] * x[i];
        }
        return sum;
    }

    /**
     * The filter's means give a lower bound of the likelihood (eq. 3.6), here of films whose first frame is given, by all states of the
     * hidden units; without connections between these they are exact, and the bound is the likelihood.
     */
    @Test
    void the_bound_of_a_temporal_machine_is_below_the_likelihood_and_reaches_it_where_the_filter_is_exact() {
        double[] films = {1, 0, 0, 1, 1, 1, 0, 1};
        for (double scale : new double[] {0, 0.3, 1, 3}) {
            Rollout rollout = over(
                    new Trbm(2, VisibleUnits.BINARY, 1, 1, true, true, true, false, 0, 0, sweeps(1), MEAN),
                    films,
                    4,
                    1,
                    2);
            double[] theta = new double[rollout.parameters().layout().size()];
            Arrays.setAll(theta, i -> 1.5 * Math.sin(1 + 2.3 * i));
            backend.write(theta, 0, rollout.parameters().value());
            backend.scale(scale, rollout.parameters().get("W_hh").value());
            rollout.graph().forward();
            double[] p = backend.read(rollout.hidden().value());
            double likelihood = new TemporalOracle(rollout, films).logLikelihood(p, false);
            double bound = new TemporalOracle(rollout, films).logLikelihood(p, true);
            if (scale == 0) {
                assertThat(bound).isCloseTo(likelihood, within(1e-12));
                assertThat(Arrays.stream(logLikelihoods(rollout)).limit(3).sum())
                        .isCloseTo(likelihood, within(1e-12));
            } else {
                assertThat(bound).as("scale %s", scale).isLessThan(likelihood - 1e-4);
                double[] even = new double[p.length];
                Arrays.fill(even, 0.5);
                System.arraycopy(p, 0, even, 0, 2); // of the frame that is given
                assertThat(new TemporalOracle(rollout, films).logLikelihood(even, true))
                        .as("negative control: other means")
                        .isLessThan(bound);
            }
        }
    }

    /** A temporal machine of two hidden and two visible units with one tap, whose hidden units at the first frame are drawn by the filter. */
    private final class TemporalOracle {
        private final Rollout rollout;
        private final double[] films;

        TemporalOracle(Rollout rollout, double[] films) {
            this.rollout = rollout;
            this.films = films;
        }

        /** Of frames 2 to 4, or its bound by factorial hidden units with means {@code p}, those at frame 1 drawn by theirs in both. */
        double logLikelihood(double[] p, boolean bound) {
            double sum = 0;
            double expected = 0;
            for (int h = 0; h < 1 << 8; h++) {
                double q = 1;
                double joint = 0;
                for (int t = 0; t < 4; t++) {
                    double here = 1;
                    for (int j = 0; j < 2; j++) {
                        here *= (h >> 2 * t + j & 1) != 0 ? p[2 * t + j] : 1 - p[2 * t + j];
                    }
                    q *= here;
                    joint += t == 0 ? Math.log(here) : conditional(t, h >> 2 * t & 3, h >> 2 * t - 2 & 3);
                }
                sum += Math.exp(joint);
                expected += q * (joint - Math.log(q));
            }
            return bound ? expected : Math.log(sum);
        }

        /** {@code log P(v_t, h_t | v_t-1, h_t-1)}. */
        private double conditional(int t, int h, int before) {
            double all = 0;
            int v = (films[2 * t] == 1 ? 1 : 0) + (films[2 * t + 1] == 1 ? 2 : 0);
            for (int state = 0; state < 16; state++) {
                all += Math.exp(minusEnergy(t, state & 3, state >> 2, before));
            }
            return minusEnergy(t, v, h, before) - Math.log(all);
        }

        private double minusEnergy(int t, int v, int h, int before) {
            double[] past = {films[2 * t - 2], films[2 * t - 1]};
            double[] units = {before & 1, before >> 1};
            double[] seen = {v & 1, v >> 1};
            double sum = 0;
            for (int j = 0; j < 2; j++) {
                double one = h >> j & 1;
                double other = seen[j];
                sum += one
                        * (received(rollout, "b_h", 0, j, new double[] {1})
                                + received(rollout, "W", j, 0, seen)
                                + received(rollout, "W_hh", j, 0, units)
                                + received(rollout, "W_hv", j, 0, past));
                sum += other
                        * (received(rollout, "b_v", 0, j, new double[] {1}) + received(rollout, "W_vv", j, 0, past));
            }
            return sum;
        }
    }

    /** Without memory every frame has the likelihood that a restricted Boltzmann machine gives it. */
    @Test
    void a_memory_that_leads_nowhere_leaves_machines_without_one() {
        double[] films = numbers(VECTOR.get("inputs")).toArray();
        JsonObject params = VECTOR.getAsJsonObject("params").deepCopy();
        params.add("W_hh", JsonParser.parseString("[[0,0,0],[0,0,0],[0,0,0]]"));
        Rollout temporal = over(plain(3, 1), films, 5, 2, 4);
        write(temporal, params);
        Rollout plain = over(new Rbm(3, VisibleUnits.BINARY, 1, 0, 0, sweeps(1), MEAN), films, 5, 2, 4);
        write(plain, params);
        assertThat(logLikelihoods(temporal)).containsExactly(logLikelihoods(plain), within(1e-13));
        Rollout taps = over(
                new Trbm(3, VisibleUnits.BINARY, 1, 2, true, true, true, false, 0, 0, sweeps(1), MEAN), films, 5, 2, 4);
        for (String name : new String[] {"W", "b_v", "b_h"}) {
            backend.copy(
                    plain.parameters().get(name).value(),
                    taps.parameters().get(name).value());
        }
        assertThat(logLikelihoods(taps)).containsExactly(logLikelihoods(plain), within(1e-13));
    }
}
