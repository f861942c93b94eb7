package unroll.engine.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Precision;
import unroll.engine.file.Tensor;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * A network of a size whose every parameter was drawn, and sequences for it: numbers of 32 bits, recurrent weights below 1/H.
 *
 * @param portable what it is
 * @param parameters by their names here
 * @param inputs {@code [T][B][I]}
 */
record DrawnNetwork(PortableModel portable, Map<String, Tensor> parameters, double[][][] inputs) {
    /**
     * @param steps T
     * @param sequences B
     * @param inputs I
     * @param hidden H
     * @param outputs O
     */
    record Shape(int steps, int sequences, int inputs, int hidden, int outputs) {}

    static DrawnNetwork of(PortableModel portable, Shape shape, long seed) {
        Philox random = new Philox(seed, Purpose.TEST_DATA);
        int h = shape.hidden();
        double recurrent = 1.0 / h;
        Map<String, Tensor> p = new LinkedHashMap<>();
        int gates = 1;
        switch (portable.cell()) {
            case RNN -> {
                p.put("W_hv", tensor(random, 1.5, h, shape.inputs()));
                p.put("W_hh", tensor(random, recurrent, h, h));
                p.put("b_h", tensor(random, 1, 1, h));
                p.put("W_oh", tensor(random, 1, shape.outputs(), h));
            }
            case LSTM, GRU -> {
                gates = portable.cell() == PortableCell.LSTM ? 4 : 3;
                p.put("W_x", tensor(random, 1.5, gates * h, shape.inputs()));
                p.put("W_h", tensor(random, recurrent, gates * h, h));
                p.put("b", tensor(random, 1, 1, gates * h));
                if (portable.cell() == PortableCell.GRU) {
                    p.put("b_n", tensor(random, 1, 1, h));
                } else {
                    p.put("c_0", tensor(random, 0.9, 1, h));
                }
                p.put("W_o", tensor(random, 1, shape.outputs(), h));
            }
        }
        p.put("b_o", tensor(random, 1, 1, shape.outputs()));
        p.put("h_0", tensor(random, 0.9, 1, h));
        return new DrawnNetwork(portable, p, sequences(random, shape));
    }

    static List<PortableModel> forms() {
        return List.of(
                PortableModel.ofOneLayer(PortableCell.RNN, Activation.TANH),
                PortableModel.ofOneLayer(PortableCell.RNN, Activation.RELU),
                PortableModel.ofOneLayer(PortableCell.RNN, Activation.LOGISTIC),
                PortableModel.ofOneLayer(PortableCell.RNN, Activation.LINEAR),
                PortableModel.ofOneLayer(PortableCell.LSTM, Activation.TANH),
                PortableModel.ofOneLayer(PortableCell.GRU, Activation.TANH));
    }

    PortableNetwork net() {
        return PortableNetwork.of(portable, parameters);
    }

    /** Where the parameters lie in a flat vector; which role each has does not matter here. */
    Layout layout() {
        Layout.Builder builder = Layout.builder();
        parameters.forEach((name, tensor) -> builder.add(
                name,
                Role.INPUT_WEIGHT,
                tensor.shape().getFirst(),
                tensor.shape().getLast()));
        return builder.build();
    }

    double[] flat() {
        return parameters.values().stream()
                .flatMapToDouble(tensor -> java.util.Arrays.stream(tensor.numbers()))
                .toArray();
    }

    /** Sequences of another number and length for the same network. */
    static double[][][] sequences(Philox random, Shape shape) {
        double[][][] sequences = new double[shape.steps()][shape.sequences()][shape.inputs()];
        for (double[][] step : sequences) {
            for (double[] input : step) {
                for (int i = 0; i < input.length; i++) {
                    input[i] = number(random, 1);
                }
            }
        }
        return sequences;
    }

    private static Tensor tensor(Philox random, double limit, int rows, int columns) {
        double[] numbers = new double[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(random, limit);
        }
        return new Tensor(Precision.SINGLE, List.of(rows, columns), numbers);
    }

    private static double number(Philox random, double limit) {
        return (float) random.uniform(-limit, limit);
    }
}
