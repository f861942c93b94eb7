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
        return new Rtrbm(hidden, VisibleUnits.BINARY, false, 0, true, 0, sweeps(sweeps), MEAN);
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
            new Rtrbm(2, VisibleUnits.BINARY, true, 1, false, 0, sweeps(1), MEAN),
            new Trbm(3, VisibleUnits.BINARY, 2, true, true, true, false, sweeps(1), MEAN),
            new RnnRbm(3, 2, VisibleUnits.BINARY, 0, 0, sweeps(1), MEAN)
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

    /** Without memory every frame has the likelihood that a restricted Boltzmann machine gives it. */
    @Test
    void a_memory_that_leads_nowhere_leaves_machines_without_one() {
        double[] films = numbers(VECTOR.get("inputs")).toArray();
        JsonObject params = VECTOR.getAsJsonObject("params").deepCopy();
        params.add("W_hh", JsonParser.parseString("[[0,0,0],[0,0,0],[0,0,0]]"));
        Rollout temporal = over(plain(3, 1), films, 5, 2, 4);
        write(temporal, params);
        Rollout plain = over(new Rbm(3, VisibleUnits.BINARY, sweeps(1), MEAN), films, 5, 2, 4);
        write(plain, params);
        assertThat(logLikelihoods(temporal)).containsExactly(logLikelihoods(plain), within(1e-13));
    }
}
