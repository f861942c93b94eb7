package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.gradient.GradientMethod;
import unroll.engine.gradient.Truncated;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Schedule;

/**
 * With the ends of the Gibbs chains held fixed, contrastive divergence is the gradient of a difference of free energies: its finite
 * differences are the oracle. A tiny change of the parameters changes no draw.
 */
class BoltzmannGradientTest {
    private static final int STEPS = 5;
    private static final int SEQUENCES = 3;
    private static final int FRAME = 4;
    private static final ContrastiveDivergence CD = new ContrastiveDivergence(Schedule.constant(2), false);
    private static final PredictionSettings MEAN = new PredictionSettings.MeanField(3);

    private final Backend backend = new ReferenceBackend();

    static Stream<ModelSettings> models() {
        VisibleUnits units = VisibleUnits.BINARY;
        return Stream.of(
                new Rbm(3, units, 1, 0, 0, CD, MEAN),
                new Rtrbm(3, units, 1, false, 0, true, 0, CD, MEAN),
                new Rtrbm(3, units, 1, true, 2, false, 0, CD, MEAN),
                new Rtrbm(3, units, 1, true, 1, true, 0, CD, MEAN),
                new Rtrbm(2, units, 1, false, 3, true, 0, CD, MEAN),
                new Trbm(3, units, 1, 3, false, true, true, true, 0, 0, CD, MEAN),
                new Trbm(3, units, 1, 2, false, false, true, false, 0, 0, CD, MEAN),
                new RnnRbm(3, 2, units, 1, 0, 0, CD, MEAN),
                new RnnRbm(2, 3, units, 1, 2, 0, CD, MEAN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void contrastive_divergence_is_the_derivative_of_the_gap_while_the_chains_end_where_they_do(
            ModelSettings settings) {
        Rollout rollout = rollout(settings);
        double[] theta = backend.read(rollout.parameters().value());
        rollout.gradient(0.7);
        double[] gradient = backend.read(rollout.parameters().gradient());
        double[] expected = new double[theta.length];
        double step = 1e-5;
        for (int i = 0; i < theta.length; i++) {
            expected[i] = (gap(rollout, theta, i, step) - gap(rollout, theta, i, -step)) / (2 * step);
        }
        assertThat(Arrays.stream(expected).map(Math::abs).max().orElseThrow()).isGreaterThan(0.1);
        for (int i = 0; i < theta.length; i++) {
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo(expected[i], within(1e-7));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void errors_that_travel_back_to_the_beginning_in_parts_make_the_whole_gradient(ModelSettings settings) {
        Rollout rollout = rollout(settings);
        double value = rollout.gradient(0.7);
        double[] expected = backend.read(rollout.parameters().gradient());
        GradientMethod parts = new Truncated(2, STEPS, false).over(rollout, sequences -> rollout);
        assertThat(parts.gradient(0.7, 0)).isCloseTo(value, within(1e-12));
        assertThat(backend.read(rollout.parameters().gradient())).containsExactly(expected, within(1e-12));
    }

    /** The filter's means count as given, so that the derivative leaves out what flows through them. */
    @Test
    void a_temporal_machine_is_trained_step_by_step() {
        ModelSettings through = new Rtrbm(3, VisibleUnits.BINARY, 1, false, 0, true, 0, CD, MEAN);
        ModelSettings each = new Trbm(3, VisibleUnits.BINARY, 1, 1, true, false, false, true, 0, 0, CD, MEAN);
        Rollout one = rollout(through);
        Rollout other = rollout(each);
        assertThat(other.gradient(1)).isEqualTo(one.gradient(1));
        double[] full = backend.read(one.parameters().gradient());
        double[] stepwise = backend.read(other.parameters().gradient());
        Layout layout = one.parameters().layout();
        assertThat(part(stepwise, layout, "b_v")).containsExactly(part(full, layout, "b_v"), within(1e-14));
        assertThat(part(stepwise, layout, "W")).isNotEqualTo(part(full, layout, "W"));
        assertThat(part(stepwise, layout, "b_h")).isNotEqualTo(part(full, layout, "b_h"));
    }

    private static double[] part(double[] vector, Layout layout, String name) {
        Layout.Slot slot = layout.slot(name);
        return Arrays.copyOfRange(vector, slot.offset(), slot.offset() + slot.size());
    }

    /** Gaussian units move with the parameters; where they ended is read, and the free energies are computed here. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3, 2})
    void of_gaussian_units_too(double noise) {
        var divergence = new ContrastiveDivergence(Schedule.constant(2), true);
        Rollout rollout = rollout(new Rbm(3, VisibleUnits.GAUSSIAN, noise, 0, 0, divergence, MEAN));
        double value = rollout.gradient(1);
        double[] theta = backend.read(rollout.parameters().value());
        double[] gradient = backend.read(rollout.parameters().gradient());
        double[] data = backend.read(rollout.target().value());
        double[] ends = backend.read(Objects.requireNonNull(rollout.state().get("chains")));
        Arrays.setAll(ends, i -> noise * ends[i]);
        assertThat(value).isCloseTo(gap(theta, noise, data, ends), within(1e-9));
        for (int i = 0; i < theta.length; i++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double expected = (gap(up, noise, data, ends) - gap(down, noise, data, ends)) / 2e-5;
            assertThat(gradient[i]).as("parameter %d", i).isCloseTo(expected, within(1e-5));
        }
    }

    /** {@code F(v) - F(w)} summed over the rows that count; parameters are W, b_v and b_h of 3 hidden units. */
    private static double gap(double[] theta, double noise, double[] data, double[] ends) {
        double sum = 0;
        for (int row = 0; row < STEPS * SEQUENCES; row++) {
            boolean counts = row != (STEPS - 1) * SEQUENCES && row != (STEPS - 2) * SEQUENCES;
            sum += counts ? gaussianEnergy(theta, noise, data, row) - gaussianEnergy(theta, noise, ends, row) : 0;
        }
        return sum;
    }

    private static double gaussianEnergy(double[] theta, double noise, double[] rows, int row) {
        double energy = 0;
        for (int i = 0; i < FRAME; i++) {
            double off = rows[row * FRAME + i] - theta[3 * FRAME + i];
            energy += off * off / (2 * noise * noise);
        }
        for (int j = 0; j < 3; j++) {
            double u = theta[4 * FRAME + j];
            for (int i = 0; i < FRAME; i++) {
                u += theta[j * FRAME + i] * rows[row * FRAME + i] / noise;
            }
            energy -= Math.log(1 + Math.exp(u));
        }
        return energy;
    }

    private double gap(Rollout rollout, double[] theta, int i, double by) {
        double[] moved = theta.clone();
        moved[i] += by;
        backend.write(moved, 0, rollout.parameters().value());
        double value = rollout.value(0.7);
        backend.write(theta, 0, rollout.parameters().value());
        return value;
    }

    /** A network at random parameters over random films, of which one ends early. */
    private Rollout rollout(ModelSettings settings) {
        Model model = settings.model(FRAME, FRAME);
        Parameters parameters = Parameters.of(model.layout(), backend);
        Philox random = new Philox(3, Purpose.INITIALISATION);
        double[] theta = new double[model.layout().size()];
        Arrays.setAll(theta, i -> 0.7 * random.gaussian());
        backend.write(theta, 0, parameters.value());
        var shape = new Rollout.Shape(STEPS, SEQUENCES, FRAME, false);
        Rollout rollout = new Rollout(
                backend,
                model,
                (b, output, target, weight) -> {
                    throw new AssertionError("the model brings its criterion");
                },
                parameters,
                shape);
        double[] frames = new double[(STEPS + 1) * SEQUENCES * FRAME];
        boolean binary = settings.only().orElseThrow() == VisibleUnits.BINARY.loss();
        Arrays.setAll(frames, i -> binary ? random.integer(0, 1) : random.gaussian());
        double[] weights = new double[STEPS * SEQUENCES];
        Arrays.fill(weights, 1);
        weights[(STEPS - 1) * SEQUENCES] = 0;
        weights[(STEPS - 2) * SEQUENCES] = 0;
        int row = SEQUENCES * FRAME;
        rollout.load(
                Arrays.copyOfRange(frames, 0, STEPS * row),
                Arrays.copyOfRange(frames, row, (STEPS + 1) * row),
                weights);
        rollout.draw(5, 7, 0);
        return rollout;
    }
}
