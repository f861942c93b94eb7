package unroll.engine.init;

import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * What a recurrent matrix W does to a vector x; where a small difference between hidden states passes it alone, that is what becomes of
 * the difference, the non-linearity left out: tanh leaves small numbers as they are and shrinks larger ones.
 *
 * @param name as in the layout
 * @param rows units that receive
 * @param columns units that send
 * @param radius spectral radius: in the long run the growth in a step; a matrix that is not square has none
 * @param stretch largest singular value: the most that any x grows in a step
 * @param growth root mean square of |W x| / |x| over all directions x: {@code |W|_F / sqrt(columns)}
 * @param growthIn100 root mean square of |W^100 x| / |x|: {@code |W^100|_F / sqrt(columns)}; only where a difference passes it alone
 */
public record RecurrentMatrix(
        String name,
        int rows,
        int columns,
        OptionalDouble radius,
        double stretch,
        double growth,
        OptionalDouble growthIn100) {
    /** Steps of the long view: the length of many of the thesis' sequences. */
    private static final int LONG = 100;

    /** Up to this size the growth in 100 steps is exact: every unit vector is followed. */
    private static final int ALL_UP_TO = 128;

    /**
     * Random vectors that are followed of a larger matrix. Where one direction outgrows all others the mean of their
     * squares has the relative deviation sqrt(2 / 8), its root half of that: a quarter.
     */
    private static final int FOLLOWED = 8;

    /**
     * What the matrix of {@code slot} in the flat parameter vector does.
     *
     * @param alone whether it is square and a difference between hidden states passes it alone
     */
    static RecurrentMatrix of(Slot slot, double[] theta, boolean alone) {
        boolean square = slot.rows() == slot.columns();
        return new RecurrentMatrix(
                slot.title(),
                slot.rows(),
                slot.columns(),
                square
                        ? OptionalDouble.of(Eigenvalues.radius(theta, slot.offset(), slot.rows()))
                        : OptionalDouble.empty(),
                Eigenvalues.stretch(theta, slot.offset(), slot.rows(), slot.columns()),
                growth(slot, theta),
                alone ? OptionalDouble.of(growth(slot, theta, LONG)) : OptionalDouble.empty());
    }

    /** Root mean square of |W x| / |x| over all directions. */
    static double growth(Slot slot, double[] theta) {
        double sum = 0;
        for (int i = 0; i < slot.size(); i++) {
            sum += theta[slot.offset() + i] * theta[slot.offset() + i];
        }
        return Math.sqrt(sum / slot.columns());
    }

    /** Root mean square of |W^steps x| / |x|: over all directions for a small matrix, else over a few random ones. */
    private static double growth(Slot slot, double[] theta, int steps) {
        int n = slot.rows();
        DMatrixRMaj w = new DMatrixRMaj(n, n);
        System.arraycopy(theta, slot.offset(), w.data, 0, n * n);
        DMatrixRMaj x = n <= ALL_UP_TO ? CommonOps_DDRM.identity(n) : directions(n);
        DMatrixRMaj next = new DMatrixRMaj(n, x.getNumCols());
        double first = norm(x);
        double log = 0;
        for (int step = 0; step < steps; step++) {
            CommonOps_DDRM.mult(w, x, next);
            double length = norm(next);
            if (!(length > 0)) {
                return 0;
            }
            CommonOps_DDRM.scale(first / length, next, x);
            log += Math.log(length / first);
        }
        return Math.exp(log);
    }

    /** Random directions {@code [n][8]}, the same at every call, all of one length: so that they count alike. */
    private static DMatrixRMaj directions(int n) {
        Philox random = new Philox(n, Purpose.SAMPLING);
        DMatrixRMaj x = new DMatrixRMaj(n, FOLLOWED);
        for (int j = 0; j < FOLLOWED; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double value = random.gaussian();
                x.set(i, j, value);
                sum += value * value;
            }
            for (int i = 0; i < n; i++) {
                x.set(i, j, x.get(i, j) / Math.sqrt(sum));
            }
        }
        return x;
    }

    private static double norm(DMatrixRMaj x) {
        double sum = 0;
        for (double value : x.data) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** All of it for people, in one or two sentences. */
    public String sentence() {
        String all = radius.isPresent()
                ? name + ": spectral radius " + Figures.of(radius.getAsDouble()) + ", largest singular value "
                : name + " is " + rows + " x " + columns + ", its largest singular value ";
        return all
                + Figures.of(stretch)
                + (growthIn100.isPresent()
                        ? ". A difference between hidden states "
                                + Figures.change(growth, LONG, growthIn100.getAsDouble()) + "."
                        : ". A difference that passes it " + Figures.change(growth) + ".");
    }
}
