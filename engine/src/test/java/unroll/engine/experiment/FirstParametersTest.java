package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.baseline.LinearAutoregression;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.init.RecurrentMatrix;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.run.SmallRun;
import unroll.engine.run.Training;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;
import unroll.engine.task.Task;

class FirstParametersTest {
    private static final Experiment SMALL = SmallRun.experiment("double", 10);

    private static double[] first(Experiment experiment, String name) {
        try (Training training = new Training(experiment)) {
            return Objects.requireNonNull(training.parameters().get(name)).numbers();
        }
    }

    @Test
    void where_most_units_are_saturated_it_is_said_that_matrices_tell_little() {
        assertThat(FirstParameters.lines(large("0.9"))).noneMatch(line -> line.contains("saturated"));
        assertThat(FirstParameters.lines(large("9")))
                .anyMatch(line -> line.contains("spectral radius 9"))
                .anyMatch(line -> line.matches("Most units are saturated: [6-9]\\d % .*unroll dynamics.*"));
    }

    private static Experiment large(String radius) {
        Experiment experiment = SMALL;
        for (String[] setting : new String[][] {
            {"initialisation", "spectral-radius"}, {"initialisation.radius", radius}, {"initialisation.inputScale", "1"}
        }) {
            experiment = SettingsJson.with(experiment, setting[0], setting[1]);
        }
        return experiment;
    }

    /** The mean target of the counted steps of the first 200 training sequences. */
    private static double[] meanTarget(Experiment experiment) {
        Task task = experiment.task().open();
        double[] sum = new double[task.outputs()];
        double counted = 0;
        for (int n = 0; n < 200; n++) {
            Batch batch = task.batch(1);
            Philox random = new Philox(0, Purpose.TRAINING_DATA)
                    .restart(experiment.seeds().data(), Purpose.TRAINING_DATA, n);
            task.draw(Split.TRAIN, random, batch, 0);
            for (int t = 0; t < task.steps(); t++) {
                double weight = batch.weight()[t];
                counted += weight;
                for (int o = 0; o < sum.length; o++) {
                    sum[o] += weight * batch.target()[t * sum.length + o];
                }
            }
        }
        double all = counted;
        return Arrays.stream(sum).map(value -> value / all).toArray();
    }

    /** The oracle is the baseline; before the taps are filled both make do, each with what it has. */
    @ParameterizedTest
    @CsvSource({"rtrbm,1", "rtrbm,3", "rnn-rbm,1", "rnn-rbm,2", "trbm,2"})
    void taps_by_regression_predict_as_linear_autoregression_does(String model, int taps) {
        Experiment experiment = SmallRun.with(SMALL, "task", "walking");
        for (String[] set : new String[][] {
            {"task.length", "20"},
            {"model", model},
            {"model.hidden", "3"},
            {"model.visible", "gaussian"},
            {"model.noise", "0.3"},
            {"model.taps", Integer.toString(taps)},
            {"model.prediction", "mean-field"},
            {"initialisation", "normal"},
            {"initialisation.deviation", "0"},
            {"initialisation.regressed", "true"}
        }) {
            experiment = SmallRun.with(experiment, set[0], set[1]);
        }
        Task task = experiment.task().open();
        Batch test = task.draw(Split.TEST, 7, Purpose.TEST_DATA, 0, 5);
        LinearAutoregression linear = new LinearAutoregression(taps, task.loss());
        linear.fit(task.draw(Split.TRAIN, experiment.seeds().data(), Purpose.TRAINING_DATA, 0, 2000));
        double[] expected = linear.predict(test);
        double[] found = predictions(experiment, task, test);
        for (int t = taps; t < test.steps(); t++) {
            int at = test.targetAt(t, 0);
            int to = at + 5 * task.outputs();
            assertThat(Arrays.copyOfRange(found, at, to))
                    .as("step %d", t)
                    .containsExactly(Arrays.copyOfRange(expected, at, to), within(1e-9));
        }
    }

