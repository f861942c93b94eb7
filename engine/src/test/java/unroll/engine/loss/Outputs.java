package unroll.engine.loss;

import java.util.Arrays;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Pre-activations of one sequence for tests, {@code [T][K]} flat, every step counting. */
record Outputs(double[] o, int steps, int classes) {
    static Outputs random(int steps, int classes, double deviation, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] o = new double[steps * classes];
        Arrays.setAll(o, i -> deviation * random.gaussian());
        return new Outputs(o, steps, classes);
    }

    static Outputs zero(int steps, int classes) {
        return new Outputs(new double[steps * classes], steps, classes);
    }

    /** Weights that count every step. */
    double[] counted() {
        double[] weight = new double[steps];
        Arrays.fill(weight, 1);
        return weight;
    }

    Ctc ctc(Collapse collapse) {
        return new Ctc(collapse, steps, classes, steps + 2);
    }

    double value(Ctc ctc, int... labels) {
        return ctc.value(o, counted(), 1, 0, labels, labels.length);
    }

    double[] gradient(Ctc ctc, int... labels) {
        value(ctc, labels);
        double[] gradient = new double[o.length];
        ctc.gradient(1, gradient);
        return gradient;
    }

    /** These, moved by {@code h v}. */
    Outputs moved(double h, double[] v) {
        double[] moved = o.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += h * v[i];
        }
        return new Outputs(moved, steps, classes);
    }

    LogProbabilities logProbabilities() {
        LogProbabilities p = new LogProbabilities(steps, classes);
        p.read(o, counted(), 1, 0);
        return p;
    }

    /** Softmax, from its formula. */
    double[] softmax() {
        double[] p = new double[o.length];
        for (int at = 0; at < o.length; at += classes) {
            double sum = 0;
            for (int k = at; k < at + classes; k++) {
                p[k] = Math.exp(o[k]);
                sum += p[k];
            }
            for (int k = at; k < at + classes; k++) {
                p[k] /= sum;
            }
        }
        return p;
    }
}
