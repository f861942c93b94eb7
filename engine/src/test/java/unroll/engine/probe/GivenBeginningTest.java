package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.run.SmallRun;
import unroll.engine.run.Training;

/** A beginning that somebody gives is received as a test sequence is, and the network goes on from there. */
class GivenBeginningTest {
    private static final String CHORALES = """
        {"kind": "piano-rolls", "source": "../sample-data/music/chorales", "window": 20}\
        """;
    private static final String BALLS = """
        {"kind": "bouncing-balls", "balls": 1, "resolution": 5, "length": 20}\
        """;

    private static <A> A ask(Training training, Probe<A> probe) throws InterruptedException {
        try (Prober prober = new Prober(training.replica(), () -> {})) {
            BlockingQueue<A> answers = new LinkedBlockingQueue<>();
            prober.watch(probe, answers::add, () -> true);
            assertThat(prober.offer(training)).isTrue();
            return Optional.ofNullable(answers.poll(60, TimeUnit.SECONDS)).orElseThrow();
        }
    }

    private static Experiment experiment(String task) {
        return SmallRun.with(SmallRun.experiment("double", 10), "task", task);
    }

    /** The oracle is the free run of the test sequence itself: the same inputs, and the same random numbers. */
    @ParameterizedTest(name = "{0} steps of test sequence {1}")
    @CsvSource({"1, 0", "2, 3", "9, 2", "20, 1"})
    void theBeginningOfATestSequenceGoesOnAsItsOwnFreeRunDoes(int given, int sequence) throws InterruptedException {
        try (Training training = new Training(experiment(CHORALES))) {
            List<SequenceAnswer> all = besideItsOwn(training, given, sequence);
            assertThat(all.get(1).freeRun()).isDeepEqualTo(all.get(0).freeRun());
            assertThat(all.get(1).drawn()).isDeepEqualTo(all.get(0).drawn());
            assertThat(Arrays.copyOf(all.get(1).prediction(), given))
                    .isDeepEqualTo(Arrays.copyOf(all.get(0).prediction(), given));
            assertThat(all.get(2))
                    .as("what was given is forgotten")
                    .usingRecursiveComparison()
                    .isEqualTo(all.get(0));
        }
    }

    /** Frames of films are given in single precision: 19 steps of a network of gain 1 or so leave some units of the last place. */
    @ParameterizedTest(name = "{0} steps of test sequence {1}")
    @CsvSource({"1, 0", "9, 2", "19, 1"})
    void framesOfAFilmAreGoneOnFromToo(int given, int sequence) throws InterruptedException {
        try (Training training = new Training(experiment(BALLS))) {
            List<SequenceAnswer> all = besideItsOwn(training, given, sequence);
            float[][] own = all.get(0).freeRun();
            for (int t = 0; t < own.length; t++) {
                assertThat(all.get(1).freeRun()[t]).containsExactly(own[t], within(1e-5f));
            }
        }
    }

    private static List<SequenceAnswer> besideItsOwn(Training training, int given, int sequence)
            throws InterruptedException {
        return ask(training, replica -> {
            SequenceAnswer own = replica.run(sequence, given);
            float[][] beginning = Arrays.copyOf(own.input(), given);
            return List.of(own, replica.goOn(beginning, sequence), replica.run(sequence, given));
        });
    }

