package unroll.engine.backend;

import unroll.engine.loss.Loss;

/** The matching losses of one case, straight from their formulas (thesis sec. 2.3.2). */
final class ReferenceLoss {
    private ReferenceLoss() {}

    /** {@code g(o)}. */
    static double[] outputs(Loss loss, double[] o) {
        double[] p = new double[o.length];
        double sum = 0;
        double max = max(o);
        for (int j = 0; j < o.length; j++) {
            p[j] = switch (loss) {
                case SQUARED -> o[j];
                case LOGISTIC -> 1 / (1 + Math.exp(-o[j]));
                case SOFTMAX -> Math.exp(o[j] - max);
            };
            sum += p[j];
        }
        for (int j = 0; loss == Loss.SOFTMAX && j < o.length; j++) {
            p[j] /= sum;
        }
        return p;
    }

    /** {@code L(o, y)}. */
    static double value(Loss loss, double[] o, double[] y) {
        double sum = 0;
        double max = max(o);
        double partition = 0;
        double mass = 0;
        for (int j = 0; j < o.length; j++) {
            sum += switch (loss) {
                case SQUARED -> (o[j] - y[j]) * (o[j] - y[j]) / 2;
                case LOGISTIC -> Math.max(o[j], 0) + Math.log1p(Math.exp(-Math.abs(o[j]))) - y[j] * o[j];
                case SOFTMAX -> -y[j] * (o[j] - max);
            };
            partition += Math.exp(o[j] - max);
            mass += y[j];
        }
        return loss == Loss.SOFTMAX ? sum + mass * Math.log(partition) : sum;
    }

    /** {@code H(o) v}. */
    static double[] curvature(Loss loss, double[] o, double[] v) {
        double[] p = outputs(loss, o);
        double[] hv = new double[o.length];
        double pv = 0;
        for (int j = 0; j < o.length; j++) {
            pv += p[j] * v[j];
        }
        for (int j = 0; j < o.length; j++) {
            hv[j] = switch (loss) {
                case SQUARED -> v[j];
                case LOGISTIC -> p[j] * (1 - p[j]) * v[j];
                case SOFTMAX -> p[j] * (v[j] - pv);
            };
        }
        return hv;
    }

    private static double max(double[] o) {
        double max = Double.NEGATIVE_INFINITY;
        for (double x : o) {
            max = Math.max(max, x);
        }
        return max;
    }
}
