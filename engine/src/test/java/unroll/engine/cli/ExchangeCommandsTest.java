package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.file.Tensor;
import unroll.engine.init.GivenWeights;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;

/** Weights that leave a run by the command line and begin another one. */
class ExchangeCommandsTest extends CommandTest {
    /** The only run among {@code runs}. */
    private RunFolder run(String runs) {
        List<RunFolder> all = RunFolder.list(folder.resolve(runs));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Path exported(String form) {
        Path file = folder.resolve("out").resolve("weights." + form);
        assertThat(call("export", run("first").path().toString(), "--to", form, file.toString()))
                .as(complained())
                .isZero();
        assertThat(printed()).startsWith(file + ": ").endsWith("after 12 updates, " + form + System.lineSeparator());
        return file;
    }

    private static Map<String, Tensor> parameters(RunFolder run, String update) {
        return run.remembered(Long.parseLong(update)).parameters();
    }

    private static void same(Map<String, Tensor> actual, Map<String, Tensor> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, tensor) -> {
            Tensor other = actual.getOrDefault(name, tensor);
            assertThat(other.numbers()).as(name).containsExactly(tensor.numbers());
            assertThat(other.shape()).as(name).isEqualTo(tensor.shape());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "pytorch"})
    void a_run_begins_with_the_weights_that_another_one_exported(String form) {
        assertThat(train(folder.resolve("first"))).isZero();
        Path file = exported(form);
        assertThat(train(folder.resolve("second"), "--weights", file.toString()))
                .as(complained())
                .isZero();
        same(parameters(run("second"), "0000000000"), parameters(run("first"), "0000000012"));
        assertThat(parameters(run("second"), "0000000012"))
                .as("it learns on")
                .satisfies(later -> assertThat(numbers(later, "W_hh"))
                        .isNotEqualTo(numbers(parameters(run("first"), "0000000012"), "W_hh")));
        assertThat(run("second").experiment().initialisation())
                .as("the experiment tells it")
                .isEqualTo(new GivenWeights(new FilePath(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "history"})
    void a_run_begins_with_the_weights_in_the_folder_of_another_one(String inside) {
        assertThat(train(folder.resolve("first"))).isZero();
        Path file = run("first").path().resolve(inside + "/0000000012.safetensors");
        assertThat(train(folder.resolve("second"), "--weights", file.toString()))
                .as(complained())
                .isZero();
        same(parameters(run("second"), "0000000000"), parameters(run("first"), "0000000012"));
    }

    @Test
    void aRunLeavesAsAProjectAndGoesOnElsewhere() {
        assertThat(train(folder.resolve("first"))).as(complained()).isZero();
        Path project = folder.resolve("sums.unroll");
        assertThat(call("export", run("first").path().toString(), "--to", "project", project.toString()))
                .as(complained())
                .isZero();
        assertThat(printed()).contains("sums.unroll").contains("files");
        assertThat(call(
                        "resume",
                        project.toString(),
                        "--runs",
                        folder.resolve("second").toString()))
                .as(complained())
                .isZero();
        assertThat(run("second").experiment()).isEqualTo(run("first").experiment());
        assertThat(run("second").standing()).isEqualTo(run("first").standing());
        assertThat(call("resume", folder.resolve("nothing.unroll").toString())).isNotZero();
        assertThat(complained()).contains("nothing.unroll");
    }

    @Test
    void a_run_goes_on_when_the_file_that_it_began_with_is_gone() throws IOException {
        assertThat(train(folder.resolve("first"))).isZero();
        Path file = exported("pytorch");
        assertThat(train(folder.resolve("second"), "--weights", file.toString()))
                .isZero();
        Files.delete(file);
        Path second = run("second").path();
        Path experiment = second.resolve("experiment.json");
        Files.writeString(experiment, Files.readString(experiment).replace("\"updates\": 12", "\"updates\": 20"));
        assertThat(call("resume", second.toString())).as(complained()).isZero();
        assertThat(RunFolder.open(second).history()).endsWith(20L);
    }

    /** By the equations of the standard network over two steps, where doubles and 32-bit numbers differ by some 1e-7. */
    @Test
    void the_exported_model_computes_in_another_program_what_the_run_learned() throws OrtException {
        assertThat(train(folder.resolve("first"), "--set", "model.activation=tanh"))
                .isZero();
        Path file = exported("onnx");
        Map<String, Tensor> p = parameters(run("first"), "0000000012");
        float[][][] inputs = {{{0.3f, 1}}, {{-0.8f, 0}}};
        double[] h = numbers(p, "h_0");
        for (float[][] step : inputs) {
            double[] next = new double[5];
            for (int j = 0; j < 5; j++) {
                double u = numbers(p, "b_h")[j];
                for (int i = 0; i < 2; i++) {
                    u += numbers(p, "W_hv")[2 * j + i] * step[0][i];
                }
                for (int k = 0; k < 5; k++) {
                    u += numbers(p, "W_hh")[5 * j + k] * h[k];
                }
                next[j] = Math.tanh(u);
            }
            h = next;
        }
        double output = numbers(p, "b_o")[0];
        for (int j = 0; j < 5; j++) {
            output += numbers(p, "W_oh")[j] * h[j];
        }
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession session = runtime.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(runtime, inputs);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[][][] outputs =
                    (float[][][]) result.get("output").orElseThrow().getValue();
            assertThat((double) outputs[1][0][0]).isCloseTo(output, within(1e-5));
            assertThat(Math.abs(output)).as("not by being nothing").isGreaterThan(1e-3);
        }
    }

    private static double[] numbers(Map<String, Tensor> parameters, String name) {
        Tensor tensor = parameters.get(name);
        return tensor == null ? new double[0] : tensor.numbers();
    }

    @Test
    void what_pytorch_has_no_form_for_is_said_and_nothing_is_written() {
        assertThat(train(folder.resolve("first"), "--set", "model.activation=logistic"))
                .isZero();
        Path file = folder.resolve("no.safetensors");
        assertThat(call("export", run("first").path().toString(), "--to", "pytorch", file.toString()))
                .isEqualTo(2);
        assertThat(complained().lines())
                .containsExactly("PyTorch's RNN has tanh or relu units, no logistic ones; use safetensors or onnx");
        assertThat(file).doesNotExist();
    }

    @Test
    void what_cannot_be_exported_or_begun_with_has_one_sentence_and_the_code_2() throws IOException {
        assertThat(train(folder.resolve("first"))).isZero();
        String run = run("first").path().toString();
        String file = folder.resolve("file").toString();
        assertThat(call("export", run, file)).isEqualTo(2);
        assertThat(complained()).contains("--to").doesNotContain("\tat ");
        assertThat(call("export", run, "--to", "keras", file)).isEqualTo(2);
        assertThat(complained())
                .contains("'keras'", "safetensors, pytorch, onnx")
                .doesNotContain("\tat ");
        assertThat(call("export", folder.toString(), "--to", "onnx", file)).isEqualTo(2);
        assertThat(complained()).contains("is no run");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.copy(Path.of(run, "experiment.json"), empty.resolve("experiment.json"));
        assertThat(call("export", empty.toString(), "--to", "onnx", file)).isEqualTo(2);
        assertThat(complained().lines()).containsExactly(empty + ": has no weights yet; train it first");
        assertThat(train(folder.resolve("second"), "--weights", file)).isEqualTo(2);
        assertThat(complained().lines()).containsExactly(file + ": cannot be read: there is no such file");
        String weights = exported("pytorch").toString();
        assertThat(train(folder.resolve("second"), "--weights", weights, "--set", "model.hidden=6"))
                .isEqualTo(2);
        assertThat(complained().lines())
                .containsExactly(weights + ": rnn.weight_ih_l0 has the shape [5, 2], but the experiment needs [6, 2];"
                        + " choose as many hidden units, and a task with as many inputs and outputs, as the file has");
        assertThat(RunFolder.list(folder.resolve("second"))).isEmpty();
    }
}
