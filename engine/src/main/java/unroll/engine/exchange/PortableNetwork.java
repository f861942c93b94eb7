package unroll.engine.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.engine.backend.Precision;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;

/**
 * A network of recurrent layers on top of each other with a linear read-out, in terms that other programs share.
 *
 * @param model the cell, and what the parameters are called here
 * @param precision of the numbers
 * @param layers from the input to the output
 * @param outputs O
 * @param readOut weights from the hidden units of the last layer to the outputs {@code [O][H]}
 * @param outputBias {@code [O]}
 */
record PortableNetwork(
        PortableModel model,
        Precision precision,
        List<PortableLayer> layers,
        int outputs,
        double[] readOut,
        double[] outputBias) {

    PortableNetwork {
        layers = List.copyOf(layers);
    }

    PortableCell cell() {
        return model.cell();
    }

    /** H of the last layer, which the outputs see. */
    int hidden() {
        return layers.getLast().hidden();
    }

    /** @throws ExchangeException where layers differ in size: PyTorch's stacks have one */
    void checkPyTorch() {
        for (PortableLayer layer : layers) {
            if (layer.hidden() != hidden()) {
                throw new ExchangeException(
                        "PyTorch stacks layers of as many units each, and these have " + layer.hidden() + " and "
                                + hidden() + "; give them the same number, or use safetensors or onnx");
            }
        }
    }

    /** The network that has these parameters, named as here. */
    static PortableNetwork of(PortableModel model, Map<String, Tensor> parameters) {
        Tensor readOut = named(parameters, model.readOut());
        int outputs = readOut.shape().getFirst();
        return new PortableNetwork(
                model,
                readOut.precision(),
                model.layers().stream()
                        .map(names -> layer(model.cell(), names, parameters))
                        .toList(),
                outputs,
                readOut.numbers(),
                block(parameters, PortableModel.OUTPUT_BIAS, 0, outputs));
    }

    private static PortableLayer layer(PortableCell cell, PortableNames names, Map<String, Tensor> parameters) {
        int hidden = named(parameters, names.recurrent()).shape().getLast();
        int inputs = named(parameters, names.input()).shape().getLast();
        List<Gate> gates = new ArrayList<>();
        for (int k = 0; k < cell.gates(); k++) {
            gates.add(new Gate(
                    block(parameters, names.input(), k, hidden * inputs),
                    block(parameters, names.recurrent(), k, hidden * hidden),
                    block(parameters, names.bias(), k, hidden),
                    block(parameters, cell.innerBias(k) ? names.innerBias() : "", 0, hidden)));
        }
        double[] memory = cell.remembers() ? block(parameters, names.firstMemory(), 0, hidden) : new double[0];
        return new PortableLayer(inputs, hidden, gates, block(parameters, names.firstState(), 0, hidden), memory);
    }

    private static Tensor named(Map<String, Tensor> parameters, String name) {
        Tensor tensor = parameters.get(name);
        if (tensor == null) {
            throw new ExchangeException("the network has no parameter " + name);
        }
        return tensor;
    }

    /** The {@code i}th part of so many numbers; zeros where the parameter has no name. */
    private static double[] block(Map<String, Tensor> parameters, String name, int i, int length) {
        return name.isEmpty()
                ? new double[length]
                : Arrays.copyOfRange(named(parameters, name).numbers(), i * length, (i + 1) * length);
    }

    /** The parameters as the flat vector of a model of this cell and size. */
    double[] flat(Layout layout) {
        double[] flat = new double[layout.size()];
        for (int i = 0; i < layers.size(); i++) {
            put(layout, model.layers().get(i), layers.get(i), flat);
        }
        put(layout, model.readOut(), 0, readOut, flat);
        put(layout, PortableModel.OUTPUT_BIAS, 0, outputBias, flat);
        return flat;
    }

    private void put(Layout layout, PortableNames names, PortableLayer layer, double[] flat) {
        for (int k = 0; k < layer.gates().size(); k++) {
            Gate gate = layer.gates().get(k);
            put(layout, names.input(), k, gate.input(), flat);
            put(layout, names.recurrent(), k, gate.recurrent(), flat);
            put(layout, names.bias(), k, gate.inputBias(), flat);
            if (cell().innerBias(k)) {
                put(layout, names.innerBias(), 0, gate.recurrentBias(), flat);
            } else {
                put(layout, names.bias(), k, gate.recurrentBias(), flat); // one bias is the sum of both
            }
        }
        put(layout, names.firstState(), 0, layer.firstState(), flat);
        if (cell().remembers()) {
            put(layout, names.firstMemory(), 0, layer.firstMemory(), flat);
        }
    }

    private static void put(Layout layout, String name, int block, double[] numbers, double[] flat) {
        int at = layout.slot(name).offset() + block * numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            flat[at + i] += numbers[i];
        }
    }
}
