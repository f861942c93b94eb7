package unroll.engine.baseline;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import unroll.engine.sequence.Batch;

/**
 * Predicts each output by a logistic regression on the present input: {@code p = g(b + w'x)}, fit by Newton's method on the cross-entropy
 * with a ridge on w. Inputs that are mostly 0, as in a piano-roll, cost next to nothing.
 */
public final class LogisticAutoregression implements Baseline {
    private static final int MOST_STEPS = 25;

    /** Of the coefficients: what changes less is settled. */
    private static final double SETTLED = 1e-6;

    /** The longest step, in units of the pre-activation: Newton's method is no good further off. */
    private static final double LONGEST = 4;

    private final double ridge;
    private int inputs = -1;
    /** {@code [outputs][1 + inputs]}, the constant first. */
    private double[][] coefficients = {};

    /** @param ridge half of it times the square of each w is added to the sum of the cross-entropies; above 0 */
    public LogisticAutoregression(double ridge) {
        if (!(ridge > 0)) {
            throw new IllegalArgumentException("a ridge of " + ridge + " leaves coefficients undetermined");
        }
        this.ridge = ridge;
    }

    @Override
    public String name() {
        return "logistic AR1";
    }

    /** The inputs of a step that are not 0, the constant among them: which they are and their values. */
    private record Row(int[] at, double[] value, double weight, int target) {
        static Row of(Batch batch, int t, int b) {
            int from = batch.inputAt(t, b);
            int count = 1;
            for (int i = 0; i < batch.inputs(); i++) {
                count += batch.input()[from + i] == 0 ? 0 : 1;
            }
            int[] at = new int[count];
            double[] value = new double[count];
            value[0] = 1;
            int next = 1;
            for (int i = 0; i < batch.inputs(); i++) {
                if (batch.input()[from + i] != 0) {
                    at[next] = 1 + i;
                    value[next++] = batch.input()[from + i];
                }
            }
            return new Row(at, value, batch.weight()[batch.weightAt(t, b)], batch.targetAt(t, b));
        }

        double probability(double[] w) {
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                sum += value[i] * w[at[i]];
            }
            return 1 / (1 + Math.exp(-sum));
        }
    }

    @Override
    public void fit(Batch training) {
        inputs = training.inputs();
        List<Row> rows = new ArrayList<>();
        for (int t = 0; t < training.steps(); t++) {
            for (int b = 0; b < training.sequences(); b++) {
                if (training.weight()[training.weightAt(t, b)] > 0) {
                    rows.add(Row.of(training, t, b));
                }
            }
        }
        coefficients = new double[training.outputs()][];
        for (int o = 0; o < coefficients.length; o++) {
            coefficients[o] = fit(rows, training.target(), o);
        }
    }

    private double[] fit(List<Row> rows, double[] target, int o) {
        double on = 0;
        double all = 0;
        for (Row row : rows) {
            on += row.weight() * target[row.target() + o];
            all += row.weight();
        }
        double[] w = new double[1 + inputs];
        w[0] = Math.log((on + 1) / (all - on + 1));
        double change = on == 0 || on == all ? 0 : 1; // what never changes depends on nothing
        for (int step = 0; step < MOST_STEPS && change > SETTLED; step++) {
            change = newton(rows, target, o, w);
        }
        return w;
    }

    /** A step of Newton's method; how far it went. */
    private double newton(List<Row> rows, double[] target, int o, double[] w) {
        int n = w.length;
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        DMatrixRMaj gradient = new DMatrixRMaj(n, 1);
        double[] h = hessian.data;
        for (Row row : rows) {
            double p = row.probability(w);
            double error = row.weight() * (p - target[row.target() + o]);
            double curvature = row.weight() * p * (1 - p);
            for (int i = 0; i < row.at().length; i++) {
                gradient.data[row.at()[i]] += error * row.value()[i];
                int line = row.at()[i] * n;
                for (int j = 0; j < row.at().length; j++) {
                    h[line + row.at()[j]] += curvature * row.value()[i] * row.value()[j];
                }
            }
        }
        h[0] += SETTLED;
        for (int i = 1; i < n; i++) {
            h[i * n + i] += ridge;
            gradient.data[i] += ridge * w[i];
        }
        DMatrixRMaj direction = new DMatrixRMaj(n, 1);
        if (!CommonOps_DDRM.solveSPD(hessian, gradient, direction)) {
            throw new IllegalStateException("a sum of squares and a ridge is not positive definite");
        }
        double length = CommonOps_DDRM.elementMaxAbs(direction);
        double scale = Math.min(1, LONGEST / length);
        for (int i = 0; i < n; i++) {
            w[i] -= scale * direction.data[i];
        }
        return length;
    }

    @Override
    public double[] predict(Batch batch) {
        if (batch.inputs() != inputs || batch.outputs() != coefficients.length) {
            throw new IllegalStateException("fit to another shape than " + batch.inputs() + " to " + batch.outputs());
        }
        double[] predictions = new double[batch.target().length];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                Row row = Row.of(batch, t, b);
                for (int o = 0; o < coefficients.length; o++) {
                    predictions[row.target() + o] = row.probability(coefficients[o]);
                }
            }
        }
        return predictions;
    }
}
