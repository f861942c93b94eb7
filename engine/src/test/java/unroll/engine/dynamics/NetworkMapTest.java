package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.BoltzmannSettings;
import unroll.engine.model.EncoderDecoder;
import unroll.engine.model.EveryModel;
import unroll.engine.model.FeedForward;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Predictor;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.WholeNumbers;

/** Every network as a map: it does what a sweep does, and its derivatives are derivatives. */
class NetworkMapTest {
    private static final int INPUTS = 3;
    private static final int STEPS = 12;

    private final Backend backend = new ReferenceBackend();

    static Stream<Arguments> every_model_that_has_states() {
        return Stream.of(Loss.SQUARED, Loss.LOGISTIC, Loss.SOFTMAX)
                .flatMap(loss -> Stream.concat(
                                EveryModel.SMALL.stream(),
                                loss == Loss.LOGISTIC ? EveryModel.MACHINES.stream() : Stream.of())
                        .filter(settings -> !(settings instanceof EncoderDecoder))
                        .filter(settings -> carries(Nets.predictor(settings, INPUTS, INPUTS, loss)))
                        .map(settings -> Arguments.of(settings, loss)));
    }

    private static boolean carries(Predictor predictor) {
        Backend backend = new ReferenceBackend();
        Parameters parameters = Parameters.of(predictor.layout(), backend);
        return predictor
                        .rollout(backend, parameters, predictor.shape(1))
                        .graph()
                        .state()
                        .size()
                > 0;
    }

    private NetworkMap map(ModelSettings settings, Loss loss, InputMode input) {
        Predictor predictor = Nets.predictor(settings, INPUTS, INPUTS, loss);
        return new NetworkMap(backend, predictor, Nets.random(predictor.layout(), 0.6, 3), input);
    }

    private static List<InputMode> modes(ModelSettings settings) {
        InputMode held = new InputMode.Held(new double[] {0.3, -0.7, 0.2});
        InputMode driven = new InputMode.Driven(sequence());
        boolean machines = settings instanceof BoltzmannSettings;
        return machines ? List.of(held, driven) : List.of(held, driven, new InputMode.FedBack(sequence()[0]));
    }

