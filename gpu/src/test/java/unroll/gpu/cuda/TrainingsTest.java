package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Precision;
import unroll.engine.experiment.Experiment;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsJson;

/** Whole experiments by the kernels, compiled for the processor, beside the processor's own backend. */
class TrainingsTest {
    private static final String NESTEROV = "{\"kind\": \"nesterov\", \"learningRate\": 0.01, \"clip\": 1}";

    private static Experiment experiment(String device, String task, String optimiser) {
        return SettingsJson.read(
                Experiment.class, """
                    {"name": "small", "task": %s, "model": {"kind": "rnn", "hidden": 6}, "optimiser": %s,
                     "training": {"batch": 60, "updates": 100, "testSequences": 20},
                     "backend": {"device": "%s", "card": %d, "precision": "double", "threads": 2}}
                    """.formatted(task, optimiser, device, HostAccelerator.NUMBER), "small.json");
    }

    private static List<Double> losses(Training training, int updates) {
        return IntStream.range(0, updates)
                .mapToObj(update -> training.advance().loss())
                .toList();
    }

    @Test
    void two_runs_share_a_device_without_harm() throws Exception {
        assumeTrue(HostDevice.compiler().isPresent(), "there is no C++ compiler on the path");
        List<String> tasks = List.of(
                "{\"kind\": \"addition\", \"length\": 10}",
                "{\"kind\": \"memorisation\", \"length\": 2, \"delay\": 3}");
        List<List<Double>> alone = new ArrayList<>();
        for (String task : tasks) {
            alone.add(losses(task));
        }
        List<List<Double>> beside = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(tasks.size())) {
            List<Callable<List<Double>>> runs = tasks.stream()
                    .map(task -> (Callable<List<Double>>) () -> losses(task))
                    .toList();
            for (Future<List<Double>> run : both.invokeAll(runs)) {
                beside.add(run.get());
            }
        }
        assertThat(beside).isEqualTo(alone);
    }

    private static List<Double> losses(String task) {
        try (Training training = new Training(experiment("cuda", task, NESTEROV))) {
            return losses(training, 20);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {NESTEROV, "{\"kind\": \"adam\"}"})
    void updates_take_no_memory_of_the_device(String optimiser) {
        assumeTrue(HostDevice.compiler().isPresent(), "there is no C++ compiler on the path");
        HostDevice device = HostDevice.of(Precision.DOUBLE);
        String task = "{\"kind\": \"addition\", \"length\": 10}";
        Experiment alone = SettingsJson.with(experiment("cuda", task, optimiser), "backend.threads", "1");
        try (Training training = new Training(alone)) {
            losses(training, 2);
            long before = device.allocations();
            losses(training, 3);
            assertThat(device.allocations()).isEqualTo(before);
        }
    }

    /**
     * The sums differ in their order. Many iterations of conjugate gradients multiply what that changes without bound, between the
     * reference backend and the processor's too.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"nesterov\", \"learningRate\": 0.01, \"clip\": 1} | 5 | 1e-9",
                "{\"kind\": \"adam\", \"learningRate\": 0.01} | 5 | 1e-9",
                "{\"kind\": \"lbfgs\"} | 3 | 1e-9",
                "{\"kind\": \"hessian-free\", \"cgIterations\": 5, \"curvatureSequences\": 60} | 2 | 1e-9",
                "{\"kind\": \"hessian-free\", \"cgIterations\": 10, \"curvatureSequences\": 60, \"structural\": 0} | 2"
                        + " | 1e-7"
            })
    void every_update_and_every_test_is_the_processors(String optimiser, int updates, double error) {
        assumeTrue(HostDevice.compiler().isPresent(), "there is no C++ compiler on the path");
        for (String task : new String[] {
            "{\"kind\": \"addition\", \"length\": 10}", "{\"kind\": \"memorisation\", \"length\": 2, \"delay\": 3}"
        }) {
            try (Training kernels = new Training(experiment("cuda", task, optimiser));
                    Training processor = new Training(experiment("cpu", task, optimiser))) {
                assertThat(kernels.describeBackend()).startsWith("Kernels on the processor");
                for (int update = 0; update < updates; update++) {
                    double loss = processor.advance().loss();
                    assertThat(kernels.advance().loss()).as("update %d", update).isCloseTo(loss, within(error * loss));
                }
                assertThat(kernels.test()).containsExactly(processor.test(), within(100 * error));
            }
        }
    }
}
