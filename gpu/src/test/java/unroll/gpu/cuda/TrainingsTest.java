package unroll.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.run.Experiment;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsJson;

/** Whole experiments by the kernels, compiled for the processor, beside the processor's own backend. */
class TrainingsTest {
    private static Experiment experiment(String device, String task, String optimiser) {
        return SettingsJson.read(
                Experiment.class, """
                    {"name": "small", "task": %s, "model": {"kind": "rnn", "hidden": 6}, "optimiser": %s,
                     "training": {"batch": 60, "updates": 100, "testSequences": 20},
                     "backend": {"device": "%s", "card": %d, "precision": "double", "threads": 2}}
                    """.formatted(task, optimiser, device, HostAccelerator.NUMBER), "small.json");
    }

    /**
     * The sums differ in their order. Conjugate gradients multiply what that changes by 1e5 with every update, between the
     * reference backend and the processor's too.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"nesterov\", \"learningRate\": 0.01, \"clip\": 1} | 5 | 1e-9",
                "{\"kind\": \"adam\", \"learningRate\": 0.01} | 5 | 1e-9",
                "{\"kind\": \"lbfgs\"} | 3 | 1e-9",
                "{\"kind\": \"hessian-free\", \"cgIterations\": 10, \"curvatureSequences\": 60} | 2 | 1e-7"
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
