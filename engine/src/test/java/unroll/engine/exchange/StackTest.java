package unroll.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.loss.Loss;
import unroll.engine.model.Designed;
import unroll.engine.model.Layout;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Stacks of layers that somebody drew: ONNX Runtime and PyTorch's equations compute of the files what the network here computes. */
class StackTest {
    private static final Provenance PROVENANCE = new Provenance("a stack", 7, Map.of());
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;

    /** Sums of some dozen terms of size 1 in doubles, in another order. */
    private static final double DOUBLES = 1e-12;

    /** 32-bit numbers: some dozen roundings of 6e-8 in each of 9 steps and 3 layers, whose recurrent rows sum up to less than 1. */
    private static final double FLOATS = 2e-5;

    @TempDir
    Path folder;

    static Stream<Arguments> stacks() {
        return Stream.of("lstm", "gru", "tanh", "relu")
                .flatMap(cell -> Stream.of(1, 2, 3).map(count -> Arguments.of(cell, count)));
    }

    /** So many layers of 4 units, their parameters in the order of the drawing and their connections from the output backwards. */
    private static Designed stack(String cell, int count) {
        StringBuilder layers = new StringBuilder();
        StringBuilder links = new StringBuilder("l" + count + " > o");
        for (int i = count; i >= 1; i--) {
            layers.append(i == count ? "" : ", ").append("l" + i + ": " + cell + " 4");
            links.append(", l" + i + " > l" + i + " @1, " + (i == 1 ? "v" : "l" + (i - 1)) + " > l" + i);
        }
        return new Designed(layers.toString(), links.toString(), "l" + count);
    }

