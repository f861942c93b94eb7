package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.Schedule;

/** A machine of units with a noise is one of unit noise over frames in units of that noise. */
class NoiseOfUnitsTest {
    private static final int STEPS = 6;
    private static final int SEQUENCES = 2;
    private static final int FRAME = 4;
    private static final ContrastiveDivergence CD = new ContrastiveDivergence(Schedule.constant(3), false);

    /** Parameters in units of frames, and those that take frames to numbers without a unit. */
    private static final Set<String> FRAMES = Set.of("b_v", "v_0", "W_vh", "W_vu");

    private static final Set<String> PER_FRAME = Set.of("W_hv", "W_uv");

    private final Backend backend = new ReferenceBackend();

    private static ModelSettings machine(String kind, double noise) {
        VisibleUnits units = VisibleUnits.GAUSSIAN;
        var average = new PredictionSettings.GibbsAverage(6, 2);
        var means = new PredictionSettings.MeanField(4);
        return switch (kind) {
            case "rbm" -> new Rbm(3, units, noise, 0, 0, CD, average);
            case "trbm" -> new Trbm(3, units, noise, 2, true, true, true, true, 0, 0, CD, average);
            case "two layers" -> new Trbm(3, units, noise, 2, true, true, true, false, 2, 1, CD, means);
            case "rtrbm" -> new Rtrbm(3, units, noise, true, 2, true, 0, CD, average);
            default -> new RnnRbm(3, 2, units, noise, 2, 0, CD, means);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"rbm", "trbm", "two layers", "rtrbm", "rnn-rbm"})
    void its_gap_and_what_it_predicts_dreams_and_draws_are_those_of_scaled_frames(String kind) {
        double noise = 0.3;
        Rollout noisy = rollout(machine(kind, noise), 1);
        Rollout scaled = rollout(machine(kind, 1), 1 / noise);
        for (int update = 0; update < 2; update++) {
            noisy.draw(5, 7, update);
            scaled.draw(5, 7, update);
            assertThat(noisy.value(1)).as("gap at update %d", update).isCloseTo(scaled.value(1), within(1e-9));
            double[] expected = frames(scaled);
            Arrays.setAll(expected, i -> noise * expected[i]);
            assertThat(frames(noisy)).containsExactly(expected, within(1e-11));
        }
    }

    /** Predictions of all steps, and of one step what is dreamed and what is sampled. */
    private double[] frames(Rollout rollout) {
        Buffer units = backend.allocate((STEPS + 2) * SEQUENCES, FRAME);
        rollout.predictions(units.rows(0, STEPS * SEQUENCES));
        rollout.dream(3, units.rows(STEPS * SEQUENCES, SEQUENCES));
        rollout.sample(3, units.rows((STEPS + 1) * SEQUENCES, SEQUENCES));
        return backend.read(units);
    }

    /** Over the same random frames times a factor, with parameters that mean the same. */
    private Rollout rollout(ModelSettings settings, double factor) {
        Model model = settings.model(FRAME, FRAME);
        Parameters parameters = Parameters.of(model.layout(), backend);
        for (Layout.Slot slot : model.layout().slots()) {
            Philox random = new Philox(slot.name().hashCode(), Purpose.INITIALISATION);
            double unit = FRAMES.contains(slot.name()) ? factor : PER_FRAME.contains(slot.name()) ? 1 / factor : 1;
            double[] numbers = new double[slot.size()];
            Arrays.setAll(numbers, i -> 0.5 * unit * random.gaussian());
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
        Arrays.setAll(frames, i -> factor * random.gaussian());
        double[] weights = new double[STEPS * SEQUENCES];
        Arrays.fill(weights, 1);
        int row = SEQUENCES * FRAME;
        rollout.load(Arrays.copyOf(frames, STEPS * row), Arrays.copyOfRange(frames, row, (STEPS + 1) * row), weights);
        rollout.graph().forward();
        return rollout;
    }
}
