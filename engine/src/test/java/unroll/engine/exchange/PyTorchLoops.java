package unroll.engine.exchange;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import unroll.engine.file.Tensor;

/**
 * What PyTorch's documentation says that {@code torch.nn.RNN}, {@code LSTM} and {@code GRU} compute from their
 * {@code state_dict}, as plain loops over doubles: the rows of {@code weight_ih_l0} are those of {@code W_ii, W_if, W_ig, W_io},
 * or of {@code W_ir, W_iz, W_in}.
 */
final class PyTorchLoops {
    private final Map<String, Tensor> module;
    private final PortableModel portable;
    private final int hidden;
    private int layer;

    PyTorchLoops(PortableModel portable, Map<String, Tensor> module) {
        this.portable = portable;
        this.module = module;
        hidden = tensor("rnn.weight_hh_l0").shape().getLast();
    }

    /** The linear layer's output {@code [T][B][O]}. */
    double[][][] run(double[][][] inputs) {
        double[][][] below = inputs;
        while (module.containsKey("rnn.weight_ih_l" + layer)) {
            below = states(below);
            layer++;
        }
        double[][][] outputs = new double[inputs.length][inputs[0].length][];
        for (int t = 0; t < inputs.length; t++) {
            for (int b = 0; b < inputs[t].length; b++) {
                double[] o = new double[tensor("linear.bias").numbers().length];
                for (int k = 0; k < o.length; k++) {
                    o[k] = product("linear.weight", k, below[t][b])
                            + tensor("linear.bias").numbers()[k];
                }
                outputs[t][b] = o;
            }
        }
        return outputs;
    }

    /** Those of the layer over what it receives. */
    private double[][][] states(double[][][] inputs) {
        double[][][] states = new double[inputs.length][inputs[0].length][];
        for (int b = 0; b < inputs[0].length; b++) {
            double[] h = first("h_0");
            double[] c = module.containsKey("c_0") ? first("c_0") : new double[0];
            for (int t = 0; t < inputs.length; t++) {
                h = switch (portable.cell()) {
                    case RNN -> rnn(inputs[t][b], h);
                    case LSTM -> lstm(inputs[t][b], h, c);
                    case GRU -> gru(inputs[t][b], h);
                };
                states[t][b] = h;
            }
        }
        return states;
    }

    /** A layer's part of {@code [layers][1][H]}. */
    private double[] first(String name) {
        return Arrays.copyOfRange(tensor(name).numbers(), layer * hidden, (layer + 1) * hidden);
    }

    private double[] rnn(double[] x, double[] h) {
        DoubleUnaryOperator f = switch (portable.activation()) {
            case TANH -> Math::tanh;
            case RELU -> u -> Math.max(0, u);
            default -> throw new AssertionError("torch.nn.RNN knows no " + portable.activation());
        };
        double[] next = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            next[j] = f.applyAsDouble(fromInput(0, j, x) + fromHidden(0, j, h));
        }
        return next;
    }

    private double[] lstm(double[] x, double[] h, double[] c) {
        double[] next = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            double i = sigmoid(fromInput(0, j, x) + fromHidden(0, j, h));
            double f = sigmoid(fromInput(1, j, x) + fromHidden(1, j, h));
            double g = Math.tanh(fromInput(2, j, x) + fromHidden(2, j, h));
            double o = sigmoid(fromInput(3, j, x) + fromHidden(3, j, h));
            c[j] = f * c[j] + i * g;
            next[j] = o * Math.tanh(c[j]);
        }
        return next;
    }

    private double[] gru(double[] x, double[] h) {
        double[] next = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            double r = sigmoid(fromInput(0, j, x) + fromHidden(0, j, h));
            double z = sigmoid(fromInput(1, j, x) + fromHidden(1, j, h));
            double n = Math.tanh(fromInput(2, j, x) + r * fromHidden(2, j, h));
            next[j] = (1 - z) * n + z * h[j];
        }
        return next;
    }

    private double fromInput(int gate, int j, double[] x) {
        int row = gate * hidden + j;
        return product("rnn.weight_ih_l" + layer, row, x)
                + tensor("rnn.bias_ih_l" + layer).numbers()[row];
    }

    private double fromHidden(int gate, int j, double[] h) {
        int row = gate * hidden + j;
        return product("rnn.weight_hh_l" + layer, row, h)
                + tensor("rnn.bias_hh_l" + layer).numbers()[row];
    }

    private double product(String name, int row, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += tensor(name).numbers()[row * x.length + i] * x[i];
        }
        return sum;
    }

    private Tensor tensor(String name) {
        Tensor tensor = module.get(name);
        if (tensor == null) {
            throw new AssertionError("no " + name);
        }
        return tensor;
    }

    private static double sigmoid(double u) {
        return 1 / (1 + Math.exp(-u));
    }
}
