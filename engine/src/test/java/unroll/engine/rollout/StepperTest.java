package unroll.engine.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** A network stepped on, one input after the other, does what it does over a whole sequence. */
class StepperTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;

    private final Backend backend = new ReferenceBackend();

    static Stream<ModelSettings> stationary() {
        return EveryModel.SMALL.stream().filter(settings -> settings.firstPrediction() == 0);
    }

    /** A network with parameters and inputs of its own, over sequences of that length. */
    private static Rollout rollout(Backend backend, ModelSettings settings, int steps, int sequences, boolean symbols) {
        Model model = settings.model(INPUTS, OUTPUTS);
        Parameters parameters = Parameters.of(model.layout(), backend);
        Rollout rollout = new Rollout(
                backend,
                model,
                StepCriterion.of(Loss.LOGISTIC),
                parameters,
                new Rollout.Shape(steps, sequences, INPUTS, symbols));
        Philox random = new Philox(9, Purpose.SAMPLING);
        double[] theta = new double[model.layout().size()];
        Arrays.setAll(theta, i -> 0.6 * random.gaussian());
        backend.write(theta, 0, parameters.value());
        double[] inputs = new double[steps * sequences * (symbols ? 1 : INPUTS)];
        Arrays.setAll(inputs, i -> symbols ? random.integer(0, INPUTS - 1) : random.gaussian());
        rollout.load(inputs, new double[steps * sequences * OUTPUTS], new double[steps * sequences]);
        return rollout;
    }

    private static Stepper stepper(Rollout whole, ModelSettings settings) {
        Rollout few = new Rollout(
                whole.backend(),
                settings.model(INPUTS, OUTPUTS),
                StepCriterion.of(Loss.LOGISTIC),
                whole.parameters(),
                new Rollout.Shape(
                        whole.graph().state().steps() + 1,
                        whole.graph().sequences(),
                        INPUTS,
                        whole.input().symbolic()));
        return new Stepper(few);
    }

    private static double[] input(Rollout whole, int t) {
        return whole.backend().read(whole.input().value(t, t + 1));
    }

    private static double[] predictions(Rollout whole) {
        whole.graph().forward();
        var units =
                whole.backend().allocate(whole.graph().steps() * whole.graph().sequences(), OUTPUTS);
        whole.predictions(units);
        return whole.backend().read(units);
    }

    /** The predictions of steps {@code from} on, made one by one. */
    private static double[] stepped(Stepper stepper, Stepper.NetworkState start, Rollout whole, int from) {
        Stepper.NetworkState state = start;
        double[] all = new double[(whole.graph().steps() - from) * whole.graph().sequences() * OUTPUTS];
        int at = 0;
        for (int t = from; t < whole.graph().steps(); t++) {
            Stepper.Transition made = stepper.step(state, input(whole, t));
            state = made.state();
            System.arraycopy(made.prediction(), 0, all, at, made.prediction().length);
            at += made.prediction().length;
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("stationary")
    void steps_predict_what_a_sweep_of_the_whole_sequence_predicts(ModelSettings settings) {
        for (boolean symbols : List.of(false, true)) {
            Rollout whole = rollout(backend, settings, 17, 2, symbols);
            Stepper stepper = stepper(whole, settings);
            assertThat(stepped(stepper, stepper.start(), whole, 0)).isEqualTo(predictions(whole));
        }
    }

    @ParameterizedTest
    @MethodSource("stationary")
    void a_state_can_be_gone_back_to(ModelSettings settings) {
        Rollout whole = rollout(backend, settings, 12, 1, false);
        Stepper stepper = stepper(whole, settings);
        double[] all = predictions(whole);
        Stepper.NetworkState state = stepper.start();
        for (int t = 0; t < 7; t++) {
            state = stepper.step(state, input(whole, t)).state();
        }
        double[] rest = Arrays.copyOfRange(all, 7 * OUTPUTS, all.length);
        assertThat(stepped(stepper, stepper.at(state.carried()), whole, 7)).isEqualTo(rest);
        assertThat(stepped(stepper, stepper.at(state.carried()), whole, 7)).isEqualTo(rest);
        if (stepper.size() > 0) {
            double[] moved = state.carried().clone();
            moved[0] += 0.1;
            assertThat(stepped(stepper, stepper.at(moved), whole, 7)).isNotEqualTo(rest);
        }
    }

    @Test
    void on_the_processor_it_is_the_same_as_far_as_single_precision_goes() {
        ModelSettings settings = new StandardRnn(40, Activation.TANH);
        Rollout whole = rollout(CpuBackend.of(Precision.SINGLE), settings, 30, 3, false);
        Stepper stepper = stepper(whole, settings);
        double[] expected = predictions(whole);
        double[] found = stepped(stepper, stepper.start(), whole, 0);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    @Test
    void a_prompt_of_any_length_is_written_on() {
        ModelSettings settings = new StandardRnn(6, Activation.TANH);
        int[] prompt = {2, 0, 1, 1, 0, 2, 2, 2, 0, 1, 0, 0, 1, 2, 1, 0, 2, 1, 1, 0, 2};
        Rollout short3 = rollout(backend, settings, 3, 1, true); // trained on sequences of three symbols
        Stepper stepper = stepper(short3, settings);
        Sampler sampler = new Sampler(0.7, 5);
        sampler.restart(1);
        int[] written = written(stepper, sampler, prompt, 40);

        Rollout whole = rollout(backend, settings, written.length, 1, true);
        backend.write(
                Arrays.stream(written).asDoubleStream().toArray(),
                0,
                whole.input().value());
        double[] all = predictions(whole);
        sampler.restart(1);
        for (int t = prompt.length; t < written.length; t++) {
            double[] p = Arrays.copyOfRange(all, (t - 1) * OUTPUTS, t * OUTPUTS);
            assertThat(written[t]).isEqualTo(sampler.draw(p));
        }
        assertThat(Arrays.copyOf(written, prompt.length)).isEqualTo(prompt);
        assertThat(written).contains(0, 1);
    }

    private static int[] written(Stepper stepper, Sampler sampler, int[] prompt, int more) {
        int[] written = Arrays.copyOf(prompt, prompt.length + more);
        Stepper.NetworkState state = stepper.start();
        for (int t = 0; t < written.length; t++) {
            Stepper.Transition made = stepper.step(state, new double[] {written[t]});
            state = made.state();
            if (t + 1 >= prompt.length && t + 1 < written.length) {
                written[t + 1] = sampler.draw(made.prediction());
            }
        }
        return written;
    }

    @Test
    void a_network_that_first_reads_and_then_writes_has_no_steps_that_are_alike() {
        Rollout whole = rollout(backend, new unroll.engine.model.EncoderDecoder(3, 2, Activation.TANH), 6, 1, false);
        assertThat(whole.graph().stationary()).isFalse();
        assertThatThrownBy(() -> new Stepper(whole)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_state_of_another_size_is_refused() {
        ModelSettings settings = new StandardRnn(6, Activation.TANH);
        Stepper stepper = stepper(rollout(backend, settings, 3, 2, false), settings);
        assertThatThrownBy(() -> stepper.at(new double[6]))
                .hasMessage("a state has 6 numbers for each of 2 sequences, not 6 in all");
    }
}
