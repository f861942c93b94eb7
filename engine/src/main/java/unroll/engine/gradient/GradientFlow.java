package unroll.engine.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.graph.Signal;
import unroll.engine.rollout.Rollout;

/**
 * How error signals fare on their way back through one sequence, whose recurrent state is {@code s_t}: do they vanish or explode? T is
 * the last step that counts; what follows is padding.
 *
 * @param error {@code |dL/dh_t|} at each step, T numbers
 * @param input {@code |dL/dv_t|} at each step, T numbers; none for symbols
 * @param jacobians whether Jacobians of the state were computed, and if not why
 * @param steps the steps t, counted from 0, of which the singular values of {@code ds_T/ds_t} are known; none without Jacobians
 * @param largest the largest singular value of that Jacobian at each of these steps
 * @param middle the middle one
 * @param smallest the smallest one
 * @param bounds at each of these steps what is known of middle and smallest ones that are lost in the rounding of the Jacobians: that they
 *     are no larger, and they are given as this; 0 where none is lost
 */
public record GradientFlow(
        double[] error,
        double[] input,
        JacobianStatus jacobians,
        int[] steps,
        double[] largest,
        double[] middle,
        double[] smallest,
        double[] bounds) {
    /** Whether Jacobians of the state were computed, or why not. */
    public enum JacobianStatus {
        /** They were. */
        COMPUTED(""),
        /** They were not requested. */
        NOT_REQUESTED(""),
        /** Nothing is carried from step to step. */
        NO_STATE("The network carries no state from step to step."),
        /** It would have taken too long. */
        TOO_LARGE("The state is too large, or the sequence too long, for its Jacobians to be multiplied in time.");

        private final String sentence;

        JacobianStatus(String sentence) {
            this.sentence = sentence;
        }

        /** Why they were not computed, for people; empty if they were or were not requested. */
        public String sentence() {
            return sentence;
        }
    }

    /** Steps at most at which singular values are found, evenly spaced: enough for a curve. */
    private static final int POINTS = 24;

    private static final double SINGLE = 0x1p-24;
    private static final double DOUBLE = 0x1p-53;

    /** State numbers times time steps up to which Jacobians are multiplied: some tenths of a second. */
    private static final int LARGEST = 20_000;

    /**
     * The flow through a network.
     *
     * @param single over a single sequence, with the derivatives of its inputs unless they are symbols
     * @param wanted whether to compute the Jacobians, which cost far more than the rest
     */
    public static GradientFlow of(Rollout single, boolean wanted) {
        single.gradient(1);
        Backend backend = single.backend();
        int all = single.graph().steps();
        double[] error = norms(backend, single.hidden(), all);
        double[] input = single.input().differentiable() ? norms(backend, single.input(), all) : new double[0];
        int steps = single.steps(0);
        StepJacobian step = new StepJacobian(single);
        JacobianStatus jacobians = status(step.size(), steps, wanted);
        int[] points = jacobians == JacobianStatus.COMPUTED ? points(steps) : new int[0];
        double[][] values = points.length == 0
                ? new double[4][0]
                : stretches(step, steps, points, backend.precision() == Precision.SINGLE ? SINGLE : DOUBLE);
        return new GradientFlow(error, input, jacobians, points, values[0], values[1], values[2], values[3]);
    }

    private static JacobianStatus status(int size, int steps, boolean wanted) {
        if (size == 0) {
            return JacobianStatus.NO_STATE;
        }
        return (long) size * steps > LARGEST
                ? JacobianStatus.TOO_LARGE
                : wanted ? JacobianStatus.COMPUTED : JacobianStatus.NOT_REQUESTED;
    }

    /** Whether the singular values of the Jacobians are known. */
    public boolean hasJacobians() {
        return jacobians == JacobianStatus.COMPUTED;
    }

    /** Whether a singular value is lost in rounding, and all that is known is that it is no larger. */
    public static boolean lost(double value, double bound) {
        return bound > 0 && value <= bound;
    }

    private static double[] norms(Backend backend, Signal signal, int steps) {
        double[] norms = new double[steps];
        for (int t = signal.begin(); t < signal.end(); t++) {
            Buffer adjoint = signal.adjoint(t, t + 1);
            norms[t] = Math.sqrt(backend.dot(adjoint, adjoint));
        }
        return norms;
    }

    private static int[] points(int steps) {
        int count = Math.min(POINTS, steps);
        int[] points = new int[count];
        Arrays.setAll(points, i -> count == 1 ? steps - 1 : (int) ((long) i * (steps - 1) / (count - 1)));
        return points;
    }

    /** The largest, middle and smallest singular values of {@code ds_T/ds_t} at the points, and the bounds. */
    private static double[][] stretches(StepJacobian step, int steps, int[] points, double rounding) {
        double[][] values = new double[4][points.length];
        int n = step.size();
        GradedProduct back = GradedProduct.identity(n * step.lags(), n, rounding);
        boolean finite = true;
        for (int t = steps - 1, point = points.length - 1; point >= 0; t--) {
            if (t < steps - 1 && finite) {
                List<DMatrixRMaj> jacobians = jacobians(step, t + 1);
                finite = jacobians.stream().noneMatch(MatrixFeatures_DDRM::hasUncountable);
                back = finite ? back(back, jacobians) : back;
            }
            if (points[point] == t) {
                double[] found = finite ? found(back, n) : new double[] {Double.NaN, Double.NaN, Double.NaN, 0};
                for (int i = 0; i < found.length; i++) {
                    values[i][point] = found[i];
                }
                point--;
            }
        }
        return values;
    }

    /**
     * From {@code ds_T/ds_t+1, ds_T/ds_t, ...} side by side, transposed, to those of one step before: {@code ds_T/ds_t} is what the step t+1
     * passes on, and each later step by itself as far as lags reach.
     */
    private static GradedProduct back(GradedProduct product, List<DMatrixRMaj> jacobians) {
        DMatrixRMaj q = product.columns();
        int n = jacobians.getFirst().numRows;
        DMatrixRMaj passed = new DMatrixRMaj(q.numRows, q.numCols);
        DMatrixRMaj first = CommonOps_DDRM.extract(q, 0, n, 0, q.numCols);
        double square = 0;
        for (int k = 0; k < jacobians.size(); k++) {
            DMatrixRMaj part = new DMatrixRMaj(n, q.numCols);
            CommonOps_DDRM.multTransA(jacobians.get(k), first, part);
            square += squares(jacobians.get(k));
            if (k + 1 < jacobians.size()) {
                CommonOps_DDRM.addEquals(part, CommonOps_DDRM.extract(q, (k + 1) * n, (k + 2) * n, 0, q.numCols));
                square += n;
            }
            CommonOps_DDRM.insert(part, passed, k * n, 0);
        }
        return product.times(passed, Math.sqrt(square));
    }

    private static double squares(DMatrixRMaj matrix) {
        double norm = NormOps_DDRM.normF(matrix);
        return norm * norm;
    }

    /** Largest, middle, smallest and bound of {@code n} singular values; no numbers where the largest has left the finite ones. */
    private static double[] found(GradedProduct product, int n) {
        DMatrixRMaj q = product.columns();
        GradedProduct whole = product.times(CommonOps_DDRM.extract(q, 0, Math.min(n, q.numRows), 0, q.numCols), 1);
        double[] logarithms = whole.logarithms();
        int known = logarithms.length;
        double bound = known == n ? 0 : Math.exp(whole.bound());
        double largest = known == 0 ? bound : Math.exp(logarithms[0]);
        double least = known == 0 ? bound : Math.exp(logarithms[known - 1]);
        bound = known == n ? least < Double.MIN_NORMAL ? Double.MIN_NORMAL : 0 : Math.min(least, bound);
        bound = Math.min(bound, largest);
        double middle = n - 1 - n / 2 < known ? Math.exp(logarithms[n - 1 - n / 2]) : bound;
        double smallest = known == n ? least : bound;
        return Double.isInfinite(largest)
                ? new double[] {Double.NaN, Double.NaN, Double.NaN, 0}
                : new double[] {largest, Math.max(middle, bound), Math.max(smallest, bound), bound};
    }

    /** The Jacobians of step t by the state 1, 2, ... steps before. */
    private static List<DMatrixRMaj> jacobians(StepJacobian step, int t) {
        List<DMatrixRMaj> byLag = new ArrayList<>();
        List<StepJacobian.RowConsumer> rows = new ArrayList<>();
        for (int k = 0; k < step.lags(); k++) {
            DMatrixRMaj jacobian = new DMatrixRMaj(step.size(), step.size());
            byLag.add(jacobian);
            rows.add((i, row) -> System.arraycopy(row, 0, jacobian.data, i * row.length, row.length));
        }
        step.rows(t, rows);
        return byLag;
    }
}
