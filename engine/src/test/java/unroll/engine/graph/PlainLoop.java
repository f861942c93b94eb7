package unroll.engine.graph;

import java.util.Arrays;
import java.util.function.Supplier;
import unroll.engine.model.Layout;

/** The closed loop in plain Java, one sequence after the other, with three controllers by their equations. */
final class PlainLoop {
    private final Layout layout;
    private final double[] z;

    /** With the numbers of a {@link ClosedLoop}. */
    PlainLoop(Layout layout, double[] z) {
        this.layout = layout;
        this.z = z;
    }

    /** A network with its own memory, which makes a force of what it receives. */
    interface Controller {
        double[] force(double[] v);
    }

    /** A change of what is seen at some step. */
    interface Sensor {
        double[] seen(int t, double[] state);
    }

    /** States and forces, {@code [T][B][4]} and then {@code [T][B][2]}. */
    double[] run(Supplier<Controller> network, int steps, int sequences, int delay, Sensor sensor) {
        double[] all = new double[steps * sequences * 6];
        for (int b = 0; b < sequences; b++) {
            Controller controller = network.get();
            double[][] states = new double[steps + 1][];
            int starts = layout.size() + 4 * b;
            states[0] = Arrays.copyOfRange(z, starts, starts + 4);
            for (int t = 0; t < steps; t++) {
                int goals = layout.size() + 4 * sequences + 2 * (t * sequences + b);
                double[] seen = sensor.seen(t, states[Math.max(0, t + 1 - delay)]);
                double[] force =
                        controller.force(new double[] {z[goals], z[goals + 1], seen[0], seen[1], seen[2], seen[3]});
                states[t + 1] = moved(states[t], force);
                System.arraycopy(states[t + 1], 0, all, 4 * (t * sequences + b), 4);
                System.arraycopy(force, 0, all, 4 * steps * sequences + 2 * (t * sequences + b), 2);
            }
        }
        return all;
    }

    private double[] moved(double[] s, double[] f) {
        double speed = Math.hypot(s[2], s[3]);
        double vx = s[2] + PointMass.DT * (f[0] - PointMass.DRAG * speed * speed * s[2]);
        double vy = s[3] + PointMass.DT * (f[1] - PointMass.DRAG * speed * speed * s[3]);
        return new double[] {s[0] + PointMass.DT * vx, s[1] + PointMass.DT * vy, vx, vy};
    }

    /** {@code h = tanh(W_hv v + W_hh h + b_h)}. */
    Controller rnn(int hidden) {
        double[][] h = {row("h_0", 0, hidden)};
        return v -> {
            double[] u = add(add(row("b_h", 0, hidden), "W_hv", 0, v), "W_hh", 0, h[0]);
            h[0] = Arrays.stream(u).map(Math::tanh).toArray();
            return add(row("b_o", 0, 2), "W_oh", 0, h[0]);
        };
    }

    /** Gates in the order i, f, g, o. */
    Controller lstm(int hidden) {
        double[][] h = {row("h_0", 0, hidden), row("c_0", 0, hidden)};
        return v -> {
            double[][] u = new double[4][];
            for (int g = 0; g < 4; g++) {
                u[g] = add(add(row("b", g, hidden), "W_x", g, v), "W_h", g, h[0]);
            }
            double[] next = new double[hidden];
            for (int i = 0; i < hidden; i++) {
                h[1][i] = logistic(u[1][i]) * h[1][i] + logistic(u[0][i]) * Math.tanh(u[2][i]);
                next[i] = logistic(u[3][i]) * Math.tanh(h[1][i]);
            }
            h[0] = next;
            return add(row("b_o", 0, 2), "W_o", 0, next);
        };
    }

    /** Gates in the order r, z, n. */
    Controller gru(int hidden) {
        double[][] h = {row("h_0", 0, hidden)};
        return v -> {
            double[] r = add(add(row("b", 0, hidden), "W_x", 0, v), "W_h", 0, h[0]);
            double[] keep = add(add(row("b", 1, hidden), "W_x", 1, v), "W_h", 1, h[0]);
            double[] n = add(row("b", 2, hidden), "W_x", 2, v);
            double[] inner = add(row("b_n", 0, hidden), "W_h", 2, h[0]);
            double[] next = new double[hidden];
            for (int i = 0; i < hidden; i++) {
                double k = logistic(keep[i]);
                next[i] = (1 - k) * Math.tanh(n[i] + logistic(r[i]) * inner[i]) + k * h[0][i];
            }
            h[0] = next;
            return add(row("b_o", 0, 2), "W_o", 0, next);
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Biases {@code index * width} to {@code (index + 1) * width - 1}. */
    private double[] row(String name, int index, int width) {
        int from = layout.slot(name).offset() + index * width;
        return Arrays.copyOfRange(z, from, from + width);
    }

    /** {@code sum + W x}, where W is block {@code index} of the matrices that are stacked. */
    private double[] add(double[] sum, String name, int index, double[] x) {
        double[] result = sum.clone();
        int from = layout.slot(name).offset() + index * sum.length * x.length;
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < x.length; j++) {
                result[i] += z[from + i * x.length + j] * x[j];
            }
        }
        return result;
    }
}
