package unroll.engine.init;

import java.util.List;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.model.Layout.Factors;
import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;

/** A flat parameter vector that is being drawn, and the ways in which schemes fill a parameter's part of it. */
public final class Drawing {
    private final double[] theta;
    private final DataFigures data;
    private final Philox random;

    /** A vector of zeros to be filled. */
    Drawing(int size, DataFigures data, Philox random) {
        theta = new double[size];
        this.data = data;
        this.random = random;
    }

    /** The numbers drawn so far, shared. */
    double[] theta() {
        return theta;
    }

    /** Gives each row {@code incoming} places chosen at random a normal number of that deviation (Martens 2010). */
    void sparse(Slot slot, int incoming, double deviation) {
        for (int row = 0; row < slot.rows(); row++) {
            random.scatter(deviation, incoming, theta, slot.offset() + row * slot.columns(), slot.columns());
        }
    }

    /** Gives every number a normal one of that deviation. */
    void normal(Slot slot, double deviation) {
        for (int i = 0; i < slot.size(); i++) {
            theta[slot.offset() + i] = deviation * random.gaussian();
        }
    }

    /** Gives every number a uniform one in {@code [-bound, bound)}. */
    void uniform(Slot slot, double bound) {
        for (int i = 0; i < slot.size(); i++) {
            theta[slot.offset() + i] = random.uniform(-bound, bound);
        }
    }

    /** Fills with {@code gain} times a matrix whose rows or columns, whichever are fewer, are orthonormal. */
    void orthogonal(Slot slot, double gain) {
        double[] frame = HaarFrame.draw(slot.rows(), slot.columns(), random);
        for (int i = 0; i < frame.length; i++) {
            theta[slot.offset() + i] = gain * frame[i];
        }
    }

    /** Fills the diagonal; of a matrix that is not square, as far as it goes. */
    void identity(Slot slot, double scale) {
        for (int i = 0; i < Math.min(slot.rows(), slot.columns()); i++) {
            theta[slot.offset() + i * slot.columns() + i] = scale;
        }
    }

    /** Adds the same number to all. */
    void shift(Slot slot, double by) {
        for (int i = 0; i < slot.size(); i++) {
            theta[slot.offset() + i] += by;
        }
    }

    /**
     * Scales a recurrent matrix to a spectral radius. One that is not square has none and is scaled to a root mean square
     * growth {@code |W|_F / sqrt(columns)} of that number, where both agree for large random squares. A matrix all of whose eigenvalues are 0, as a tiny sparse one may be,
     * stays as it is.
     */
    void scaleToRadius(Slot slot, double radius) {
        double drawn = slot.rows() == slot.columns()
                ? Eigenvalues.radius(theta, slot.offset(), slot.rows())
                : RecurrentMatrix.growth(slot, theta);
        for (int i = 0; drawn > 0 && i < slot.size(); i++) {
            theta[slot.offset() + i] *= radius / drawn;
        }
    }

    /** Scales the recurrent matrices of factors, both alike, so that what inputs blend of them has that spectral radius on average. */
    void scaleToRadius(Factors factors, double radius) {
        double drawn = BlendedWeights.radius(factors, theta);
        double scale = drawn > 0 ? Math.sqrt(radius / drawn) : 1;
        for (Slot slot : List.of(factors.after(), factors.before())) {
            for (int i = 0; i < slot.size(); i++) {
                theta[slot.offset() + i] *= scale;
            }
        }
    }

    /** Fills an output bias so that the outputs begin at the mean of the targets. */
    void centre(Slot slot) {
        double[] values = data.centre();
        if (values.length != slot.size()) {
            throw new IllegalArgumentException(
                    slot.name() + " has " + slot.size() + " units, the targets have " + values.length);
        }
        System.arraycopy(values, 0, theta, slot.offset(), values.length);
    }

    /**
     * Fills taps and the output bias so that the outputs begin where the targets follow linearly from the inputs.
     *
     * @param taps from the last input, the one before, and so on, {@code [O][I]} each
     */
    void regress(List<Slot> taps, Slot bias) {
        double[] coefficients = data.regression(taps.size());
        int outputs = bias.size();
        System.arraycopy(coefficients, 0, theta, bias.offset(), outputs);
        int row = 1;
        for (Slot tap : taps) {
            for (int input = 0; input < tap.columns(); input++, row++) {
                for (int output = 0; output < outputs; output++) {
                    theta[tap.offset() + output * tap.columns() + input] = coefficients[row * outputs + output];
                }
            }
        }
    }
}
