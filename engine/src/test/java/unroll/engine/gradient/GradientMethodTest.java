package unroll.engine.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Holds the ways to find a gradient to backpropagation through time and to what their truncation means. */
class GradientMethodTest {
    /** Some thousand additions in another order, each rounded to 1e-16 of numbers near 1. */
    private static final double ROUNDING = 1e-12;

    private static final int INPUTS = 2;
    private static final int OUTPUTS = 3;

    /** Steps from the first prediction on, and sequences. */
    private static final int[][] SIZES = {{1, 1}, {2, 3}, {7, 2}};

    static List<ModelSettings> models() {
        return EveryModel.SMALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void learning_in_real_time_finds_the_gradient_through_time(ModelSettings settings) {
        for (int[] size : SIZES) {
            DrawnRnn net = new DrawnRnn(settings, size[0] + settings.firstPrediction(), size[1]);
            double[] expected = net.gradient(new ThroughTime());
            double loss = net.loss;
            assertThat(net.gradient(new RealTime())).containsExactly(expected, within(ROUNDING));
            assertThat(net.loss).isCloseTo(loss, within(ROUNDING));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void a_truncation_at_the_whole_length_truncates_nothing(ModelSettings settings) {
        for (int[] size : SIZES) {
            DrawnRnn net = new DrawnRnn(settings, size[0] + settings.firstPrediction(), size[1]);
            double[] expected = net.gradient(new ThroughTime());
            int steps = net.steps;
            assertThat(net.gradient(new Truncated(steps, steps, false))).containsExactly(expected, within(ROUNDING));
            assertThat(net.gradient(new Truncated(1, steps, false))).containsExactly(expected, within(ROUNDING));
            assertThat(net.gradient(new Truncated(3, steps + 5, false))).containsExactly(expected, within(ROUNDING));
        }
    }

    @Test
    void a_shorter_reach_is_noticed() {
        DrawnRnn net = new DrawnRnn(new StandardRnn(5, Activation.TANH), 7, 2);
        double[] expected = net.gradient(new ThroughTime());
        double[] truncated = net.gradient(new Truncated(3, 6, false));
        assertThatThrownBy(() -> assertThat(truncated).containsExactly(expected, within(ROUNDING)))
                .isInstanceOf(AssertionError.class);
    }

    /** The definition: each window is a sequence of its own that begins in the state that the whole one has there. */
    @ParameterizedTest(name = "every {0} back {1} over {2}")
    @CsvSource({"1,1,5", "2,2,6", "2,3,7", "3,5,8", "4,4,6", "5,9,7"})
    void each_window_is_a_sequence_that_begins_in_the_state_that_was_carried(int every, int back, int steps) {
        DrawnRnn net = new DrawnRnn(new StandardRnn(4, Activation.TANH), steps, 1);
        double[] actual = net.gradient(new Truncated(every, back, false));
        double[] expected = new double[actual.length];
        double[][] h = net.hidden();
        for (int since = 0; since < steps; since += every) {
            int to = Math.min(since + every, steps);
            int from = Math.max(0, to - back);
            DrawnRnn window = net.window(from, to, since, from == 0 ? null : h[from - 1]);
            double[] part = window.gradient(new ThroughTime());
            int start = net.model.layout().slot("h_0").offset();
            for (int i = 0; i < expected.length; i++) {
                boolean given = from > 0 && i >= start; // the carried state is a number, h_0 is the last parameter
                expected[i] += given ? 0 : part[i];
            }
        }
        assertThat(actual).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void a_reach_that_leaves_losses_out_is_refused_at_its_place() {
        String json = "{\"kind\": \"tbptt\", \"every\": 5, \"back\": 4}";
        assertThatThrownBy(() -> SettingsJson.read(GradientSettings.class, json, "experiment.json"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("experiment.json: ")
                .hasMessageContaining("at least as far");
        assertThat(SettingsJson.read(GradientSettings.class, json.replace('5', '4'), "experiment.json"))
                .isEqualTo(new Truncated(4, 4, false));
    }

    /** A small net with random numbers. */
    private static final class DrawnRnn {
        final Backend backend = new ReferenceBackend();
        final Model model;
        final int steps;
        final int sequences;
        final double[] inputs;
        final double[] targets;
        final double[] weights;
        final double[] theta;
        double loss;

        DrawnRnn(ModelSettings settings, int steps, int sequences) {
            model = settings.model(INPUTS, OUTPUTS);
            this.steps = steps;
            this.sequences = sequences;
            Philox random = new Philox(3, Purpose.SAMPLING);
            inputs = gaussian(random, steps * sequences * INPUTS);
            targets = gaussian(random, steps * sequences * OUTPUTS);
            weights = new double[steps * sequences];
            for (int i = 0; i < weights.length; i++) {
                boolean counts = i % 4 != 2 && i / sequences >= settings.firstPrediction();
                weights[i] = counts ? 0.5 + random.nextDouble() : 0;
            }
            theta = gaussian(random, model.layout().size());
        }

        private DrawnRnn(DrawnRnn whole, int from, int to, int since, double[] theta) {
            model = whole.model;
            steps = to - from;
            sequences = 1;
            inputs = Arrays.copyOfRange(whole.inputs, from * INPUTS, to * INPUTS);
            targets = Arrays.copyOfRange(whole.targets, from * OUTPUTS, to * OUTPUTS);
            weights = Arrays.copyOfRange(whole.weights, from, to);
            Arrays.fill(weights, 0, Math.max(0, since - from), 0);
            this.theta = theta;
        }

        DrawnRnn window(int from, int to, int since, double @Nullable [] state) {
            double[] moved = theta.clone();
            if (state != null) {
                System.arraycopy(state, 0, moved, model.layout().slot("h_0").offset(), state.length);
            }
            return new DrawnRnn(this, from, to, since, moved);
        }

        private static double[] gaussian(Philox random, int n) {
            double[] numbers = new double[n];
            for (int i = 0; i < n; i++) {
                numbers[i] = 0.7 * random.gaussian();
            }
            return numbers;
        }

        double[] gradient(GradientSettings method) {
            Parameters parameters = Parameters.of(model.layout(), backend);
            backend.write(theta, 0, parameters.value());
            IntFunction<Rollout> over = count -> new Rollout(
                    backend,
                    model,
                    StepCriterion.of(Loss.SQUARED),
                    parameters,
                    new Rollout.Shape(steps, count, INPUTS, false));
            Rollout rollout = over.apply(sequences);
            rollout.load(inputs, targets, weights);
            loss = method.over(rollout, over).gradient(1.0 / sequences, 0);
            double[] gradient = new double[theta.length];
            backend.read(parameters.gradient(), gradient, 0);
            return gradient;
        }

        double[][] hidden() {
            Parameters parameters = Parameters.of(model.layout(), backend);
            backend.write(theta, 0, parameters.value());
            Rollout rollout = new Rollout(
                    backend,
                    model,
                    StepCriterion.of(Loss.SQUARED),
                    parameters,
                    new Rollout.Shape(steps, 1, INPUTS, false));
            rollout.load(inputs, targets, weights);
            rollout.graph().forward();
            double[][] rows = new double[steps][rollout.hidden().width()];
            for (int t = 0; t < steps; t++) {
                backend.read(rollout.hidden().value(t, t + 1), rows[t], 0);
            }
            return rows;
        }
    }
}
