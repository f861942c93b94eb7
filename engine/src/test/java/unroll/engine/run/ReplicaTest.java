package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.model.Unrolled;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.task.Batch;
import unroll.engine.task.Split;
import unroll.engine.task.Task;

class ReplicaTest {
    /** Answers are floats: half a unit in the last place of numbers up to 2, and the rounding of the sweeps in double. */
    private static final double FLOAT = 0x1p-23;

    private static final Experiment BALLS = Small.with(
            Small.with(Small.experiment("double", 10), "task", "bouncing-balls"),
            "task",
            "{\"kind\": \"bouncing-balls\", \"balls\": 1, \"resolution\": 5, \"length\": 20}");

    /** An answer of the engine, and what the definition says, computed on the reference backend. */
    private static List<SequenceAnswer> answers(Training training, int sequence, int freeRunFrom) {
        List<SequenceAnswer> answers = new ArrayList<>();
        try (Prober prober = new Prober(new Replica(training))) {
            CountDownLatch done = new CountDownLatch(1);
            prober.watch(new SequenceProbe(sequence, freeRunFrom), answer -> {
                answers.add(answer);
                done.countDown();
            });
            assertThat(training.offer(prober)).isTrue();
            done.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return answers;
    }

    /** The outputs for given inputs, by a fresh graph over the whole sequence. */
    private static float[][] outputs(Training training, double[] inputs) {
        Backend backend = new ReferenceBackend();
        Task task = training.task();
        Model model = training.model();
        Parameters parameters = Parameters.of(model.layout(), backend);
        for (Layout.Slot slot : model.layout().slots()) {
            Tensor tensor = training.parameters()
                    .getOrDefault(slot.name(), new Tensor(training.backend().precision(), List.of(), new double[0]));
            backend.write(tensor.numbers(), 0, parameters.get(slot.name()).value());
        }
        Unrolled unrolled = new Unrolled(
                backend, model, task.loss(), parameters, new Unrolled.Shape(task.steps(), 1, task.inputs(), false));
        unrolled.load(inputs, new double[task.steps() * task.outputs()], new double[task.steps()]);
        unrolled.graph().forward();
        Buffer units = backend.allocate(task.steps(), task.outputs());
        unrolled.predictions(units);
        double[] read = new double[units.size()];
        backend.read(units, read, 0);
        float[][] rows = new float[task.steps()][task.outputs()];
        for (int i = 0; i < read.length; i++) {
            rows[i / task.outputs()][i % task.outputs()] = (float) read[i];
        }
        return rows;
    }

    private static Batch sequence(Training training, int number) {
        Batch batch = Batch.of(training.task(), 1);
        Philox random = new Philox(1, Purpose.TEST_DATA);
        training.task().draw(Split.TEST, random.restart(1, Purpose.TEST_DATA, number), batch, 0);
        return batch;
    }

    @ParameterizedTest(name = "sequence {0}, free from {1}")
    @CsvSource({"0,1", "4,3", "2,7", "1,18", "1,100", "3,-5"})
    void a_free_run_is_what_feeding_predictions_back_by_hand_gives(int number, int from) {
        try (Training training = new Training(BALLS)) {
            for (int i = 0; i < 5; i++) {
                assertThat(training.advance().finite()).isTrue();
            }
            SequenceAnswer answer = answers(training, number, from).getFirst();
            Batch batch = sequence(training, number);
            int steps = training.task().steps();
            int width = training.task().inputs();
            same(answer.prediction(), outputs(training, batch.input()), FLOAT);
            double[] inputs = batch.input().clone();
            float[][] byHand = outputs(training, inputs);
            for (int t = Math.max(1, from); t < steps; t++) {
                for (int i = 0; i < width; i++) {
                    inputs[t * width + i] = byHand[t - 1][i];
                }
                byHand = outputs(training, inputs);
            }
            // what is fed back by hand was rounded to float, 18 times at most, and the weights may double it a few
            // times
            same(answer.freeRun(), byHand, 100 * FLOAT);
            assertThat(answer.update()).isEqualTo(5);
            for (int t = 0; t < Math.clamp(from, 1, steps); t++) {
                assertThat(answer.freeRun()[t]).as("before it hears itself").containsExactly(answer.prediction()[t]);
            }
        }
    }

    @ParameterizedTest(name = "{0}, sequence {1}, free from {2}")
    @CsvSource({"encoder-decoder,0,1", "encoder-decoder,3,7", "encoder-decoder,5,9", "rnn,2,1", "rnn,4,8"})
    void a_free_run_hears_itself_only_where_it_was_asked(String model, int number, int from) {
        Experiment experiment = Small.with(Small.experiment("double", 10), "task", "reversal");
        experiment = Small.with(Small.with(experiment, "task.length", "6"), "model", model);
        experiment = Small.with(experiment, "model.hidden", "5");
        experiment = model.equals("rnn") ? experiment : Small.with(experiment, "model.encode", "6");
        try (Training training = new Training(experiment)) {
            assertThat(training.advance().finite()).isTrue();
            SequenceAnswer answer = answers(training, number, from).getFirst();
            Batch batch = sequence(training, number);
            double[] inputs = batch.input().clone();
            float[][] byHand = outputs(training, inputs);
            same(answer.prediction(), byHand, FLOAT);
            for (int t = Math.max(1, from); t < batch.steps(); t++) {
                if (batch.weight()[t - 1] > 0) {
                    for (int i = 0; i < 4; i++) {
                        inputs[t * 4 + i] = byHand[t - 1][i];
                    }
                    byHand = outputs(training, inputs);
                }
            }
            same(answer.freeRun(), byHand, 100 * FLOAT);
            for (int t = 0; t <= 6; t++) { // the string and the mark are heard as they are
                assertThat(Arrays.copyOfRange(inputs, t * 4, t * 4 + 4))
                        .containsExactly(Arrays.copyOfRange(batch.input(), t * 4, t * 4 + 4));
            }
            assertThat(answer.hidden()).hasDimensions(13, 5);
        }
    }

    @Test
    void a_free_run_is_noticed_to_differ_from_the_prediction() {
        try (Training training = new Training(BALLS)) {
            SequenceAnswer answer = answers(training, 0, 1).getFirst();
            double furthest = 0;
            for (int i = 0; i < answer.prediction()[5].length; i++) {
                furthest = Math.max(furthest, Math.abs(answer.freeRun()[5][i] - answer.prediction()[5][i]));
            }
            assertThat(furthest).isGreaterThan(1000 * FLOAT);
        }
    }

    @Test
    void the_prediction_does_not_depend_on_the_free_run_before_it() {
        try (Training training = new Training(BALLS)) {
            Replica replica = new Replica(training);
            replica.take(
                    0, training.backend().allocate(1, training.model().layout().size()));
            SequenceAnswer first = replica.run(2, 1);
            SequenceAnswer second = replica.run(2, 5);
            same(second.prediction(), first.prediction(), 0);
            same(second.hidden(), first.hidden(), 0);
            same(second.input(), first.input(), 0);
        }
    }

    @Test
    void a_task_whose_outputs_cannot_be_inputs_has_no_free_run() {
        try (Training training = new Training(Small.experiment("single", 10))) {
            SequenceAnswer answer = answers(training, 0, 1).getFirst();
            assertThat(answer.freeRun()).isEmpty();
            assertThat(answer.prediction()).hasDimensions(training.task().steps(), 1);
            assertThat(answer.hidden()).hasDimensions(training.task().steps(), 6);
        }
    }

    private static void same(float[][] actual, float[][] expected, double tolerance) {
        assertThat(actual).hasSameDimensionsAs(expected);
        for (int t = 0; t < expected.length; t++) {
            for (int i = 0; i < expected[t].length; i++) {
                assertThat((double) actual[t][i]).as("[%d][%d]", t, i).isCloseTo(expected[t][i], within(tolerance));
            }
        }
    }
}
