package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.run.SmallRun;
import unroll.engine.run.Training;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.task.Task;

class ReplicaTest {
    /** Answers are floats: half a unit in the last place of numbers up to 2, and the rounding of the sweeps in double. */
    private static final double FLOAT = 0x1p-23;

    private static final Experiment BALLS = SmallRun.with(
            SmallRun.with(SmallRun.experiment("double", 10), "task", "bouncing-balls"),
            "task",
            "{\"kind\": \"bouncing-balls\", \"balls\": 1, \"resolution\": 5, \"length\": 20}");

    /** An answer of the engine, and what the definition says, computed on the reference backend. */
    private static List<SequenceAnswer> answers(Training training, int sequence, int freeRunFrom) {
        List<SequenceAnswer> answers = new ArrayList<>();
        try (Prober prober = new Prober(training.replica(), () -> {})) {
            CountDownLatch done = new CountDownLatch(1);
            prober.watch(
                    new SequenceProbe(sequence, freeRunFrom),
                    answer -> {
                        answers.add(answer);
                        done.countDown();
                    },
                    () -> true);
            assertThat(prober.offer(training)).isTrue();
            done.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return answers;
    }

    /** The truth up to a step, then each key as probable as predicted on what was drawn before. */
    @ParameterizedTest(name = "from {0}")
    @ValueSource(ints = {1, 4, 20})
    void what_is_0_or_1_is_drawn_in_a_free_run(int from) {
        Experiment music = SmallRun.with(SmallRun.experiment("double", 10), "task", """
            {"kind": "piano-rolls", "source": "../sample-data/music/chorales", "window": 20}\
            """);
        try (Training training = new Training(music)) {
            SequenceAnswer answer = answers(training, 2, from).getFirst();
            assertThat(answer.drawn()).hasDimensions(20, 88);
            double[] inputs = new double[20 * 88];
            for (int t = 0; t < 20; t++) {
                if (t < from - 1) {
                    assertThat(answer.drawn()[t]).isEqualTo(answer.target()[t]);
                } else {
                    for (float key : answer.drawn()[t]) {
                        assertThat(key).isIn(0f, 1f);
                    }
                }
                for (int key = 0; t > 0 && key < 88; key++) {
                    inputs[t * 88 + key] = answer.drawn()[t - 1][key];
                }
            }
            for (int key = 0; key < 88; key++) {
                inputs[key] = answer.input()[0][key];
            }
            float[][] predicted = outputs(training, inputs);
            double expected = 0;
            double variance = 0;
            double drawn = 0;
            for (int t = from - 1; t < 20; t++) {
                for (int key = 0; key < 88; key++) {
                    expected += predicted[t][key];
                    variance += predicted[t][key] * (1 - predicted[t][key]);
                    drawn += answer.drawn()[t][key];
                }
            }
            assertThat(drawn)
                    .as("as many as was predicted on what was drawn")
                    .isCloseTo(expected, within(4 * Math.sqrt(variance)));
            assertThat(answers(training, 2, from).getFirst().drawn()).isDeepEqualTo(answer.drawn());
        }
    }

    @Test
    void anotherSequenceInBetweenChangesNoAnswer() throws InterruptedException {
        try (Training training = new Training(BALLS);
                Prober prober = new Prober(training.replica(), () -> {})) {
            BlockingQueue<List<SequenceAnswer>> answers = new LinkedBlockingQueue<>();
            prober.watch(
                    replica -> List.of(replica.run(2, 3), replica.run(2, 3), replica.run(0, 3), replica.run(2, 3)),
                    answers::add,
                    () -> true);
            assertThat(prober.offer(training)).isTrue();
            List<SequenceAnswer> told =
                    Optional.ofNullable(answers.poll(60, TimeUnit.SECONDS)).orElseThrow();
            for (int again : new int[] {1, 3}) {
                assertThat(told.get(again)).usingRecursiveComparison().isEqualTo(told.getFirst());
            }
            assertThat(told.get(2).input()).isNotEqualTo(told.getFirst().input());
        }
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
        Rollout rollout = new Rollout(
                backend,
                model,
                StepCriterion.of(task.loss()),
                parameters,
                new Rollout.Shape(task.steps(), 1, task.inputs(), false));
        rollout.load(inputs, new double[task.steps() * task.outputs()], new double[task.steps()]);
        rollout.graph().forward();
        Buffer units = backend.allocate(task.steps(), task.outputs());
        rollout.predictions(units);
        double[] read = new double[units.size()];
        backend.read(units, read, 0);
        float[][] rows = new float[task.steps()][task.outputs()];
        for (int i = 0; i < read.length; i++) {
            rows[i / task.outputs()][i % task.outputs()] = (float) read[i];
        }
        return rows;
    }

    /** Every path of classes that spells the word, with its probability. */
    @ParameterizedTest(name = "sequence {0}")
    @ValueSource(ints = {0, 1, 2, 5})
    void what_a_word_asks_for_at_each_frame_is_where_its_paths_lead(int number) {
        Experiment spelling = SmallRun.with(SmallRun.experiment("double", 10), "task", """
            {"kind": "spelling", "symbols": 2, "channels": 2, "shortest": 1, "longest": 3, "briefest": 1, "slowest": 2,
            "collapse": "drop-blanks"}\
            """);
        try (Training training = new Training(spelling)) {
            SequenceAnswer answer = answers(training, number, 1).getFirst();
            Batch batch = sequence(training, number);
            List<Integer> word = new ArrayList<>();
            int steps = 0;
            for (int t = 0; t < batch.steps() && batch.weight()[t] != 0; t++) {
                steps++;
                for (int k = 0; k < 2; k++) {
                    if (batch.target()[batch.targetAt(t, 0) + k] == 1) {
                        word.add(k);
                    }
                }
            }
            double all = 0;
            double[][] mass = new double[batch.steps()][3];
            for (int code = 0; code < Math.pow(3, steps); code++) {
                List<Integer> path = digits(code, steps);
                if (path.stream().filter(k -> k != 2).toList().equals(word)) {
                    double probability = 1;
                    for (int t = 0; t < steps; t++) {
                        probability *= answer.prediction()[t][path.get(t)];
                    }
                    all += probability;
                    for (int t = 0; t < steps; t++) {
                        mass[t][path.get(t)] += probability;
                    }
                }
            }
            for (int t = 0; t < batch.steps(); t++) {
                for (int k = 0; k < 3; k++) {
                    assertThat((double) answer.target()[t][k]).isCloseTo(mass[t][k] / all, within(4 * FLOAT));
                }
            }
        }
    }

    private static List<Integer> digits(int code, int count) {
        List<Integer> digits = new ArrayList<>();
        for (int rest = code; digits.size() < count; rest /= 3) {
            digits.add(rest % 3);
        }
        return digits;
    }

    static Batch sequence(Training training, int number) {
        Batch batch = training.task().batch(1);
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
                assertThat(answer.freeRun()[t]).as("before the free run").containsExactly(answer.prediction()[t]);
            }
        }
    }

    @ParameterizedTest(name = "{0}, sequence {1}, free from {2}")
    @CsvSource({"encoder-decoder,0,1", "encoder-decoder,3,7", "encoder-decoder,5,9", "rnn,2,1", "rnn,4,8"})
    void a_free_run_takes_only_what_was_predicted(String model, int number, int from) {
        Experiment experiment = SmallRun.with(SmallRun.experiment("double", 10), "task", "reversal");
        experiment = SmallRun.with(SmallRun.with(experiment, "task.length", "6"), "model", model);
        experiment = SmallRun.with(experiment, "model.hidden", "5");
        experiment = model.equals("rnn") ? experiment : SmallRun.with(experiment, "model.encode", "6");
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
            for (int t = 0; t <= 6; t++) { // the string and the mark are the input as they are
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
            Replica replica = training.replica();
            replica.take(new Still(
                    0, training.backend().allocate(1, training.model().layout().size())));
            SequenceAnswer first = replica.run(2, 1);
            SequenceAnswer second = replica.run(2, 5);
            same(second.prediction(), first.prediction(), 0);
            same(second.hidden(), first.hidden(), 0);
            same(second.input(), first.input(), 0);
        }
    }

    @Test
    void a_task_whose_outputs_cannot_be_inputs_has_no_free_run() {
        try (Training training = new Training(SmallRun.experiment("single", 10))) {
            SequenceAnswer answer = answers(training, 0, 1).getFirst();
            assertThat(answer.freeRun()).isEmpty();
            assertThat(answer.drawn()).isEmpty();
            assertThat(answer.prediction()).hasDimensions(training.task().steps(), 1);
            assertThat(answer.hidden()).hasDimensions(training.task().steps(), 6);
        }
    }

    private static final Experiment TEXT = SmallRun.with(
            SmallRun.with(
                    SmallRun.experiment("double", 10),
                    "task",
                    "{\"kind\": \"text\", \"file\": \"../sample-data/text/tales.txt\", \"window\": 15, \"warmUp\": 3}"),
            "model",
            "{\"kind\": \"mrnn\", \"hidden\": 8, \"factors\": 7}");

    /** Codes as rows with a single 1. */
    private static double[] rows(int width, int... codes) {
        double[] rows = new double[codes.length * width];
        for (int t = 0; t < codes.length; t++) {
            rows[t * width + codes[t]] = 1;
        }
        return rows;
    }

    @ParameterizedTest(name = "sequence {0}, free from {1}")
    @CsvSource({"0,1", "4,3", "2,8", "1,14", "1,15", "1,100", "3,-5"})
    void the_inputs_of_a_free_run_of_symbols_are_drawn_from_its_own_predictions(int number, int freeRunFrom) {
        try (Training training = new Training(TEXT)) {
            for (int i = 0; i < 5; i++) {
                assertThat(training.advance().finite()).isTrue();
            }
            SequenceAnswer answer = answers(training, number, freeRunFrom).getFirst();
            Batch batch = sequence(training, number);
            int width = training.task().inputs();
            int steps = training.task().steps();
            int from = Math.clamp(freeRunFrom, 1, steps);
            int[] codes =
                    Arrays.stream(batch.input()).mapToInt(code -> (int) code).toArray();
            assertThat(answer.input()).hasDimensions(steps, 1);
            same(answer.prediction(), outputs(training, rows(width, codes)), FLOAT);
            int[] drawn = symbols(answer);
            assertThat(drawn).hasSize(steps);
            for (int t = 1; t < from; t++) {
                assertThat(drawn[t - 1]).as("input at %d", t).isEqualTo(codes[t]);
            }
            System.arraycopy(drawn, from - 1, codes, from, steps - from);
            same(answer.freeRun(), outputs(training, rows(width, codes)), FLOAT);
            Philox random = new Philox(1, Purpose.SAMPLING).restart(1, Purpose.SAMPLING, number);
            for (int t = from; t <= steps; t++) {
                double at = random.nextDouble();
                double below = 0;
                for (int symbol = 0; symbol < drawn[t - 1]; symbol++) {
                    below += answer.freeRun()[t - 1][symbol];
                }
                // a sum of up to 46 probabilities of which each was rounded to float
                assertThat(at).isBetween(below - FLOAT, below + answer.freeRun()[t - 1][drawn[t - 1]] + FLOAT);
            }
        }
    }

    private static int[] symbols(SequenceAnswer answer) {
        return Arrays.stream(answer.drawn()).mapToInt(row -> (int) row[0]).toArray();
    }

    @Test
    void what_is_drawn_depends_on_the_sampling_seed_and_the_sequence_alone() {
        int[] first = drawn(TEXT, 2);
        assertThat(drawn(TEXT, 2)).containsExactly(first);
        assertThat(drawn(SmallRun.with(TEXT, "seeds.sampling", "9"), 2)).isNotEqualTo(first);
        assertThat(drawn(TEXT, 3)).isNotEqualTo(first);
    }

    private static int[] drawn(Experiment experiment, int sequence) {
        try (Training training = new Training(experiment)) {
            answers(training, 0, 4);
            return symbols(answers(training, sequence, 1).getFirst());
        }
    }

    @Test
    void drawing_for_a_view_leaves_the_training_as_it_is() {
        try (Training watched = new Training(TEXT);
                Training alone = new Training(TEXT)) {
            for (int i = 0; i < 4; i++) {
                watched.advance();
                alone.advance();
                answers(watched, i, 1);
            }
            watched.parameters()
                    .forEach((name, tensor) -> assertThat(tensor.numbers())
                            .as(name)
                            .containsExactly(alone.parameters()
                                    .getOrDefault(name, new Tensor(tensor.precision(), List.of(), new double[0]))
                                    .numbers()));
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

    /** Parameters that nobody trains. */
    private record Still(long update, Buffer theta) implements ParametersSource {}
}
