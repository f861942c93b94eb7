package unroll.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.EveryModel;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.objective.NoiseTask;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.Stepper;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** A problem makes the same network for whole sequences and for single steps. */
class ProblemTest {
    private static final int SEQUENCES = 2;

    private final Backend backend = new ReferenceBackend();

    static List<ModelSettings> models() {
        return EveryModel.SMALL;
    }

    private Rollout rollout(Problem problem, Batch batch) {
        Parameters parameters = Parameters.of(problem.layout(), backend);
        Philox random = new Philox(3, Purpose.SAMPLING);
        double[] theta = new double[problem.layout().size()];
        Arrays.setAll(theta, i -> 0.6 * random.gaussian());
        backend.write(theta, 0, parameters.value());
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(SEQUENCES));
        rollout.load(batch.input(), batch.target(), batch.weight());
        rollout.graph().forward();
        return rollout;
    }

    @ParameterizedTest
    @MethodSource("models")
    void its_network_is_stepped_where_all_steps_do_the_same(ModelSettings settings) {
        Problem problem = Problem.of(new NoiseTask(settings.firstPrediction()), settings);
        Batch batch = problem.task().draw(Split.TEST, 4, Purpose.TEST_DATA, 0, SEQUENCES);
        Rollout whole = rollout(problem, batch);
        Optional<Stepper> stepper = problem.stepper(whole);
        assertThat(stepper.isPresent()).isEqualTo(whole.begin() == 0);
        stepper.ifPresent(made -> {
            var units = backend.allocate(SEQUENCES, batch.outputs());
            Stepper.NetworkState state = made.start();
            for (int t = 0; t < batch.steps(); t++) {
                double[] input = Arrays.copyOfRange(batch.input(), batch.inputAt(t, 0), batch.inputAt(t + 1, 0));
                Stepper.Transition step = made.step(state, input);
                state = step.state();
                whole.prediction(t, units);
                assertThat(step.prediction())
                        .containsExactly(backend.read(units), within(1e-14))
                        .doesNotContain(0);
            }
            double[] first = made.step(made.start(), new double[SEQUENCES * batch.inputs()])
                    .prediction();
            whole.prediction(0, units);
            assertThat(first).as("planted: another input").isNotEqualTo(backend.read(units));
        });
    }
}
