package unroll.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Precision;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.loss.Loss;

class PyTorchTest {
    private static final Path FILE = Path.of("module.safetensors");

    /** Sums of some dozen terms of size 1 in doubles, in another order. */
    private static final double TOLERANCE = 1e-12;

    private static final List<DrawnNetwork.Shape> SHAPES = List.of(
            new DrawnNetwork.Shape(1, 1, 1, 1, 1),
            new DrawnNetwork.Shape(6, 3, 2, 5, 3),
            new DrawnNetwork.Shape(3, 2, 7, 1, 1),
            new DrawnNetwork.Shape(8, 1, 1, 4, 6));

    static Stream<Arguments> networks() {
        return DrawnNetwork.forms().stream()
                .filter(portable ->
                        portable.activation() == Activation.TANH || portable.activation() == Activation.RELU)
                .flatMap(portable -> SHAPES.stream().map(shape -> Arguments.of(portable, shape)));
    }

    private static PortableNetwork read(DrawnNetwork drawn, Map<String, Tensor> tensors) {
        return new PyTorchFile(FILE, new Safetensors.Content(Map.of(), tensors)).net(drawn.portable(), drawn.layout());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void pytorch_computes_the_same_from_the_tensors_that_are_written(PortableModel portable, DrawnNetwork.Shape shape) {
        DrawnNetwork drawn = DrawnNetwork.of(portable, shape, 3);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        double[][][] right =
                new DoubleLoops(drawn).run(drawn.inputs(), Loss.SQUARED).output();
        assertThat(distance(new PyTorchLoops(portable, tensors).run(drawn.inputs()), right))
                .isLessThan(TOLERANCE);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void what_was_written_is_read_back_to_the_bit(PortableModel portable, DrawnNetwork.Shape shape) {
        DrawnNetwork drawn = DrawnNetwork.of(portable, shape, 4);
        assertThat(read(drawn, PyTorch.tensors(drawn.net())).flat(drawn.layout()))
                .containsExactly(drawn.flat());
    }

    /** As a module has them that was trained in PyTorch: every bias is there twice and neither is zero. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("networks")
    void both_biases_of_a_module_are_taken_in(PortableModel portable, DrawnNetwork.Shape shape) {
        DrawnNetwork drawn = DrawnNetwork.of(portable, shape, 5);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        for (String name : List.of("rnn.bias_ih_l0", "rnn.bias_hh_l0")) {
            tensors.computeIfPresent(name, (key, bias) -> shifted(bias, name.length()));
        }
        double[][][] right = new PyTorchLoops(portable, tensors).run(drawn.inputs());
        DrawnNetwork imported = named(drawn, read(drawn, tensors).flat(drawn.layout()));
        assertThat(distance(output(imported), right)).isLessThan(TOLERANCE);
        if (shape.hidden() > 1) { // a single rectified unit may be silent
            assertThat(distance(output(drawn), right)).as("the biases matter").isGreaterThan(1e-3);
        }
    }

    private static double[][][] output(DrawnNetwork drawn) {
        return new DoubleLoops(drawn).run(drawn.inputs(), Loss.SQUARED).output();
    }

    private static Tensor shifted(Tensor bias, int by) {
        double[] numbers = bias.numbers().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += 0.01 * by + 0.05 * i;
        }
        return new Tensor(bias.precision(), bias.shape(), numbers);
    }

    /** The network with other parameters. */
    private static DrawnNetwork named(DrawnNetwork drawn, double[] flat) {
        Map<String, Tensor> parameters = new TreeMap<>();
        int at = 0;
        for (Map.Entry<String, Tensor> entry : drawn.parameters().entrySet()) {
            Tensor tensor = entry.getValue();
            int end = at + tensor.numbers().length;
            parameters.put(
                    entry.getKey(), new Tensor(tensor.precision(), tensor.shape(), Arrays.copyOfRange(flat, at, end)));
            at = end;
        }
        return new DrawnNetwork(drawn.portable(), parameters, drawn.inputs());
    }

    private static DrawnNetwork drawn(PortableCell cell) {
        return DrawnNetwork.of(
                PortableModel.ofOneLayer(cell, Activation.TANH), new DrawnNetwork.Shape(4, 2, 3, 5, 2), 6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"lstm.|fc.", "''|decoder.", "encoder.rnn.|head.0.", "gru.|''"})
    void layers_may_be_called_anything(String layer, String linear) {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> renamed = new TreeMap<>();
        PyTorch.tensors(drawn.net())
                .forEach((name, tensor) ->
                        renamed.put(name.replaceFirst("^rnn\\.", layer).replaceFirst("^linear\\.", linear), tensor));
        assertThat(read(drawn, renamed).flat(drawn.layout())).containsExactly(drawn.flat());
    }

    @Test
    void a_module_without_biases_and_first_states_has_zeros_there() {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        tensors.keySet().removeIf(name -> name.contains("bias") || name.endsWith("_0"));
        PortableNetwork net = read(drawn, tensors);
        PortableLayer layer = net.layers().getFirst();
        assertThat(layer.firstState()).containsOnly(0);
        assertThat(layer.firstMemory()).containsOnly(0).hasSize(5);
        assertThat(net.outputBias()).containsOnly(0);
        assertThat(layer.gates())
                .allSatisfy(gate -> assertThat(gate.inputBias()).containsOnly(0))
                .allSatisfy(gate -> assertThat(gate.recurrentBias()).containsOnly(0));
    }

    /** Tensors are given as NAME or NAME=SHAPE; one that begins with a minus is taken away. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-rnn.weight_hh_l0        | rnn.weight_hh_l0 is missing; save the whole module's state_dict",
                "-linear.weight           | the linear layer from the hidden units to the outputs is missing",
                "-rnn.bias_hh_l0          | rnn.bias_hh_l0 is missing; save both biases of the layer or none",
                "rnn.weight_ih_l0=20 4    | rnn.weight_ih_l0 has the shape [20, 4], but the experiment needs [20, 3]",
                "rnn.weight_ih_l0=3 20    | rnn.weight_ih_l0 has the shape [3, 20], but the experiment needs [20, 3]",
                "rnn.weight_hh_l0=24 6    | rnn.weight_hh_l0 has the shape [24, 6], but the experiment needs [20, 5]",
                "rnn.weight_hh_l0=15 5    | [15, 5], that of a GRU, but the experiment has an LSTM; choose the other",
                "rnn.weight_hh_l0=5 5     | [5, 5], that of an RNN, but the experiment has an LSTM; choose the other",
                "rnn.bias_ih_l0=5         | rnn.bias_ih_l0 has the shape [5], but the experiment needs [20]",
                "linear.weight=5 2        | linear.weight has the shape [5, 2], but the experiment needs [2, 5]",
                "h_0=1 2 5                | h_0 has the shape [1, 2, 5], but the experiment needs [5]",
                "rnn.weight_ih_l1=20 5    | rnn.weight_ih_l1 belongs to layer 2, but the experiment's network has 1",
                "rnn.weight_ih_l0_reverse=20 3 | rnn.weight_ih_l0_reverse belongs to a layer that also runs backwards",
                "rnn.weight_hr_l0=2 5     | rnn.weight_hr_l0 belongs to an LSTM with a projection (proj_size), which"
                        + " no",
                "head.weight=2 5          | it holds several linear layers, head. and linear., and more than one could"
                        + " be",
            })
    void a_module_that_is_another_network_is_refused_with_the_tensor_and_what_to_do(String change, String sentence) {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        if (change.startsWith("-")) {
            tensors.remove(change.substring(1));
        } else {
            List<Integer> shape = Arrays.stream(change.split("=", 2)[1].split(" ", -1))
                    .map(Integer::valueOf)
                    .toList();
            int size = shape.stream().reduce(1, (a, b) -> a * b);
            tensors.put(change.split("=", 2)[0], new Tensor(Precision.SINGLE, shape, new double[size]));
        }
        assertThatThrownBy(() -> read(drawn, tensors))
                .isInstanceOf(FileException.class)
                .hasMessageStartingWith(FILE + ": ")
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    /** {@code torch.nn.LSTMCell} has the tensors of a layer without its number. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            nullValues = "-",
            value = {"RNN,cell.", "LSTM,cell.", "GRU,''", "LSTM,0.", "GRU,model.cells.3."})
    void cells_are_read_as_a_layer_is(PortableCell cell, String before) {
        DrawnNetwork drawn = drawn(cell);
        Map<String, Tensor> renamed = new TreeMap<>();
        PyTorch.tensors(drawn.net())
                .forEach((name, tensor) -> renamed.put(name.replaceFirst("^rnn\\.(.*)_l0$", before + "$1"), tensor));
        assertThat(renamed).containsKey(before + "weight_hh");
        assertThat(read(drawn, renamed).flat(drawn.layout())).containsExactly(drawn.flat());
    }

    @Test
    void what_the_network_does_not_need_is_left_out_and_told() {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        tensors.put("embedding.weight", zeros(9, 3));
        tensors.put("other.weight_ih_l0", zeros(24, 3));
        tensors.put("other.weight_hh_l0", zeros(24, 6));
        tensors.put("norm.weight", new Tensor(Precision.SINGLE, List.of(1), new double[] {Double.NaN}));
        PyTorchFile file = new PyTorchFile(
                FILE, new Safetensors.Content(Map.of(), tensors, Map.of("norm.num_batches_tracked", "I64")));
        assertThat(file.net(drawn.portable(), drawn.layout()).flat(drawn.layout()))
                .containsExactly(drawn.flat());
        assertThat(file.unread())
                .containsExactly(
                        "embedding.weight",
                        "norm.num_batches_tracked",
                        "norm.weight",
                        "other.weight_hh_l0",
                        "other.weight_ih_l0");
    }

    /** {@code torch.nn.Conv1d(H, O, 1)}, as some networks have it behind their recurrent layer, beside a wider one. */
    @Test
    void a_convolution_over_one_step_is_a_linear_layer() {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        Tensor linear = Objects.requireNonNull(tensors.remove("linear.weight"));
        tensors.put("conv.weight", new Tensor(linear.precision(), List.of(2, 5, 1), linear.numbers()));
        tensors.put("conv.bias", Objects.requireNonNull(tensors.remove("linear.bias")));
        tensors.put("before.weight", new Tensor(Precision.SINGLE, List.of(2, 5, 3), new double[30]));
        assertThat(read(drawn, tensors).flat(drawn.layout())).containsExactly(drawn.flat());
    }

    private static Tensor zeros(int rows, int columns) {
        return new Tensor(Precision.SINGLE, List.of(rows, columns), new double[rows * columns]);
    }

    @Test
    void of_several_layers_one_must_fit() {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        tensors.put("other.weight_ih_l0", zeros(20, 3));
        tensors.put("other.weight_hh_l0", zeros(20, 5));
        refused(
                drawn,
                tensors,
                "it holds several recurrent layers, other. and rnn., and more than one could be meant;");
        tensors.put("rnn.weight_ih_l0", zeros(20, 4));
        tensors.put("other.weight_ih_l0", zeros(20, 4));
        refused(drawn, tensors, "it holds several recurrent layers, other. and rnn., and none has the experiment's");
    }

    private static void refused(DrawnNetwork drawn, Map<String, Tensor> tensors, String sentence) {
        assertThatThrownBy(() -> read(drawn, tensors))
                .isInstanceOf(FileException.class)
                .hasMessageStartingWith(FILE + ": " + sentence);
    }

    @Test
    void a_type_matters_where_the_tensor_is_needed() {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        tensors.remove("rnn.weight_hh_l0");
        Safetensors.Content content = new Safetensors.Content(Map.of(), tensors, Map.of("rnn.weight_hh_l0", "I8"));
        assertThatThrownBy(() -> new PyTorchFile(FILE, content).net(drawn.portable(), drawn.layout()))
                .hasMessage(FILE + ": rnn.weight_hh_l0 is of the type I8; save it as F32 or F64");
    }

    @Test
    void a_number_that_is_none_is_told_with_its_place() {
        DrawnNetwork drawn = drawn(PortableCell.LSTM);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        Tensor recurrent = zeros(20, 5);
        recurrent.numbers()[2 * 5 + 1] = Double.NaN;
        tensors.put("rnn.weight_hh_l0", recurrent);
        refused(drawn, tensors, "rnn.weight_hh_l0[2][1] is NaN; take weights that were saved before it diverged");
    }

    static Stream<Arguments> faults() {
        return Stream.of(PortableCell.LSTM, PortableCell.GRU)
                .flatMap(cell -> Stream.of(new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 2})
                        .map(swap -> Arguments.of(cell, swap[0], swap[1])));
    }

    @ParameterizedTest(name = "gates {1} and {2} of {0} swapped")
    @MethodSource("faults")
    void gates_in_another_order_are_noticed(PortableCell cell, int one, int other) {
        DrawnNetwork drawn = drawn(cell);
        Map<String, Tensor> tensors = PyTorch.tensors(drawn.net());
        tensors.replaceAll((name, tensor) -> name.startsWith("rnn.") ? swapped(tensor, one, other) : tensor);
        double[][][] faulty = new PyTorchLoops(drawn.portable(), tensors).run(drawn.inputs());
        assertThat(distance(faulty, output(drawn))).isGreaterThan(1e-3);
    }

    private static Tensor swapped(Tensor tensor, int one, int other) {
        int block = 5 * (tensor.shape().size() == 1 ? 1 : tensor.shape().getLast());
        double[] numbers = tensor.numbers().clone();
        System.arraycopy(tensor.numbers(), one * block, numbers, other * block, block);
        System.arraycopy(tensor.numbers(), other * block, numbers, one * block, block);
        return new Tensor(tensor.precision(), tensor.shape(), numbers);
    }

    private static double distance(double[][][] one, double[][][] other) {
        double largest = 0;
        for (int t = 0; t < other.length; t++) {
            for (int b = 0; b < other[t].length; b++) {
                assertThat(one[t][b]).hasSameSizeAs(other[t][b]);
                for (int k = 0; k < other[t][b].length; k++) {
                    double difference = Math.abs(one[t][b][k] - other[t][b][k]);
                    largest = difference <= largest ? largest : difference; // NaN stays
                }
            }
        }
        return largest;
    }
}
