package unroll.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Has ONNX Runtime compute the models and holds every number to the cells' equations in plain loops. */
class OnnxTest {
    private static final OrtEnvironment RUNTIME = OrtEnvironment.getEnvironment();
    private static final Provenance PROVENANCE = new Provenance("Grüße vom Pendel", 1200, Map.of());

    /** Half the distance of neighbouring 32-bit numbers at 1. */
    private static final double ROUNDING = 0x1p-24;

    /** What the runtime's rational tanh and logistic may be off: a few roundings of numbers about 1. */
    private static final double APPROXIMATION = 8 * ROUNDING;

    private static final List<DrawnNetwork.Shape> SHAPES = List.of(
            new DrawnNetwork.Shape(1, 1, 1, 1, 1),
            new DrawnNetwork.Shape(5, 3, 2, 4, 3),
            new DrawnNetwork.Shape(2, 7, 1, 6, 1),
            new DrawnNetwork.Shape(12, 2, 5, 1, 2),
            new DrawnNetwork.Shape(9, 4, 13, 17, 6));

    static Stream<Arguments> networks() {
        return DrawnNetwork.forms().stream()
                .flatMap(portable -> Onnx.OUTPUTS.keySet().stream()
                        .flatMap(loss -> SHAPES.stream().map(shape -> Arguments.of(portable, loss, shape))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("networks")
    void onnx_runtime_computes_what_the_equations_say(PortableModel portable, Loss loss, DrawnNetwork.Shape shape)
            throws OrtException {
        DrawnNetwork drawn = DrawnNetwork.of(portable, shape, shape.hidden());
        byte[] model = Onnx.model(drawn.net(), loss, PROVENANCE);
        DoubleLoops loops = new DoubleLoops(drawn);
        DoubleLoops.Answer right = loops.run(drawn.inputs(), loss);
        double tolerance = tolerance(loops, shape);
        DoubleLoops.Answer computed = compute(model, drawn.inputs());
        assertThat(distance(computed.hidden(), right.hidden())).isLessThan(tolerance);
        assertThat(distance(computed.preactivation(), right.preactivation())).isLessThan(tolerance);
        assertThat(distance(computed.output(), right.output())).isLessThan(tolerance);
    }

    /**
     * A pre-activation sums I + H + 3 terms, each rounded, and goes through a function; a cell has at most 4 of them and a
     * few products. The recurrent weights of a row sum up to less than 1, so that the errors of steps add up without
     * growing; the read-out, of weights below 1, adds those of H units.
     */
    private static double tolerance(DoubleLoops loops, DrawnNetwork.Shape shape) {
        int terms = shape.inputs() + shape.hidden() + 3;
        double unit = 5 * (terms * ROUNDING * loops.largestSum + APPROXIMATION);
        return shape.steps() * unit * (1 + shape.hidden());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.exchange.DrawnNetwork#forms")
    void one_model_takes_sequences_of_any_number_and_length(PortableModel portable) throws OrtException {
        DrawnNetwork drawn = DrawnNetwork.of(portable, new DrawnNetwork.Shape(1, 1, 3, 5, 2), 7);
        byte[] model = Onnx.model(drawn.net(), Loss.LOGISTIC, PROVENANCE);
        for (int[] size : new int[][] {{1, 9}, {9, 1}, {4, 4}, {30, 2}}) {
            var shape = new DrawnNetwork.Shape(size[0], size[1], 3, 5, 2);
            double[][][] inputs = DrawnNetwork.sequences(new Philox(size[0], Purpose.TEST_DATA), shape);
            DoubleLoops loops = new DoubleLoops(drawn);
            DoubleLoops.Answer right = loops.run(inputs, Loss.LOGISTIC);
            assertThat(distance(compute(model, inputs).output(), right.output()))
                    .isLessThan(tolerance(loops, shape));
        }
    }

    static Stream<Arguments> faults() {
        PortableModel rnn = PortableModel.ofOneLayer(PortableCell.RNN, Activation.TANH);
        PortableModel lstm = PortableModel.ofOneLayer(PortableCell.LSTM, Activation.TANH);
        PortableModel gru = PortableModel.ofOneLayer(PortableCell.GRU, Activation.TANH);
        List<Arguments> faults = new ArrayList<>();
        for (PortableModel portable : List.of(rnn, lstm, gru)) {
            faults.add(fault("recurrent weights transposed", portable, net -> gates(net, OnnxTest::transposed)));
            faults.add(fault(
                    "no first state",
                    portable,
                    net -> states(net, new double[6], net.layers().getFirst().firstMemory())));
            faults.add(fault("no biases", portable, net -> gates(net, OnnxTest::unbiased)));
            int gates = portable.cell().gates();
            for (int i = 0; i < gates; i++) {
                for (int j = 0; j < i; j++) {
                    int one = i;
                    int other = j;
                    faults.add(
                            fault("gates " + j + " and " + i + " swapped", portable, net -> swapped(net, one, other)));
                }
            }
        }
        faults.add(fault(
                "no first memory",
                lstm,
                net -> states(net, net.layers().getFirst().firstState(), new double[6])));
        faults.add(fault("inner bias outside", gru, net -> gates(net, OnnxTest::summed)));
        return faults.stream();
    }

    private static Arguments fault(String name, PortableModel portable, UnaryOperator<PortableNetwork> fault) {
        return Arguments.of(name, portable, fault);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("faults")
    void a_planted_fault_is_noticed(String name, PortableModel portable, UnaryOperator<PortableNetwork> fault)
            throws OrtException {
        DrawnNetwork.Shape shape = new DrawnNetwork.Shape(9, 4, 3, 6, 2);
        DrawnNetwork drawn = DrawnNetwork.of(portable, shape, 5);
        DoubleLoops loops = new DoubleLoops(drawn);
        double[][][] right = loops.run(drawn.inputs(), Loss.SQUARED).output();
        byte[] faulty = Onnx.model(fault.apply(drawn.net()), Loss.SQUARED, PROVENANCE);
        assertThat(distance(compute(faulty, drawn.inputs()).output(), right))
                .as(name)
                .isGreaterThan(10 * tolerance(loops, shape));
    }

    @Test
    void the_file_says_where_it_comes_from_and_which_sizes_may_be_any() throws OrtException {
        PortableModel portable = PortableModel.ofOneLayer(PortableCell.LSTM, Activation.TANH);
        DrawnNetwork drawn = DrawnNetwork.of(portable, new DrawnNetwork.Shape(1, 1, 3, 5, 2), 1);
        try (OrtSession session = RUNTIME.createSession(Onnx.model(drawn.net(), Loss.SOFTMAX, PROVENANCE), options())) {
            OnnxModelMetadata metadata = session.getMetadata();
            assertThat(metadata.getProducerName()).isEqualTo("Unroll");
            assertThat(metadata.getGraphName()).isEqualTo("Grüße vom Pendel");
            assertThat(metadata.getCustomMetadata())
                    .isEqualTo(Map.of(
                            "producer", "Unroll " + Provenance.VERSION,
                            "experiment", "Grüße vom Pendel",
                            "update", "1200",
                            "cell", "lstm",
                            "loss", "softmax"));
            assertThat(shape(session.getInputInfo().get("input"))).containsExactly(-1, -1, 3);
            assertThat(session.getOutputInfo().keySet()).containsExactly("hidden", "preactivation", "output");
            assertThat(shape(session.getOutputInfo().get("hidden"))).containsExactly(-1, -1, 5);
            assertThat(shape(session.getOutputInfo().get("output"))).containsExactly(-1, -1, 2);
        }
    }

    private static long[] shape(@org.jspecify.annotations.Nullable NodeInfo info) {
        return Optional.ofNullable(info)
                .map(node -> ((TensorInfo) node.getInfo()).getShape())
                .orElseThrow();
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        return options;
    }

    static DoubleLoops.Answer compute(byte[] model, double[][][] inputs) throws OrtException {
        long[] shape = {inputs.length, inputs[0].length, inputs[0][0].length};
        FloatBuffer numbers = FloatBuffer.allocate((int) (shape[0] * shape[1] * shape[2]));
        for (double[][] step : inputs) {
            for (double[] input : step) {
                for (double number : input) {
                    numbers.put((float) number);
                }
            }
        }
        try (OrtSession.SessionOptions options = options();
                OrtSession session = RUNTIME.createSession(model, options);
                OnnxTensor input = OnnxTensor.createTensor(RUNTIME, numbers.flip(), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            return new DoubleLoops.Answer(
                    numbers(result, "hidden"), numbers(result, "preactivation"), numbers(result, "output"));
        }
    }

    private static double[][][] numbers(OrtSession.Result result, String name) throws OrtException {
        float[][][] floats = (float[][][]) result.get(name).orElseThrow().getValue();
        double[][][] numbers = new double[floats.length][floats[0].length][floats[0][0].length];
        for (int t = 0; t < floats.length; t++) {
            for (int b = 0; b < floats[t].length; b++) {
                for (int i = 0; i < floats[t][b].length; i++) {
                    numbers[t][b][i] = floats[t][b][i];
                }
            }
        }
        return numbers;
    }

    /** The largest difference of two numbers; the shapes are the same. */
    static double distance(double[][][] one, double[][][] other) {
        assertThat(one).hasDimensions(other.length, other[0].length);
        double largest = 0;
        for (int t = 0; t < one.length; t++) {
            for (int b = 0; b < one[t].length; b++) {
                assertThat(one[t][b]).hasSameSizeAs(other[t][b]);
                for (int i = 0; i < one[t][b].length; i++) {
                    double difference = Math.abs(one[t][b][i] - other[t][b][i]);
                    largest = difference <= largest ? largest : difference; // NaN stays
                }
            }
        }
        return largest;
    }

    private static PortableNetwork gates(PortableNetwork net, UnaryOperator<Gate> change) {
        PortableLayer layer = net.layers().getFirst();
        return with(net, layer.gates().stream().map(change).toList(), layer.firstState(), layer.firstMemory());
    }

    private static PortableNetwork states(PortableNetwork net, double[] state, double[] memory) {
        return with(net, net.layers().getFirst().gates(), state, memory);
    }

    private static PortableNetwork swapped(PortableNetwork net, int one, int other) {
        PortableLayer layer = net.layers().getFirst();
        List<Gate> gates = new ArrayList<>(layer.gates());
        Collections.swap(gates, one, other);
        return with(net, gates, layer.firstState(), layer.firstMemory());
    }

    private static PortableNetwork with(PortableNetwork net, List<Gate> gates, double[] state, double[] memory) {
        PortableLayer layer = new PortableLayer(net.layers().getFirst().inputs(), net.hidden(), gates, state, memory);
        return new PortableNetwork(
                net.model(), net.precision(), List.of(layer), net.outputs(), net.readOut(), net.outputBias());
    }

    private static Gate transposed(Gate gate) {
        int hidden = gate.inputBias().length;
        double[] transposed = new double[gate.recurrent().length];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = gate.recurrent()[i % hidden * hidden + i / hidden];
        }
        return new Gate(gate.input(), transposed, gate.inputBias(), gate.recurrentBias());
    }

    private static Gate unbiased(Gate gate) {
        double[] zeros = new double[gate.inputBias().length];
        return new Gate(gate.input(), gate.recurrent(), zeros, zeros);
    }

    private static Gate summed(Gate gate) {
        double[] sum = gate.inputBias().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += gate.recurrentBias()[i];
        }
        return new Gate(gate.input(), gate.recurrent(), sum, new double[sum.length]);
    }
}
