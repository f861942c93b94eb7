package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Schedule;

/** A temporal machine of the hidden units of another: one learns after the other. */
class TwoLayersTest {
    private static final int STEPS = 5;
    private static final int SEQUENCES = 3;
    private static final int FRAME = 4;
    private static final int HIDDEN = 3;
    private static final int ALONE = 10;
    private static final ContrastiveDivergence CD = new ContrastiveDivergence(Schedule.constant(2), false);

    private final Backend backend = new ReferenceBackend();

    private static final PredictionSettings ONCE = new PredictionSettings.MeanField(1);

    private static Trbm machine(boolean connected, int second) {
        return new Trbm(
                HIDDEN, VisibleUnits.BINARY, 1, 2, true, connected, connected, connected, second, ALONE, CD, ONCE);
    }

    private static Rbm frames(int second) {
        return new Rbm(HIDDEN, VisibleUnits.BINARY, 1, second, ALONE, CD, ONCE);
    }

    /** With one layer and with a second one above it. */
    static Stream<Arguments> machines() {
        return Stream.of(
                Arguments.of(machine(false, 0), machine(false, 2)),
                Arguments.of(machine(true, 0), machine(true, 2)),
                Arguments.of(frames(0), frames(2)));
    }

    /** Without connections between their hidden units. */
    static Stream<ModelSettings> whole() {
        return Stream.of(
                new Trbm(HIDDEN, VisibleUnits.BINARY, 1, 2, false, true, true, true, 2, ALONE, CD, ONCE), frames(2));
    }

    /** The same random numbers for parameters of the same name, over the same films. */
    private Rollout rollout(ModelSettings settings) {
        Model model = settings.model(FRAME, FRAME);
        Parameters parameters = Parameters.of(model.layout(), backend);
        for (Layout.Slot slot : model.layout().slots()) {
            Philox random = new Philox(slot.name().hashCode(), Purpose.INITIALISATION);
            double[] numbers = new double[slot.size()];
            Arrays.setAll(numbers, i -> 0.7 * random.gaussian());
            backend.write(numbers, 0, parameters.get(slot.name()).value());
        }
        Rollout rollout = new Rollout(
                backend,
                model,
                (b, output, target, weight) -> {
                    throw new AssertionError("the model brings its criterion");
                },
                parameters,
                new Rollout.Shape(STEPS, SEQUENCES, FRAME, false));
        double[] frames = new double[(STEPS + 1) * SEQUENCES * FRAME];
        Philox random = new Philox(3, Purpose.TEST_DATA);
        Arrays.setAll(frames, i -> random.integer(0, 1));
        double[] weights = new double[STEPS * SEQUENCES];
        Arrays.fill(weights, 1);
        weights[(STEPS - 1) * SEQUENCES] = 0;
        int row = SEQUENCES * FRAME;
        rollout.load(
                Arrays.copyOfRange(frames, 0, STEPS * row),
                Arrays.copyOfRange(frames, row, (STEPS + 1) * row),
                weights);
        return rollout;
    }

