package unroll.engine.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;

/**
 * A network as an ONNX model: {@code input [time][batch][I]} to {@code hidden [time][batch][H]}, {@code preactivation} and
 * {@code output [time][batch][O]}, for any number of time steps and sequences.
 */
final class Onnx {
    /** ONNX' names of the non-linearities of recurrent cells; it has no others. */
    private static final Map<Activation, String> ACTIVATIONS = Map.of(
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
    static byte[] model(PortableModel portable, PortableNetwork net, Loss loss, Provenance provenance) {
        OnnxGraph graph = new OnnxGraph();
        String inputs = Integer.toString(net.size().inputs());
        String hidden = Integer.toString(net.size().hidden());
        String outputs = Integer.toString(net.size().outputs());
        graph.input("input", "time", "batch", inputs);
        firstStates(graph, net);
        layer(graph, portable, net);
        readOut(graph, net, loss);
        graph.output("hidden", "time", "batch", hidden);
        graph.output("preactivation", "time", "batch", outputs);
        graph.output("output", "time", "batch", outputs);
        Map<String, String> words = new TreeMap<>(provenance.words());
        words.put("cell", PortableModel.name(portable.cell()));
        words.put("loss", PortableModel.name(loss));
        return graph.model(provenance.experiment(), Provenance.PRODUCER, Provenance.VERSION, words);
    }

    /** The learned first state, once for each sequence: {@code [1][1][H]} is expanded to {@code [1][batch][H]}. */
    private static void firstStates(OnnxGraph graph, PortableNetwork net) {
        graph.integers("one", 1);
        graph.node("Shape", List.of("input"), "input_shape");
        graph.node("Gather", List.of("input_shape", "one"), "batch_size");
        graph.node("Concat", List.of("one", "batch_size", "one"), "state_shape", OnnxGraph.integer("axis", 0));
        graph.numbers("h_0", net.firstState(), 1, 1, net.size().hidden());
        graph.node("Expand", List.of("h_0", "state_shape"), "first_state");
        if (net.cell().remembers()) {
            graph.numbers("c_0", net.firstMemory(), 1, 1, net.size().hidden());
            graph.node("Expand", List.of("c_0", "state_shape"), "first_memory");
        }
    }

    private static void layer(OnnxGraph graph, PortableModel portable, PortableNetwork net) {
        int inputs = net.size().inputs();
        int hidden = net.size().hidden();
        int rows = net.gates().size() * hidden;
        double[] inputBias = stacked(net, Gate::inputBias);
        double[] recurrentBias = stacked(net, Gate::recurrentBias);
        double[] biases = new double[2 * rows];
        System.arraycopy(inputBias, 0, biases, 0, rows);
        System.arraycopy(recurrentBias, 0, biases, rows, rows);
        graph.numbers("W", stacked(net, Gate::input), 1, rows, inputs);
        graph.numbers("R", stacked(net, Gate::recurrent), 1, rows, hidden);
        graph.numbers("B", biases, 1, biases.length);
        String allSteps = ""; // an optional input that is left out: the length of each sequence
        List<String> ins = new ArrayList<>(List.of("input", "W", "R", "B", allSteps, "first_state"));
        List<OnnxGraph.Attribute> attributes = new ArrayList<>();
        attributes.add(OnnxGraph.integer("hidden_size", hidden));
        switch (net.cell()) {
            case RNN -> attributes.addAll(activation(portable));
            case LSTM -> ins.add("first_memory");
            case GRU -> attributes.add(OnnxGraph.integer("linear_before_reset", 1)); // the reset gate after the product
        }
        graph.node(
                net.cell().name(),
                ins,
                "states", // [time][1 direction][batch][H]
                attributes.toArray(OnnxGraph.Attribute[]::new));
        graph.node("Squeeze", List.of("states", "one"), "hidden");
    }

    private static double[] stacked(PortableNetwork net, Function<Gate, double[]> part) {
        return net.stacked(
                part,
                IntStream.range(0, net.gates().size()).map(net.cell()::fromOnnx).toArray());
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
        int hidden = net.size().hidden();
        int outputs = net.size().outputs();
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
