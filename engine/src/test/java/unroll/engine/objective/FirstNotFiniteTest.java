package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.model.EncoderDecoder;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.Model;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.Schema;
import unroll.engine.task.Reaching;

/** Where a sweep first leaves the finite numbers is named by quantity and step, whichever shard it is in. */
class FirstNotFiniteTest {
    private static final long SEED = 5;
    private static final Model MODEL = new StandardRnn(7, Activation.TANH).model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);

    private static double[] theta(double deviation) {
        Philox random = new Philox(SEED, Purpose.SAMPLING);
        double[] numbers = new double[MODEL.layout().size()];
        Arrays.setAll(numbers, i -> deviation * random.gaussian());
        return numbers;
    }

    private static Buffer buffer(Backend backend, double[] numbers) {
        Buffer theta = backend.allocate(1, numbers.length);
        backend.write(numbers, 0, theta);
        return theta;
    }

    /** Spoils one sequence of a batch of 60, whose shards hold 20 each, and says where it is first seen. */
    private static NotFinite found(int sequence, BiConsumer<Batch, Integer> fault) {
        return found(List.of(sequence), List.of(fault), theta(0.5));
    }

    private static NotFinite found(List<Integer> sequences, List<BiConsumer<Batch, Integer>> faults, double[] theta) {
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        try (Workers workers = new Workers(1)) {
            NoiseTask task = new NoiseTask() {
                private int drawn;

                @Override
                protected void spoil(Batch batch, int b) {
                    int at = sequences.indexOf(drawn++);
                    if (at >= 0) {
                        faults.get(at).accept(batch, b);
                    }
                }
            };
            var objective = new ShardedObjective(
                    backend, new Problem(task, MODEL), new ThroughTime(), Regularisation.NONE, 60, SEED, workers);
            objective.draw(0);
            Buffer gradient = backend.allocate(1, MODEL.layout().size());
            double loss = objective.whole().gradient(buffer(backend, theta), gradient);
            double norm = backend.dot(gradient, gradient);
            assertThat(Double.isFinite(loss) && Double.isFinite(norm)).isFalse();
            return objective.firstNotFinite();
        }
    }

    private static BiConsumer<Batch, Integer> input(int step, double value) {
        return (batch, b) -> batch.input()[batch.inputAt(step - 1, b)] = value;
    }

    private static BiConsumer<Batch, Integer> target(int step, double value) {
        return (batch, b) -> batch.target()[batch.targetAt(step - 1, b)] = value;
    }

    @ParameterizedTest(name = "sequence {0}")
    @ValueSource(ints = {0, 31, 59})
    void an_input_that_is_no_number_is_seen_in_the_hidden_state_at_its_step(int sequence) {
        assertThat(found(sequence, input(4, Double.NaN))).isEqualTo(new NotFinite("the hidden state h", 4));
    }

    /** The outputs of an encoder and decoder begin with the first step it decodes. */
    @Test
    void a_late_output_that_is_no_number_is_seen_at_its_step() {
        int encode = 3;
        Model model = new EncoderDecoder(4, encode, Activation.TANH).model(NoiseTask.INPUTS, NoiseTask.OUTPUTS);
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        try (Workers workers = new Workers(1)) {
            NoiseTask task = new NoiseTask(encode) {
                @Override
                protected void spoil(Batch batch, int b) {
                    target(5, Double.NaN).accept(batch, b);
                }
            };
            var objective = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, 3, SEED, workers);
            objective.draw(0);
            double[] theta = new double[model.layout().size()];
            Slot output = model.layout().slot("W_od");
            Buffer gradient = backend.allocate(1, theta.length);
            objective.whole().gradient(buffer(backend, theta), gradient);
            assertThat(objective.firstNotFinite()).isEqualTo(new NotFinite("the gradient of h", 5));
            Arrays.fill(theta, 1);
            Arrays.fill(theta, output.offset(), output.offset() + output.size(), 1e308);
            objective.whole().gradient(buffer(backend, theta), gradient);
            assertThat(objective.firstNotFinite()).isEqualTo(new NotFinite("the output o", encode + 1));
        }
    }

    @Test
    void weights_that_overflow_are_seen_in_the_output_at_the_first_step() {
        double[] theta = theta(0);
        Slot bias = MODEL.layout().slot("b_h");
        Slot output = MODEL.layout().slot("W_oh");
        Arrays.fill(theta, bias.offset(), bias.offset() + bias.size(), 50); // h = tanh(50) = 1
        Arrays.fill(theta, output.offset(), output.offset() + output.size(), 1e308); // 7e308 is no double
        assertThat(found(List.of(), List.of(), theta)).isEqualTo(new NotFinite("the output o", 1));
    }

    @Test
    void a_target_that_is_no_number_is_seen_on_the_way_back_at_its_step() {
        assertThat(found(31, target(3, Double.NaN))).isEqualTo(new NotFinite("the gradient of h", 3));
        assertThat(found(31, target(5, Double.POSITIVE_INFINITY))).isEqualTo(new NotFinite("the gradient of h", 5));
    }

    @Test
    void a_loss_whose_square_overflows_is_named_as_such() {
        assertThat(found(3, target(2, 1e200))).isEqualTo(new NotFinite("the loss or the gradient's norm", 0));
    }

    @Test
    void of_faults_in_several_shards_the_first_in_the_order_of_computation_is_named() {
        assertThat(found(List.of(0, 31), List.of(target(3, Double.NaN), input(5, Double.NaN)), theta(0.5)))
                .isEqualTo(new NotFinite("the hidden state h", 5));
        assertThat(found(List.of(0, 31), List.of(input(5, Double.NaN), input(2, Double.NaN)), theta(0.5)))
                .isEqualTo(new NotFinite("the hidden state h", 2));
        assertThat(found(List.of(0, 31), List.of(target(2, Double.NaN), target(5, Double.NaN)), theta(0.5)))
                .isEqualTo(new NotFinite("the gradient of h", 5));
    }

    /** Torques of 1e200 throw the arm out of the numbers while the network, which sees it six steps late, is well. */
    @Test
    void an_arm_that_is_thrown_out_of_the_numbers_is_named_before_the_network_that_sees_it_later() {
        Reaching settings = Schema.of(Reaching.class).initial();
        Problem problem = Problem.of(settings.open(), new StandardRnn(3, Activation.TANH));
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        try (Workers workers = new Workers(1)) {
            var objective =
                    new ShardedObjective(backend, problem, new ThroughTime(), Regularisation.NONE, 30, SEED, workers);
            objective.draw(0);
            double[] theta = new double[problem.layout().size()];
            Slot bias = problem.layout().slot("b_o");
            Arrays.fill(theta, bias.offset(), bias.offset() + bias.size(), 1e200);
            double loss = objective.whole().gradient(buffer(backend, theta), backend.allocate(1, theta.length));
            assertThat(Double.isFinite(loss)).isFalse();
            assertThat(objective.firstNotFinite()).isEqualTo(new NotFinite("the state of the arm", 2));
        }
    }
}
