package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.experiment.Seeds;
import unroll.engine.gradient.GradientFlow;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.objective.NoiseTask;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Pulse;
import unroll.engine.perturb.Response;
import unroll.engine.perturb.ResponseWords;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** Whatever is asked about a sequence that is padded is answered as about the same sequence by itself. */
class PaddedSequenceTest {
    private static final int STEPS = 12;
    private static final int END = 8;

    private final Backend backend = new ReferenceBackend();

    static List<ModelSettings> models() {
        return EveryModel.SMALL;
    }

    /** Sequences of END steps, whose numbers do not depend on how many steps without weight follow. */
    private static final class ShortSequences extends NoiseTask {
        private final int first;

        ShortSequences(int steps, int first) {
            super(2, 2, steps, first);
            this.first = first;
        }

        @Override
        public void draw(Split split, Philox random, Batch batch, int b) {
            for (int t = 0; t < END; t++) {
                for (int i = 0; i < 2; i++) {
                    batch.input()[batch.inputAt(t, b) + i] = random.gaussian();
                    batch.target()[batch.targetAt(t, b) + i] = random.gaussian();
                }
                batch.weight()[batch.weightAt(t, b)] = t < first ? 0 : 1;
            }
        }
    }

    /** Parameters that stay. */
    private record Given(Buffer theta) implements ParametersSource {
        @Override
        public long update() {
            return 0;
        }
    }

    private Replica replica(ModelSettings settings, int steps) {
        Problem problem = Problem.of(new ShortSequences(steps, settings.firstPrediction()), settings);
        Replica replica = new Replica(backend, problem, new Seeds(3, 1, 1));
        double[] theta = new double[problem.layout().size()];
        Philox random = new Philox(4, Purpose.SAMPLING);
        Arrays.setAll(theta, i -> 0.5 * random.gaussian());
        Buffer buffer = backend.allocate(1, theta.length);
        backend.write(theta, 0, buffer);
        replica.take(new Given(buffer));
        return replica;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void states_predictions_and_free_runs_are_those_of_the_sequence_by_itself(ModelSettings settings) {
        for (int from : new int[] {1, 3, END - 1}) {
            SequenceAnswer padded = replica(settings, STEPS).run(1, from);
            SequenceAnswer alone = replica(settings, END).run(1, from);
            assertThat(padded.end()).isEqualTo(END).isEqualTo(alone.end());
            assertThat(padded.weight()).hasDimensions(STEPS, 1);
            assertThat(Arrays.copyOf(padded.input(), END)).isDeepEqualTo(alone.input());
            assertThat(Arrays.copyOf(padded.hidden(), END)).isDeepEqualTo(alone.hidden());
            assertThat(Arrays.copyOf(padded.prediction(), END)).isDeepEqualTo(alone.prediction());
            assertThat(Arrays.copyOf(padded.freeRun(), END)).isDeepEqualTo(alone.freeRun());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void gradients_and_their_way_back_are_those_of_the_sequence_by_itself(ModelSettings settings) {
        Replica padded = replica(settings, STEPS);
        Replica alone = replica(settings, END);
        for (Layout.Slot part : alone.parts()) {
            // sums of some ten numbers near 1, each rounded at 1e-16
            assertThat(padded.gradient(part, 3)).containsExactly(alone.gradient(part, 3), within(1e-13));
        }
        GradientFlow with = padded.flow(1, true);
        GradientFlow without = alone.flow(1, true);
        assertThat(Arrays.copyOf(with.error(), END)).containsExactly(without.error(), within(1e-13));
        assertThat(with.error()).hasSize(STEPS).endsWith(new double[STEPS - END]);
        assertThat(with.steps()).isEqualTo(without.steps());
        assertThat(with.largest()).isEqualTo(without.largest());
        assertThat(with.smallest()).isEqualTo(without.smallest());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void what_becomes_of_a_perturbation_is_that_of_the_sequence_by_itself(ModelSettings settings) {
        List<Perturbation> pulse = List.of(new Pulse(1, 3, 1e-3));
        for (OptionalInt from : new OptionalInt[] {OptionalInt.empty(), OptionalInt.of(4)}) {
            Response padded = replica(settings, STEPS).respond(1, from, pulse);
            Response alone = replica(settings, END).respond(1, from, pulse);
            assertThat(padded.growth()).isEqualTo(alone.growth());
            assertThat(padded.first()).isEqualTo(alone.first());
            assertThat(padded.states()).isEqualTo(alone.states());
            assertThat(padded.outputs()).isEqualTo(alone.outputs());
            assertThat(ResponseWords.of(padded)).isEqualTo(ResponseWords.of(alone));
        }
    }
}
