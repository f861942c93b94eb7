package unroll.engine.init;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.model.Layout.Factors;
import unroll.engine.model.Layout.Slot;

/**
 * The recurrent weights {@code W(v) = after diag(gain v) before} that an input v blends from factors (thesis eq. 5.5-5.7), for inputs of
 * a single 1, as symbols are.
 */
final class BlendedWeights {
    /** Inputs that are looked at, evenly among all: eigenvalues of large matrices take time. */
    private static final int INPUTS = 8;

    private BlendedWeights() {}

    /** The spectral radius of {@code W(v)}, as the mean over inputs. */
    static double radius(Factors factors, double[] theta) {
        Slot gain = factors.gain();
        // the eigenvalues of after D before that are not 0 are those of (before after) D
        DMatrixRMaj inner = new DMatrixRMaj(gain.rows(), gain.rows());
        CommonOps_DDRM.mult(matrix(factors.before(), theta), matrix(factors.after(), theta), inner);
        int count = Math.min(INPUTS, gain.columns());
        return IntStream.range(0, count)
                .map(i -> i * gain.columns() / count)
                .mapToDouble(input -> radius(inner, gain, input, theta))
                .average()
                .orElse(0);
    }

    private static double radius(DMatrixRMaj inner, Slot gain, int input, double[] theta) {
        int n = gain.rows();
        double[] blended = new double[n * n];
        for (int i = 0; i < blended.length; i++) {
            blended[i] = inner.data[i] * theta[gain.offset() + i % n * gain.columns() + input];
        }
        return Eigenvalues.radius(blended, 0, n);
    }

    private static DMatrixRMaj matrix(Slot slot, double[] theta) {
        DMatrixRMaj matrix = new DMatrixRMaj(slot.rows(), slot.columns());
        System.arraycopy(theta, slot.offset(), matrix.data, 0, slot.size());
        return matrix;
    }
}