    private double[] gradient(Rollout rollout, String name) {
        return backend.read(rollout.parameters().get(name).adjoint());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void the_first_layer_learns_as_if_it_were_alone(ModelSettings single, ModelSettings stacked) {
        Rollout one = rollout(single);
        Rollout two = rollout(stacked);
        one.draw(5, 7, ALONE - 1);
        two.draw(5, 7, ALONE - 1);
        assertThat(two.gradient(0.7)).isEqualTo(one.gradient(0.7));
        for (Layout.Slot slot : two.parameters().layout().slots()) {
            if (slot.name().endsWith(" above")) {
                assertThat(gradient(two, slot.name())).as(slot.name()).containsOnly(0);
            } else {
                assertThat(gradient(two, slot.name())).as(slot.name()).containsExactly(gradient(one, slot.name()));
            }
        }
    }

    /** Without connections between its hidden units nothing is left out of the derivative; the oracle is finite differences. */
    @ParameterizedTest
    @MethodSource("whole")
    void then_the_second_one_learns_and_the_first_one_stays(ModelSettings machine) {
        Rollout rollout = rollout(machine);
        rollout.draw(5, 7, ALONE);
        rollout.gradient(0.7);
        double largest = 0;
        for (Layout.Slot slot : rollout.parameters().layout().slots()) {
            double[] gradient = gradient(rollout, slot.name());
            if (!slot.name().endsWith(" above")) {
                assertThat(gradient).as(slot.name()).containsOnly(0);
                continue;
            }
            Buffer value = rollout.parameters().get(slot.name()).value();
            double[] theta = backend.read(value);
            for (int i = 0; i < theta.length; i++) {
                double expected =
                        (moved(rollout, value, theta, i, 1e-5) - moved(rollout, value, theta, i, -1e-5)) / 2e-5;
                assertThat(gradient[i]).as("%s %d", slot.name(), i).isCloseTo(expected, within(1e-7));
                largest = Math.max(largest, Math.abs(expected));
            }
        }
        assertThat(largest).isGreaterThan(0.1);
    }

    private double moved(Rollout rollout, Buffer value, double[] theta, int i, double by) {
        double[] other = theta.clone();
        other[i] += by;
        backend.write(other, 0, value);
        double gap = rollout.value(0.7);
        backend.write(theta, 0, value);
        return gap;
    }

    /**
     * With weights of 0 the chains end in units that are 0 or 1: the derivative by a bias is a whole number less the sum of the data, which are
     * the means of the first layer's hidden units given the targets.
     */
    @Test
    void the_second_layer_models_the_means_of_hidden_units_given_the_targets() {
        Rollout two = rollout(machine(true, 2));
        two.parameters().layout().slots().stream()
                .filter(slot -> slot.name().endsWith(" above"))
                .forEach(slot ->
                        backend.fill(0, two.parameters().get(slot.name()).value()));
        two.draw(5, 7, ALONE);
        two.gradient(1);
        Rollout one = rollout(machine(true, 0));
        one.graph().forward();
        double[] bias = backend.read(one.machines().orElseThrow().hiddenBias().value());
        double[] w = backend.read(one.parameters().get("W").value());
        double[] y = backend.read(one.target().value());
        double[] first = opening(one);
        for (int j = 0; j < HIDDEN; j++) {
            double sum = first[j];
            for (int row = 0; row < STEPS * SEQUENCES; row++) {
                double u = bias[row * HIDDEN + j];
                for (int i = 0; i < FRAME; i++) {
                    u += w[j * FRAME + i] * y[row * FRAME + i];
                }
                sum += row == (STEPS - 1) * SEQUENCES ? 0 : 1 / (1 + Math.exp(-u));
            }
            double whole = gradient(two, "b_v above")[j] + sum;
            assertThat(whole).isCloseTo(Math.rint(whole), within(1e-9));
            assertThat(Math.abs(sum - Math.rint(sum))).as("negative control").isGreaterThan(1e-3);
        }
    }

    /** The means at the first frame, which is an input that is learned, too. */
    private double[] opening(Rollout rollout) {
        double[] hidden = backend.read(rollout.hidden().value());
        double[] sums = new double[HIDDEN];
        for (int b = 0; b < SEQUENCES; b++) {
            for (int j = 0; j < HIDDEN; j++) {
                sums[j] += hidden[b * HIDDEN + j];
            }
        }
        return sums;
    }

    static Stream<ModelSettings> still() {
        return Stream.of(machine(false, 2), frames(2));
    }

    @ParameterizedTest
    @MethodSource("still")
    void predictions_go_up_and_come_down_again(ModelSettings machine) {
        Rollout rollout = rollout(machine);
        rollout.parameters().layout().slots().stream()
                .filter(slot -> slot.name().equals("W_hh above"))
                .forEach(slot ->
                        backend.fill(0, rollout.parameters().get(slot.name()).value()));
        rollout.graph().forward();
        Buffer units = backend.allocate(STEPS * SEQUENCES, FRAME);
        rollout.predictions(units);
        double[] found = backend.read(units);
        double[] p = backend.read(rollout.hidden().value());
        for (int row = 0; row < STEPS * SEQUENCES; row++) {
            double[] h = Arrays.copyOfRange(p, row * HIDDEN, (row + 1) * HIDDEN);
            double[] up = mean(rollout, "W above", "b_h above", h, false);
            double[] down = mean(rollout, "W above", "b_v above", up, true);
            assertThat(Arrays.copyOfRange(found, row * FRAME, (row + 1) * FRAME))
                    .containsExactly(mean(rollout, "W", "b_v", down, true), within(1e-12));
        }
    }

    private double[] mean(Rollout rollout, String weights, String biases, double[] x, boolean transposed) {
        Buffer weight = rollout.parameters().get(weights).value();
        double[] w = backend.read(weight);
        double[] mean = backend.read(rollout.parameters().get(biases).value());
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < x.length; j++) {
                mean[i] += x[j] * w[transposed ? j * weight.columns() + i : i * weight.columns() + j];
            }
            mean[i] = 1 / (1 + Math.exp(-mean[i]));
        }
        return mean;
    }
}
