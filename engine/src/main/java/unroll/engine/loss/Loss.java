package unroll.engine.loss;

/**
 * An output non-linearity with the loss that matches it (thesis sec. 4.2), and all that depends on which it is.
 *
 * <p>With {@code o} the pre-activation of the output units, {@code p = g(o)} their value and {@code y} the target, every
 * matching loss has the gradient {@code p - y} and the Hessian {@code g'(o)} with respect to {@code o}. Its meaning stands here, in
 * double, one case at a time; FloatLoss of package backend has its loops for processors, {@code loss.cu} of module gpu its kernels, in
 * the same order.
 */
public enum Loss {
    /** Linear units, half the sum of squares: {@code L = |o - y|^2 / 2}, Hessian {@code I}. */
    SQUARED("half squared error", "") {
        @Override
        public double[] outputs(double[] o) {
            return o.clone();
        }

        @Override
        public double value(double[] o, double[] y) {
            double sum = 0;
            for (int j = 0; j < o.length; j++) {
                sum += excess(o[j], y[j]);
            }
            return sum;
        }

        @Override
        public double[] curvature(double[] o, double[] v) {
            return v.clone();
        }

        @Override
        public double preActivation(double p) {
            return p;
        }

        @Override
        public double excess(double p, double y) {
            return (p - y) * (p - y) / 2;
        }

        @Override
        public void confine(double[] p, int from, int to) {}

        @Override
        public boolean right(double[] p, double[] y, int from, int to) {
            for (int j = from; j < to; j++) {
                if (!(Math.abs(p[j] - y[j]) <= TOLERANCE)) {
                    return false;
                }
            }
            return true;
        }
    },

    /** Logistic units, cross-entropy: {@code L = sum softplus(o) - y o}, Hessian {@code diag(p (1 - p))}. */
    LOGISTIC("cross-entropy per answer", "nats") {
        @Override
        public double[] outputs(double[] o) {
            double[] p = new double[o.length];
            for (int j = 0; j < o.length; j++) {
                p[j] = 1 / (1 + Math.exp(-o[j]));
            }
            return p;
        }

        @Override
        public double value(double[] o, double[] y) {
            double sum = 0;
            for (int j = 0; j < o.length; j++) {
                sum += Math.max(o[j], 0) + Math.log1p(Math.exp(-Math.abs(o[j]))) - y[j] * o[j];
            }
            return sum;
        }

        @Override
        public double[] curvature(double[] o, double[] v) {
            double[] p = outputs(o);
            for (int j = 0; j < o.length; j++) {
                p[j] = p[j] * (1 - p[j]) * v[j];
            }
            return p;
        }

        @Override
        public double preActivation(double p) {
            return Math.log(p / (1 - p));
        }

        @Override
        public double excess(double p, double y) {
            return CrossEntropy.divergence(p, y);
        }

        @Override
        public void confine(double[] p, int from, int to) {
            for (int j = from; j < to; j++) {
                p[j] = Math.clamp(p[j], LEAST, 1 - LEAST);
            }
        }

        @Override
        public boolean right(double[] p, double[] y, int from, int to) {
            for (int j = from; j < to; j++) {
                if (!(y[j] == 1 ? p[j] > 0.5 : p[j] <= 0.5)) {
                    return false;
                }
            }
            return true;
        }
    },

    /** Softmax units, cross-entropy: {@code L = log sum exp(o) - y o}, Hessian {@code diag(p) - p p'}. */
    SOFTMAX("cross-entropy per symbol", "nats") {
        @Override
        public double[] outputs(double[] o) {
            double[] p = new double[o.length];
            double max = max(o);
            double sum = 0;
            for (int j = 0; j < o.length; j++) {
                p[j] = Math.exp(o[j] - max);
                sum += p[j];
            }
            for (int j = 0; j < o.length; j++) {
                p[j] /= sum;
            }
            return p;
        }

        @Override
        public double value(double[] o, double[] y) {
            double max = max(o);
            double partition = 0;
            double mass = 0;
            double sum = 0;
            for (int j = 0; j < o.length; j++) {
                sum -= y[j] * (o[j] - max);
                partition += Math.exp(o[j] - max);
                mass += y[j];
            }
            return sum + mass * Math.log(partition);
        }

        @Override
        public double[] curvature(double[] o, double[] v) {
            double[] p = outputs(o);
            double pv = 0;
            for (int j = 0; j < o.length; j++) {
                pv += p[j] * v[j];
            }
            for (int j = 0; j < o.length; j++) {
                p[j] *= v[j] - pv;
            }
            return p;
        }

        @Override
        public double preActivation(double p) {
            return Math.log(p);
        }

        @Override
        public double excess(double p, double y) {
            return CrossEntropy.ofClass(p, y);
        }

        @Override
        public void confine(double[] p, int from, int to) {
            LOGISTIC.confine(p, from, to);
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += p[j];
            }
            for (int j = from; j < to; j++) {
                p[j] /= sum;
            }
        }

        @Override
        public boolean right(double[] p, double[] y, int from, int to) {
            for (int j = from; j < to; j++) {
                if (y[j] == 1 && !first(p, j, from, to)) {
                    return false;
                }
            }
            return true;
        }
    };

    /** A number further off than this is wrong (thesis sec. 4.4; Martens and Sutskever 2011). */
    public static final double TOLERANCE = 0.04;

    /** Units that give probabilities are never quite sure: a prediction of exactly 0 or 1 could cost infinitely much. */
    private static final double LEAST = 1e-6;

    private final String measure;
    private final String unit;

    Loss(String measure, String unit) {
        this.measure = measure;
        this.unit = unit;
    }

    /** What {@link #excess} is, for people: "cross-entropy per symbol". */
    public String measure() {
        return measure;
    }

    /** Of the loss: "nats"; empty where it has none. */
    public String unit() {
        return unit;
    }

    /** {@code g(o)}. */
    public abstract double[] outputs(double[] o);

    /** {@code L(o, y)}. */
    public abstract double value(double[] o, double[] y);

    /** {@code H(o) v}. */
    public abstract double[] curvature(double[] o, double[] v);

    /** Where an output unit has the value {@code p}; for softmax up to what all units of the case have in common. */
    public abstract double preActivation(double p);

    /**
     * What a unit of value {@code p} adds to the loss above the least possible for its target {@code y}, which for softmax is 0 or 1.
     */
    public abstract double excess(double p, double y);

    /** Brings the predictions of one case, those in [from, to), to values that the units could have. */
    public abstract void confine(double[] p, int from, int to);

    /** Whether the units of one case, those in [from, to), answer their target; not where a prediction is no number. */
    public abstract boolean right(double[] p, double[] y, int from, int to);

    private static double max(double[] o) {
        double max = Double.NEGATIVE_INFINITY;
        for (double x : o) {
            max = Math.max(max, x);
        }
        return max;
    }

    /** Whether number {@code o} is the largest of those in [from, to), the first of them where several are. */
    private static boolean first(double[] numbers, int o, int from, int to) {
        for (int other = from; other < to; other++) {
            if (other < o && !(numbers[o] > numbers[other]) || other > o && !(numbers[o] >= numbers[other])) {
                return false;
            }
        }
        return true;
    }
}
