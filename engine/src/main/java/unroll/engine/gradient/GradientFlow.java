package unroll.engine.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
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
 * @param smallest the smallest one; where it, or the middle one, is lost in the rounding of the largest, the {@link #RESOLUTION} of that
 */
public record GradientFlow(
        double[] error,
        double[] input,
        JacobianStatus jacobians,
        int[] steps,
        double[] largest,
        double[] middle,
        double[] smallest) {
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

    /**
     * Of the largest singular value: smaller ones cannot be told from rounding. A product of matrices n wide in double is off by about
     * {@code sqrt(n) 2^-52} of its size, for n = 1000 by 7e-15.
     */
    public static final double RESOLUTION = 1e-14;

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
        double[][] values = stretches(step, steps, points);
        return new GradientFlow(error, input, jacobians, points, values[0], values[1], values[2]);
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

    /** Whether a singular value is lost in the rounding of the {@code largest} one: all that is known is that it is no larger. */
    public static boolean lost(double value, double largest) {
        return value > 0 && value <= RESOLUTION * largest;
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

    /** The largest, middle and smallest singular values of {@code ds_T/ds_t} at the points. */
    private static double[][] stretches(StepJacobian step, int steps, int[] points) {
        double[][] values = new double[3][points.length];
        List<DMatrixRMaj> later = new ArrayList<>(); // ds_T/ds_t+1, ds_T/ds_t+2, ...
        List<List<DMatrixRMaj>> jacobians = new ArrayList<>(); // those of steps t+1, t+2, ... by lag
        for (int t = steps - 1, point = points.length - 1; point >= 0; t--) {
            DMatrixRMaj total = total(step.size(), t == steps - 1, later, jacobians);
            if (points[point] == t) {
                double[] singular = singular(total);
                values[0][point] = singular[singular.length - 1];
                double least = RESOLUTION * values[0][point];
                values[1][point] = Math.max(singular[singular.length / 2], least);
                values[2][point] = Math.max(singular[0], least);
                point--;
            }
            later.addFirst(total);
            jacobians.addFirst(jacobians(step, t));
            if (later.size() > step.lags()) {
                later.removeLast();
                jacobians.removeLast();
            }
        }
        return values;
    }

    /** {@code ds_T/ds_t = sum_k ds_T/ds_t+k A_t+k,k}, and the identity at the last step. */
    private static DMatrixRMaj total(int n, boolean last, List<DMatrixRMaj> later, List<List<DMatrixRMaj>> jacobians) {
        if (last) {
            return CommonOps_DDRM.identity(n);
        }
        DMatrixRMaj total = new DMatrixRMaj(n, n);
        for (int k = 0; k < later.size(); k++) {
            CommonOps_DDRM.multAdd(later.get(k), jacobians.get(k).get(k), total);
        }
        return total;
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

    /** In ascending order. */
    private static double[] singular(DMatrixRMaj matrix) {
        var decomposition = DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
        if (MatrixFeatures_DDRM.hasUncountable(matrix) || !decomposition.decompose(matrix.copy())) {
            double[] none = new double[matrix.numRows];
            Arrays.fill(none, Double.NaN); // an exploded product is shown as no number
            return none;
        }
        double[] values = decomposition.getSingularValues().clone();
        Arrays.sort(values);
        return values;
    }
}