    private static double[] predictions(Experiment experiment, Task task, Batch test) {
        Backend backend = new ReferenceBackend();
        Problem problem = Problem.of(task, experiment.model());
        Parameters parameters = Parameters.of(problem.layout(), backend);
        backend.write(FirstParameters.draw(experiment, task, problem.layout()), 0, parameters.value());
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(test.sequences()));
        rollout.load(test.input(), test.target(), test.weight());
        rollout.graph().forward();
        Buffer units = backend.allocate(test.steps() * test.sequences(), task.outputs());
        rollout.predictions(units);
        return backend.read(units);
    }

    @Test
    void taps_to_binary_units_follow_from_no_regression() {
        Experiment experiment = SmallRun.with(SMALL, "task", "bouncing-balls");
        experiment = SmallRun.with(experiment, "model", "rtrbm");
        experiment = SmallRun.with(experiment, "model.taps", "2");
        experiment = SmallRun.with(experiment, "initialisation", "normal");
        Experiment refused = SmallRun.with(experiment, "initialisation.regressed", "true");
        Task task = refused.task().open();
        Layout layout = Problem.of(task, refused.model()).layout();
        assertThatThrownBy(() -> FirstParameters.draw(refused, task, layout))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Gaussian");
    }

    @Test
    void icml_2013_begins_linear_outputs_at_the_mean_of_the_targets() {
        Experiment experiment = SmallRun.with(SMALL, "initialisation", "icml-2013");
        assertThat(first(experiment, "b_o")).containsExactly(meanTarget(experiment), within(1e-12));
        assertThat(first(SmallRun.with(SMALL, "initialisation", "spectral-radius"), "b_o"))
                .containsOnly(0);
    }

    @Test
    void icml_2013_begins_logistic_outputs_where_they_are_the_mean_of_the_targets() {
        Experiment experiment = SmallRun.with(SMALL, "initialisation", "icml-2013");
        experiment = SmallRun.with(experiment, "task", "bouncing-balls");
        experiment = SmallRun.with(experiment, "task.resolution", "8");
        experiment = SmallRun.with(experiment, "task.length", "20");
        double[] units = Arrays.stream(first(experiment, "b_o"))
                .map(o -> 1 / (1 + Math.exp(-o)))
                .toArray();
        // the mean is kept a millionth off 0 and 1, which the logistic function only reaches at infinity
        assertThat(units).containsExactly(meanTarget(experiment), within(1.1e-6));
    }

    @ParameterizedTest(name = "{0}, part {1} of {2}")
    @CsvSource({"lstm, b, 1, 4", "thesis-lstm, b_f, 0, 1"})
    void the_forget_bias_moves_the_forget_gates_alone(String model, String name, int part, int parts) {
        Experiment one = SmallRun.with(SMALL, "model", model);
        Experiment five = SmallRun.with(one, "gates.forgetBias", "5");
        double[] before = first(one, name);
        double[] after = first(five, name);
        int gate = before.length / parts;
        for (int i = 0; i < before.length; i++) {
            double moved = i / gate == part ? 4 : 0;
            assertThat(after[i]).as("bias %d", i).isCloseTo(before[i] + moved, within(1e-12));
        }
        assertThat(first(five, "h_0")).containsOnly(0);
    }

    @Test
    void an_experiment_that_says_nothing_of_gates_opens_them_by_one() {
        assertThat(SMALL.gates().forgetBias()).isEqualTo(1);
        assertThat(SettingsJson.write(SMALL)).contains("\"gates\": {\n    \"forgetBias\": 1\n");
    }

    @Test
    void the_outlook_is_that_of_the_parameters_a_training_begins_with() {
        Experiment experiment = SmallRun.with(SMALL, "initialisation", "icml-2013");
        List<RecurrentMatrix> matrices = FirstParameters.outlook(experiment).matrices();
        double[] w = first(experiment, "W_hh");
        double square = Arrays.stream(w).map(x -> x * x).sum();
        assertThat(matrices).hasSize(1);
        assertThat(matrices.getFirst().radius().orElseThrow()).isCloseTo(1.1, within(1e-12));
        assertThat(matrices.getFirst().growth()).isCloseTo(Math.sqrt(square / 6), within(1e-12));
        Experiment another = SmallRun.with(experiment, "seeds.initialisation", "77");
        assertThat(FirstParameters.outlook(another)).isNotEqualTo(FirstParameters.outlook(experiment));
        assertThat(FirstParameters.outlook(experiment)).isEqualTo(FirstParameters.outlook(experiment));
    }

    @Test
    void what_given_weights_leave_out_is_told_before_what_they_imply(@TempDir Path folder) throws IOException {
        Experiment drawn = SmallRun.with(SMALL, "model", "lstm");
        drawn = SmallRun.with(drawn, "model.hidden", "2");
        int inputs = drawn.task().open().inputs();
        int outputs = drawn.task().open().outputs();
        Map<String, Tensor> module = new TreeMap<>();
        module.put("rnn.weight_ih_l0", zeros(8, inputs));
        module.put("rnn.weight_hh_l0", zeros(8, 2));
        module.put("linear.weight", zeros(outputs, 2));
        module.put("scale", zeros(1, 1));
        Path file = Files.write(
                folder.resolve("w.safetensors"), Safetensors.encode(new Safetensors.Content(Map.of(), module)));
        Experiment given = SmallRun.with(drawn, "initialisation", "weights");
        given = SmallRun.with(given, "initialisation.file", file.toString());
        assertThat(FirstParameters.lines(given).getFirst()).isEqualTo("Of the weights the network did not need scale.");
        assertThat(FirstParameters.lines(given)
                        .subList(1, FirstParameters.lines(given).size()))
                .isEqualTo(FirstParameters.outlook(given).lines());
        assertThat(FirstParameters.lines(drawn))
                .isEqualTo(FirstParameters.outlook(drawn).lines());
    }

    private static Tensor zeros(int rows, int columns) {
        return new Tensor(Precision.SINGLE, List.of(rows, columns), new double[rows * columns]);
    }
}
