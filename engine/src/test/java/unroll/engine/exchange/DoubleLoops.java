package unroll.engine.exchange;

import unroll.engine.backend.Activation;
import unroll.engine.file.Tensor;
import unroll.engine.loss.Loss;

/** The equations of the three cells as plain loops over doubles, from the parameters' names alone: what others must compute. */
final class DoubleLoops {
    /** The largest sum of the absolute terms of any pre-activation, from which a bound of rounding follows. */
    double largestSum;

    private final DrawnNetwork net;

    DoubleLoops(DrawnNetwork net) {
        this.net = net;
    }

    /** What comes out of a network, {@code [T][B][.]}. */
    record Answer(double[][][] hidden, double[][][] preactivation, double[][][] output) {}

    Answer run(double[][][] inputs, Loss loss) {
        double[][][] hidden = new double[inputs.length][inputs[0].length][];
        double[][][] preactivation = new double[inputs.length][inputs[0].length][];
        double[][][] output = new double[inputs.length][inputs[0].length][];
        for (int b = 0; b < inputs[0].length; b++) {
            double[] h = numbers("h_0").clone();
            double[] c =
                    net.portable().cell() == PortableCell.LSTM ? numbers("c_0").clone() : new double[0];
            for (int t = 0; t < inputs.length; t++) {
                double[] v = inputs[t][b];
                h = switch (net.portable().cell()) {
                    case RNN -> rnn(v, h);
                    case LSTM -> lstm(v, h, c);
                    case GRU -> gru(v, h);
                };
                hidden[t][b] = h;
                preactivation[t][b] = readOut(h);
                output[t][b] = units(preactivation[t][b], loss);
            }
        }
        return new Answer(hidden, preactivation, output);
    }

    private double[] rnn(double[] v, double[] h) {
        double[] next = new double[h.length];
        for (int j = 0; j < h.length; j++) {
            double u = row("W_hv", j, v) + row("W_hh", j, h) + numbers("b_h")[j];
            note(absolute("W_hv", j, v) + absolute("W_hh", j, h) + Math.abs(numbers("b_h")[j]));
            next[j] = activate(net.portable().activation(), u);
        }
        return next;
    }

    private static double activate(Activation activation, double u) {
        return switch (activation) {
            case TANH -> Math.tanh(u);
            case LOGISTIC -> logistic(u);
            case RELU -> Math.max(u, 0);
            case LINEAR -> u;
            case STEP -> u > 0 ? 1 : 0;
        };
    }

    /** The stacked rows are i, f, g, o; changes {@code c}. */
    private double[] lstm(double[] v, double[] h, double[] c) {
        int width = h.length;
        double[] next = new double[width];
        for (int j = 0; j < width; j++) {
            double i = logistic(drive(j, v, h));
            double f = logistic(drive(width + j, v, h));
            double g = Math.tanh(drive(2 * width + j, v, h));
            double o = logistic(drive(3 * width + j, v, h));
            c[j] = f * c[j] + i * g;
            next[j] = o * Math.tanh(c[j]);
        }
        return next;
    }

    /** The stacked rows are r, z, n. */
    private double[] gru(double[] v, double[] h) {
        int width = h.length;
        double[] next = new double[width];
        for (int j = 0; j < width; j++) {
            double r = logistic(drive(j, v, h));
            double z = logistic(drive(width + j, v, h));
            double inner = row("W_h", 2 * width + j, h) + numbers("b_n")[j];
            double n = Math.tanh(row("W_x", 2 * width + j, v) + numbers("b")[2 * width + j] + r * inner);
            note(absolute("W_x", 2 * width + j, v)
                    + Math.abs(numbers("b")[2 * width + j])
                    + absolute("W_h", 2 * width + j, h)
                    + Math.abs(numbers("b_n")[j]));
            next[j] = (1 - z) * n + z * h[j];
        }
        return next;
    }

    private double drive(int row, double[] v, double[] h) {
        note(absolute("W_x", row, v) + absolute("W_h", row, h) + Math.abs(numbers("b")[row]));
        return row("W_x", row, v) + row("W_h", row, h) + numbers("b")[row];
    }

    private double[] readOut(double[] h) {
        String weights = net.portable().cell() == PortableCell.RNN ? "W_oh" : "W_o";
        double[] o = new double[numbers("b_o").length];
        for (int k = 0; k < o.length; k++) {
            o[k] = row(weights, k, h) + numbers("b_o")[k];
            note(absolute(weights, k, h) + Math.abs(numbers("b_o")[k]));
        }
        return o;
    }

    private static double[] units(double[] o, Loss loss) {
        double[] p = new double[o.length];
        double sum = 0;
        for (double value : o) {
            sum += Math.exp(value);
        }
        for (int k = 0; k < o.length; k++) {
            p[k] = switch (loss) {
                case SQUARED -> o[k];
                case LOGISTIC -> logistic(o[k]);
                case SOFTMAX -> Math.exp(o[k]) / sum;
            };
        }
        return p;
    }

    private double row(String name, int row, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += numbers(name)[row * x.length + i] * x[i];
        }
        return sum;
    }

    private double absolute(String name, int row, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(numbers(name)[row * x.length + i] * x[i]);
        }
        return sum;
    }

    private void note(double sum) {
        largestSum = Math.max(largestSum, sum);
    }

    private double[] numbers(String name) {
        Tensor tensor = net.parameters().get(name);
        if (tensor == null) {
            throw new AssertionError("no " + name);
        }
        return tensor.numbers();
    }

    private static double logistic(double u) {
        return 1 / (1 + Math.exp(-u));
    }
}
