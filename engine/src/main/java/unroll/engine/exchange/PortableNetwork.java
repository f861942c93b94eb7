package unroll.engine.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import unroll.engine.backend.Precision;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;

/**
 * A network of one recurrent layer with a linear read-out, in terms that other programs share.
 *
 * @param cell of the layer
 * @param size I, H and O
 * @param precision of the numbers
 * @param gates in PyTorch's order
 * @param readOut weights from the hidden units to the outputs {@code [O][H]}
 * @param outputBias {@code [O]}
 * @param firstState of the hidden units {@code [H]}
 * @param firstMemory of the memory cells {@code [H]}; empty where there are none
 */
record PortableNetwork(
        PortableCell cell,
        Size size,
        Precision precision,
        List<Gate> gates,
        double[] readOut,
        double[] outputBias,
        double[] firstState,
        double[] firstMemory) {

    /**
     * @param inputs I
     * @param hidden H
     * @param outputs O
     */
    record Size(int inputs, int hidden, int outputs) {
        /** Of a model of that cell. */
        static Size of(PortableCell cell, Layout layout) {
            Slot readOut = layout.slot(cell.readOut());
            int inputs = layout.slot(cell.gates().getFirst().input()).columns();
            return new Size(inputs, readOut.columns(), readOut.rows());
        }
    }

    /** The network that has these parameters, named as here. */
    static PortableNetwork of(PortableCell cell, Map<String, Tensor> parameters) {
        Tensor readOut = named(parameters, cell.readOut());
        int outputs = readOut.shape().getFirst();
        int hidden = readOut.shape().getLast();
        int inputs = named(parameters, cell.gates().getFirst().input()).shape().getLast();
        Size size = new Size(inputs, hidden, outputs);
        List<Gate> gates = new ArrayList<>();
        for (PortableCell.Names names : cell.gates()) {
            gates.add(new Gate(
                    block(parameters, names.input(), names.block(), hidden * inputs),
                    block(parameters, names.recurrent(), names.block(), hidden * hidden),
                    block(parameters, names.bias(), names.block(), hidden),
                    block(parameters, names.recurrentBias(), 0, hidden)));
        }
        return new PortableNetwork(
                cell,
                size,
                readOut.precision(),
                List.copyOf(gates),
                readOut.numbers(),
                block(parameters, PortableCell.OUTPUT_BIAS, 0, outputs),
                block(parameters, PortableCell.FIRST_STATE, 0, hidden),
                cell.remembers() ? block(parameters, cell.firstMemory(), 0, hidden) : new double[0]);
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
        for (int k = 0; k < gates.size(); k++) {
            PortableCell.Names names = cell.gates().get(k);
            Gate gate = gates.get(k);
            put(layout, names.input(), names.block(), gate.input(), flat);
            put(layout, names.recurrent(), names.block(), gate.recurrent(), flat);
            put(layout, names.bias(), names.block(), gate.inputBias(), flat);
            if (names.recurrentBias().isEmpty()) {
                put(layout, names.bias(), names.block(), gate.recurrentBias(), flat); // one bias is the sum of both
            } else {
                put(layout, names.recurrentBias(), 0, gate.recurrentBias(), flat);
            }
        }
        put(layout, cell.readOut(), 0, readOut, flat);
        put(layout, PortableCell.OUTPUT_BIAS, 0, outputBias, flat);
        put(layout, PortableCell.FIRST_STATE, 0, firstState, flat);
        if (cell.remembers()) {
            put(layout, cell.firstMemory(), 0, firstMemory, flat);
        }
        return flat;
    }

    private static void put(Layout layout, String name, int block, double[] numbers, double[] flat) {
        int at = layout.slot(name).offset() + block * numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            flat[at + i] += numbers[i];
        }
    }

    /** One part of each of the gates {@code order}, one after the other. */
    double[] stacked(Function<Gate, double[]> part, int... order) {
        return Arrays.stream(order)
                .mapToObj(gates::get)
                .map(part)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