    private static double[] numbers(int n, double limit, long seed) {
        Philox random = new Philox(seed, Purpose.TEST_DATA);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) random.uniform(-limit, limit);
        }
        return numbers;
    }

    private static Layout layout(Designed drawn) {
        return drawn.model(INPUTS, OUTPUTS).layout();
    }

    /** All below 1 / 4: recurrent rows of 4 sum up to less than 1. */
    private static double[] theta(Designed drawn) {
        return numbers(layout(drawn).size(), 0.25, 11);
    }

    private static Export export(Designed drawn) {
        double[] theta = theta(drawn);
        Map<String, Tensor> named = new TreeMap<>();
        for (Layout.Slot slot : layout(drawn).slots()) {
            double[] part = Arrays.copyOfRange(theta, slot.offset(), slot.offset() + slot.size());
            named.put(slot.name(), new Tensor(Precision.SINGLE, List.of(slot.rows(), slot.columns()), part));
        }
        return new Export(drawn, named, PROVENANCE);
    }

    private static double[][][] inputs() {
        double[][][] inputs = new double[9][2][];
        for (int t = 0; t < inputs.length; t++) {
            for (int b = 0; b < inputs[t].length; b++) {
                inputs[t][b] = numbers(INPUTS, 2, 100 + 2L * t + b);
            }
        }
        return inputs;
    }

    /** What the network here makes of the inputs. */
    private static double[][][] here(Designed drawn) {
        ReferenceBackend backend = new ReferenceBackend();
        double[][][] inputs = inputs();
        int sequences = inputs[0].length;
        Parameters parameters = Parameters.of(layout(drawn), backend);
        backend.write(theta(drawn), 0, parameters.value());
        Rollout rollout = new Rollout(
                backend,
                drawn.model(INPUTS, OUTPUTS),
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(inputs.length, sequences, INPUTS, false));
        double[] flat = Arrays.stream(inputs)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] ones = new double[inputs.length * sequences];
        Arrays.fill(ones, 1);
        rollout.load(flat, new double[ones.length * OUTPUTS], ones);
        rollout.value(1);
        double[] out = new double[ones.length * OUTPUTS];
        backend.read(rollout.output().value(), out, 0);
        double[][][] outputs = new double[inputs.length][sequences][];
        for (int row = 0; row < ones.length; row++) {
            outputs[row / sequences][row % sequences] = Arrays.copyOfRange(out, row * OUTPUTS, (row + 1) * OUTPUTS);
        }
        return outputs;
    }

    @ParameterizedTest(name = "{1} layers of {0}")
    @MethodSource("stacks")
    void onnx_runtime_computes_what_the_drawn_network_computes(String cell, int count) throws OrtException {
        Designed drawn = stack(cell, count);
        double[][][] computed =
                OnnxTest.compute(export(drawn).onnx(Loss.SQUARED), inputs()).output();
        assertThat(OnnxTest.distance(computed, here(drawn))).isLessThan(FLOATS);
    }

    @ParameterizedTest(name = "{1} layers of {0}")
    @MethodSource("stacks")
    void pytorch_computes_what_the_drawn_network_computes(String cell, int count) throws IOException {
        Designed drawn = stack(cell, count);
        Map<String, Tensor> module = module(drawn);
        assertThat(module.get("h_0"))
                .isNotNull()
                .satisfies(first -> assertThat(first.shape()).containsExactly(count, 1, 4));
        double[][][] right = here(drawn);
        PortableModel portable = PortableModel.of(drawn);
        assertThat(OnnxTest.distance(new PyTorchLoops(portable, module).run(inputs()), right))
                .isLessThan(DOUBLES);
        if (count > 1 && !cell.equals("relu")) { // small rectified units may be silent
            Tensor lower = module.get("rnn.weight_hh_l0");
            Tensor upper = module.get("rnn.weight_hh_l1");
            module.put("rnn.weight_hh_l0", upper);
            module.put("rnn.weight_hh_l1", lower);
            assertThat(OnnxTest.distance(new PyTorchLoops(portable, module).run(inputs()), right))
                    .as("layers exchanged")
                    .isGreaterThan(1e-4);
        }
    }

    private Map<String, Tensor> module(Designed drawn) throws IOException {
        return new TreeMap<>(
                Safetensors.read(Files.write(folder.resolve("m"), export(drawn).pyTorch()))
                        .tensors());
    }

    /** As in {@code nn.Sequential}, where something else stands between the cells. */
    @ParameterizedTest(name = "{1} cells of {0}")
    @MethodSource("stacks")
    void cells_in_a_list_are_the_layers_of_a_stack(String cell, int count) throws IOException {
        Designed drawn = stack(cell, count);
        Map<String, Tensor> cells = new TreeMap<>();
        module(drawn).forEach((name, tensor) -> {
            Matcher layer = Pattern.compile("rnn\\.(.*)_l(\\d)").matcher(name);
            cells.put(
                    layer.matches()
                            ? "cells." + (8 + 2 * Integer.parseInt(layer.group(2))) + "." + layer.group(1)
                            : name,
                    tensor);
        });
        Path file = Files.write(folder.resolve("c"), Safetensors.encode(new Safetensors.Content(Map.of(), cells)));
        assertThat(WeightsFile.read(file, drawn, layout(drawn)).parameters()).containsExactly(theta(drawn));
    }

    @ParameterizedTest(name = "{1} layers of {0}")
    @MethodSource("stacks")
    void a_stack_of_pytorch_is_read_back_to_the_bit(String cell, int count) throws IOException {
        Designed drawn = stack(cell, count);
        Path file = Files.write(folder.resolve("w"), export(drawn).pyTorch());
        assertThat(WeightsFile.read(file, drawn, layout(drawn)).parameters()).containsExactly(theta(drawn));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a: lstm 4, b: lstm 4 | v > a, a > a @1, a > b, b > b @1, b > o, v > b | v > b prevents it",
                "a: lstm 4, b: lstm 4 | v > a, a > a @1, a > b, b > b @1, b > o, a > o | a > o prevents it",
                "a: lstm 4, b: lstm 4 | v > a, a > a @1, a > b, b > b @1, b > o, b > a @1 | b > a @1 prevents it",
                "a: lstm 4, b: lstm 4 | v > a, a > a @1, a > b, b > b @2, b > o | b > b @2 prevents it",
                "a: lstm 4, b: lstm 4 | v > a, a > a @1, a > b, b > o | b > b @1 is missing",
                "a: lstm 4, b: gru 4 | v > a, a > a @1, a > b, b > b @1, b > o | \"b: gru 4\" is of another cell",
            })
    void what_is_no_stack_is_refused_with_what_prevents_it(String layers, String links, String why) {
        Designed drawn = new Designed(layers, links, "");
        assertThatThrownBy(() -> export(drawn).onnx(Loss.SQUARED))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining(why);
    }

    @Test
    void pytorch_has_no_stack_of_layers_of_different_sizes_and_onnx_has() throws OrtException {
        Designed drawn = new Designed("a: gru 5, b: gru 3", "v > a, a > a @1, a > b, b > b @1, b > o", "");
        assertThatThrownBy(() -> export(drawn).pyTorch())
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("5 and 3");
        double[][][] computed =
                OnnxTest.compute(export(drawn).onnx(Loss.SQUARED), inputs()).output();
        assertThat(OnnxTest.distance(computed, here(drawn))).isLessThan(FLOATS);
    }
}