    private static double[][] sequence() {
        double[][] rows = new double[STEPS][INPUTS];
        Philox random = new Philox(4, Purpose.SAMPLING);
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.gaussian());
        }
        return rows;
    }

    /** What a sweep carries into each step from the first at which all of it was computed. */
    private double[][] swept(NetworkMap map, double[][] inputs) {
        Predictor predictor = map.predictor();
        Rollout trained = swept(predictor, map.theta(), inputs);
        Rollout whole = swept(
                new Predictor(predictor.signature(), predictor.model().withAllDerivatives()), map.theta(), inputs);
        assertThat(backend.read(whole.hidden().value()))
                .isEqualTo(backend.read(trained.hidden().value()));
        assertThat(backend.read(whole.output().value()))
                .isEqualTo(backend.read(trained.output().value()));
        double[][] carried = new double[STEPS + 1][whole.graph().state().size()];
        for (int t = 0; t <= STEPS; t++) {
            whole.graph().state().read(t, carried[t]);
        }
        return carried;
    }

    private Rollout swept(Predictor predictor, double[] theta, double[][] inputs) {
        Parameters parameters = Parameters.of(predictor.layout(), backend);
        backend.write(theta, 0, parameters.value());
        Rollout rollout =
                predictor.rollout(backend, parameters, predictor.shape(1).over(STEPS));
        for (int t = 0; t < STEPS; t++) {
            backend.write(inputs[t], 0, rollout.input().value(t, t + 1));
        }
        rollout.input().written(0, STEPS);
        rollout.graph().forward();
        return rollout;
    }

    private int memory(NetworkMap map) {
        Parameters parameters = Parameters.of(map.predictor().layout(), backend);
        return map.predictor()
                .rollout(backend, parameters, map.predictor().shape(1))
                .graph()
                .state()
                .steps();
    }

    @ParameterizedTest
    @MethodSource("every_model_that_has_states")
    void applied_again_and_again_it_goes_through_the_states_of_a_sweep(ModelSettings settings, Loss loss) {
        double[][] inputs = sequence();
        NetworkMap map = map(settings, loss, new InputMode.Driven(inputs));
        double[][] states = map.trajectory(map.first(), 0, STEPS);
        double[][] swept = swept(map, inputs);
        for (int t = memory(map); t <= STEPS; t++) {
            assertThat(states[t]).as("step %d", t).isEqualTo(swept[t]);
        }
        map = map.receiving(new InputMode.Held(inputs[1]));
        double[][] held = new double[STEPS][];
        Arrays.fill(held, inputs[1]);
        assertThat(map.trajectory(map.first(), 0, STEPS)[STEPS]).isEqualTo(swept(map, held)[STEPS]);
    }

    @ParameterizedTest
    @MethodSource("every_model_that_has_states")
    void fed_back_it_receives_what_it_predicted(ModelSettings settings, Loss loss) {
        if (modes(settings).size() < 3) {
            return; // machines, whose refusal another test holds
        }
        NetworkMap map = map(settings, loss, modes(settings).get(2));
        double[][] states = map.trajectory(map.first(), 0, STEPS);
        double[][] inputs = new double[STEPS][];
        Arrays.setAll(inputs, t -> Arrays.copyOfRange(states[t], map.size() - INPUTS, map.size()));
        double[][] swept = swept(map, inputs);
        assertThat(inputs[0]).isEqualTo(sequence()[0]);
        for (int t = memory(map); t <= STEPS; t++) {
            assertThat(Arrays.copyOf(states[t], map.size() - INPUTS)).isEqualTo(swept[t]);
        }
        assertThat(inputs[5]).isNotEqualTo(inputs[6]);
    }

    @ParameterizedTest
    @MethodSource("every_model_that_has_states")
    void states_side_by_side_do_not_disturb_each_other(ModelSettings settings, Loss loss) {
        for (InputMode mode : modes(settings)) {
            NetworkMap map = map(settings, loss, mode);
            int n = map.size();
            double[] three = Nets.random(map.predictor().layout(), 0.5, 8);
            three = Arrays.copyOf(three, 3 * n);
            double[] after = new double[3 * n];
            StateMap.Steps steps = map.steps(3);
            steps.next(2, three, after);
            double[] pushed = new double[3 * n];
            steps.push(three, pushed);
            for (int b = 0; b < 3; b++) {
                double[] one = Arrays.copyOfRange(three, b * n, (b + 1) * n);
                double[] alone = new double[n];
                StateMap.Steps single = map.steps(1);
                single.next(2, one, alone);
                assertThat(Arrays.copyOfRange(after, b * n, (b + 1) * n)).isEqualTo(alone);
                single.push(one, alone);
                assertThat(Arrays.copyOfRange(pushed, b * n, (b + 1) * n)).isEqualTo(alone);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("every_model_that_has_states")
    void its_jacobian_is_that_of_central_differences_whose_error_falls_as_the_square_of_the_step(
            ModelSettings settings, Loss loss) {
        for (InputMode mode : modes(settings)) {
            NetworkMap map = map(settings, loss, mode);
            double[] state = map.trajectory(map.first(), 0, 5)[5];
            double[] jacobian = map.jacobian(5, state);
            double coarse = error(map, state, jacobian, 4e-3);
            double fine = error(map, state, jacobian, 4e-4);
            assertThat(fine).isLessThan(1e-6);
            assertThat(fine).as("of %s for %s", coarse, mode).isLessThan(Math.max(coarse / 80, 1e-11));
        }
    }

    private static double error(NetworkMap map, double[] state, double[] jacobian, double step) {
        int n = map.size();
        double worst = 0;
        for (int j = 0; j < n; j++) {
            double[] up = state.clone();
            double[] down = state.clone();
            up[j] += step;
            down[j] -= step;
            StateMap.Steps steps = map.steps(1);
            steps.next(5, up, up);
            steps.next(5, down, down);
            for (int i = 0; i < n; i++) {
                worst = Math.max(worst, Math.abs((up[i] - down[i]) / (2 * step) - jacobian[i * n + j]));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("every_model_that_has_states")
    void pushing_and_pulling_are_each_others_transposed(ModelSettings settings, Loss loss) {
        for (InputMode mode : modes(settings)) {
            NetworkMap map = map(settings, loss, mode);
            int n = map.size();
            Philox random = new Philox(6, Purpose.SAMPLING);
            StateMap.Steps steps = map.steps(2);
            double[] states = new double[2 * n];
            double[] v = new double[2 * n];
            double[] w = new double[2 * n];
            for (int i = 0; i < 2 * n; i++) {
                states[i] = 0.5 * random.gaussian();
                v[i] = random.gaussian();
                w[i] = random.gaussian();
            }
            for (int round = 0; round < 2; round++) { // what the first leaves must not be in the second
                steps.next(0, states, new double[2 * n]);
                double[] jv = new double[2 * n];
                double[] jw = new double[2 * n];
                steps.push(v, jv);
                steps.pull(w, jw);
                for (int b = 0; b < 2; b++) {
                    double there = dot(jv, w, b * n, n);
                    assertThat(dot(v, jw, b * n, n)).isCloseTo(there, within(1e-10 * Math.max(1, Math.abs(there))));
                }
                assertThat(Arrays.stream(jw).anyMatch(x -> x != 0)).isTrue();
            }
        }
    }

    private static double dot(double[] a, double[] b, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void it_begins_where_the_network_begins() {
        NetworkMap map = Nets.autonomous(Activation.LOGISTIC, new double[][] {{6}}, new double[] {-3}, 0.5);
        assertThat(map.first()).containsExactly(0.5);
        assertThat(map.trajectory(map.first(), 0, 50)[50][0]).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void networks_without_such_a_map_are_refused() {
        assertThatThrownBy(() ->
                        map(new EncoderDecoder(3, 2, Activation.TANH), Loss.SQUARED, new InputMode.Held(sequence()[0])))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("reads a sequence to its end");
        assertThatThrownBy(() -> map(
                        new FeedForward(WholeNumbers.of(4), Activation.TANH),
                        Loss.SQUARED,
                        new InputMode.Held(sequence()[0])))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("carries nothing");
        assertThatThrownBy(() -> map(EveryModel.MACHINES.get(3), Loss.LOGISTIC, new InputMode.FedBack(sequence()[0])))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cannot be fed back");
        assertThatThrownBy(
                        () -> map(new StandardRnn(4, Activation.TANH), Loss.SQUARED, new InputMode.Held(new double[2])))
                .hasMessageContaining("3 numbers at a step, not 2");
    }
}