    /** What is played is what is received, one step later, and what was not played does not count. */
    @ParameterizedTest(name = "{0} steps")
    @CsvSource({"3", "8", "19"})
    void whatIsGivenIsReceivedExactlyAndTheRestIsTheNetworks(int played) throws InterruptedException {
        float[][] inputs = new float[played + 1][88];
        for (int t = 1; t <= played; t++) {
            inputs[t][(t * 7) % 88] = 1;
            inputs[t][(t * 31) % 88] = 1;
        }
        try (Training training = new Training(experiment(CHORALES))) {
            SequenceAnswer answer = ask(training, replica -> replica.goOn(inputs, 0));
            SequenceAnswer other = ask(training, replica -> replica.goOn(inputs, 1));
            assertThat(answer.sequence()).isEqualTo(SequenceAnswer.GIVEN);
            assertThat(Arrays.copyOf(answer.input(), played + 1)).isDeepEqualTo(inputs);
            assertThat(answer.end()).isEqualTo(played);
            for (int t = 0; t < played; t++) {
                assertThat(answer.target()[t]).isEqualTo(inputs[t + 1]);
                assertThat(answer.drawn()[t]).isEqualTo(inputs[t + 1]);
            }
            if (played < 19) {
                assertThat(other.drawn())
                        .as("another stream, another continuation")
                        .isNotEqualTo(answer.drawn());
            }
        }
    }

    private static final String MACHINE = """
        {"kind": "rtrbm", "hidden": 12}\
        """;

    @Test
    void anotherStreamIsAnotherDreamAndTheSameTheSame() throws InterruptedException {
        Experiment dreaming = SmallRun.with(experiment(BALLS), "model", MACHINE);
        try (Training training = new Training(dreaming)) {
            List<float[][]> dreams = ask(training, replica -> {
                float[][] film = replica.run(1, 9).input();
                float[][] beginning = Arrays.copyOf(film, 9);
                SequenceAnswer before = replica.run(2, 5);
                List<float[][]> all = List.of(
                        beginning,
                        replica.dream(beginning, 1),
                        replica.dream(beginning, 1),
                        replica.dream(beginning, 2));
                assertThat(replica.run(2, 5))
                        .as("what is predicted is the same as before the dreams")
                        .usingRecursiveComparison()
                        .isEqualTo(before);
                return all;
            });
            assertThat(dreams.get(1)).hasDimensions(19, 25);
            assertThat(Arrays.copyOf(dreams.get(1), 9)).isDeepEqualTo(dreams.get(0));
            assertThat(dreams.get(2)).isDeepEqualTo(dreams.get(1));
            for (int t = 9; t < 19; t++) {
                assertThat(dreams.get(3)[t]).as("step %d", t).isNotEqualTo(dreams.get(1)[t]);
                for (float pixel : dreams.get(1)[t]) {
                    assertThat(pixel).as("a mean, and no unit on or off").isStrictlyBetween(0f, 1f);
                }
            }
        }
    }

    /** The oracle is the free run, which receives the same expectation; frames are given in single precision. */
    @Test
    void aNetworkOfASingleExpectationDreamsThat() throws InterruptedException {
        try (Training training = new Training(experiment(BALLS))) {
            List<float[][]> both = ask(training, replica -> {
                SequenceAnswer own = replica.run(1, 9);
                return List.of(own.freeRun(), replica.dream(Arrays.copyOf(own.input(), 9), 4));
            });
            for (int t = 9; t < 19; t++) {
                assertThat(both.get(1)[t]).containsExactly(both.get(0)[t - 1], within(1e-5f));
            }
        }
    }

    @Test
    void aBeginningOfAnotherNetworkOrOneThatIsTooLongIsRefused() throws InterruptedException {
        try (Training music = new Training(experiment(CHORALES));
                Training sum = new Training(experiment("{\"kind\": \"addition\", \"length\": 10}"))) {
            for (float[][] wrong : List.of(new float[0][88], new float[21][88], new float[3][87])) {
                assertThat(refusal(music, wrong)).contains("nothing follows " + wrong.length + " steps");
            }
            assertThat(refusal(sum, new float[3][2])).contains("nothing follows");
        }
    }

    private static String refusal(Training training, float[][] inputs) throws InterruptedException {
        return ask(training, replica -> {
            String[] said = {""};
            assertThatThrownBy(() -> replica.goOn(inputs, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(e -> said[0] = String.valueOf(e.getMessage()));
            return said[0];
        });
    }
}
