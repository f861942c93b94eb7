package unroll.engine.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;

/**
 * A network as an ONNX model: {@code input [time][batch][I]} to {@code hidden [time][batch][H]}, {@code preactivation} and
 * {@code output [time][batch][O]}, for any number of time steps and sequences.
 */
final class Onnx {
    /** ONNX' names of the non-linearities of recurrent cells; it has no others. */
    static final Map<Activation, String> ACTIVATIONS = Map.of(
            Activation.TANH, "Tanh",
            Activation.LOGISTIC, "Sigmoid",
            Activation.LINEAR, "Affine",
            Activation.RELU, "Relu");

    /** ONNX' operators that make the output units' values of their pre-activation; it has none for other losses. */
    static final Map<Loss, String> OUTPUTS = Map.of(
            Loss.SQUARED, "Identity",
            Loss.LOGISTIC, "Sigmoid",
            Loss.SOFTMAX, "Softmax");

    private Onnx() {}

    /** The bytes of the model's file. */
    static byte[] model(PortableNetwork net, Loss loss, Provenance provenance) {
        OnnxGraph graph = new OnnxGraph();
        String inputs = Integer.toString(net.layers().getFirst().inputs());
        String hidden = Integer.toString(net.hidden());
        String outputs = Integer.toString(net.outputs());
        graph.input("input", "time", "batch", inputs);
        batchSize(graph);
        for (int i = 0; i < net.layers().size(); i++) {
            layer(graph, net, i);
        }
        readOut(graph, net, loss);
        graph.output("hidden", "time", "batch", hidden);
        graph.output("preactivation", "time", "batch", outputs);
        graph.output("output", "time", "batch", outputs);
        Map<String, String> words = new TreeMap<>(provenance.words());
        words.put("cell", PortableModel.name(net.cell()));
        words.put("loss", PortableModel.name(loss));
        return graph.model(provenance.experiment(), Provenance.PRODUCER, Provenance.VERSION, words);
    }

    private static void batchSize(OnnxGraph graph) {
        graph.integers("one", 1);
        graph.node("Shape", List.of("input"), "input_shape");
        graph.node("Gather", List.of("input_shape", "one"), "batch_size");
        graph.node("Concat", List.of("one", "batch_size", "one"), "state_shape", OnnxGraph.integer("axis", 0));
    }

    /** A learned first state, once for each sequence: {@code [1][1][H]} is expanded to {@code [1][batch][H]}. */
    private static String first(OnnxGraph graph, String name, String expanded, double[] state) {
        graph.numbers(name, state, 1, 1, state.length);
        graph.node("Expand", List.of(name, "state_shape"), expanded);
        return expanded;
    }

    /** The {@code i}th layer; names of all but the first end with its number, and the last one's states are "hidden". */
    private static void layer(OnnxGraph graph, PortableNetwork net, int i) {
        PortableLayer layer = net.layers().get(i);
        String end = end(i);
        int rows = layer.gates().size() * layer.hidden();
        graph.numbers("W" + end, stacked(net, layer, Gate::input), 1, rows, layer.inputs());
        graph.numbers("R" + end, stacked(net, layer, Gate::recurrent), 1, rows, layer.hidden());
        graph.numbers("B" + end, biases(net, layer), 1, 2L * rows);
        String allSteps = ""; // an optional input that is left out: the length of each sequence
        String input = i == 0 ? "input" : "hidden" + end(i - 1) + "_below";
        List<String> ins = new ArrayList<>(List.of(input, "W" + end, "R" + end, "B" + end, allSteps));
        ins.add(first(graph, "h_0" + end, "first_state" + end, layer.firstState()));
        List<OnnxGraph.Attribute> attributes = new ArrayList<>();
        attributes.add(OnnxGraph.integer("hidden_size", layer.hidden()));
        switch (net.cell()) {
            case RNN -> attributes.addAll(activation(net.model()));
            case LSTM -> ins.add(first(graph, "c_0" + end, "first_memory" + end, layer.firstMemory()));
            case GRU -> attributes.add(OnnxGraph.integer("linear_before_reset", 1)); // the reset gate after the product
        }
        graph.node(
                net.cell().name(),
                ins,
                "states" + end, // [time][1 direction][batch][H]
                attributes.toArray(OnnxGraph.Attribute[]::new));
        boolean last = i == net.layers().size() - 1;
        graph.node("Squeeze", List.of("states" + end, "one"), last ? "hidden" : "hidden" + end + "_below");
    }

    private static String end(int layer) {
        return layer == 0 ? "" : "_" + (layer + 1);
    }

    private static double[] biases(PortableNetwork net, PortableLayer layer) {
        return DoubleStream.concat(
                        Arrays.stream(stacked(net, layer, Gate::inputBias)),
                        Arrays.stream(stacked(net, layer, Gate::recurrentBias)))
                .toArray();
    }

    private static double[] stacked(PortableNetwork net, PortableLayer layer, Function<Gate, double[]> part) {
        return layer.stacked(
                part,
                IntStream.range(0, net.cell().gates()).map(net.cell()::fromOnnx).toArray());
    }

    private static List<OnnxGraph.Attribute> activation(PortableModel portable) {
        OnnxGraph.Attribute name = OnnxGraph.words("activations", known(ACTIVATIONS, portable.activation()));
        return portable.activation() == Activation.LINEAR
                ? List.of(name, OnnxGraph.numbers("activation_alpha", 1), OnnxGraph.numbers("activation_beta", 0))
                : List.of(name);
    }

    private static <E extends Enum<E>> String known(Map<E, String> names, E units) {
        String name = names.get(units);
        if (name == null) {
            throw new ExchangeException("ONNX has no " + PortableModel.name(units) + " units; use safetensors");
        }
        return name;
    }

    private static void readOut(OnnxGraph graph, PortableNetwork net, Loss loss) {
        int hidden = net.hidden();
        int outputs = net.outputs();
        double[] transposed = new double[net.readOut().length];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = net.readOut()[i % outputs * hidden + i / outputs];
        }
        graph.numbers("W_o", transposed, hidden, outputs);
        graph.numbers("b_o", net.outputBias(), outputs);
        graph.node("MatMul", List.of("hidden", "W_o"), "products");
        graph.node("Add", List.of("products", "b_o"), "preactivation");
        List<OnnxGraph.Attribute> attributes =
                loss == Loss.SOFTMAX ? List.of(OnnxGraph.integer("axis", -1)) : List.of();
        graph.node(
                known(OUTPUTS, loss),
                List.of("preactivation"),
                "output",
                attributes.toArray(OnnxGraph.Attribute[]::new));
    }
}
