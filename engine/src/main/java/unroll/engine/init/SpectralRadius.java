package unroll.engine.init;

import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * The initialisation of thesis sec. 7.4.1, after echo-state networks: sparse recurrent weights rescaled so that the
 * largest eigenvalue has the modulus {@code radius}; sparse input weights of deviation {@code inputScale}; output weights
 * of variance 1/H; biases and h_0 are 0.
 *
 * @param radius 1.2 in the thesis
 * @param inputScale 0.02 in the thesis for addition and multiplication, 0.3 for memorisation
 * @param incoming connections of each hidden unit, 15 in the thesis
 */
@Kind(
        name = "spectral-radius",
        label = "Spectral radius",
        help = "Sparse recurrent weights scaled to a chosen largest eigenvalue (thesis sec. 7.4.1): just above 1 the "
                + "hidden state keeps oscillating and remembers.")
public record SpectralRadius(
        @Setting(
                label = "Spectral radius",
                help = "Modulus of the largest eigenvalue of W_hh: below 1 the net forgets, above it oscillates, far "
                        + "above it is chaotic.",
                initial = "1.2",
                min = 0,
                max = 10)
        double radius,

        @Setting(
                label = "Input scale",
                help = "Standard deviation of the input weights that are not zero.",
                initial = "0.3",
                min = 0,
                max = 100)
        double inputScale,

        @Setting(
                label = "Incoming",
                help = "How many connections lead to each hidden unit; 15 in the thesis.",
                initial = "15",
                min = 1,
                max = 4096)
        int incoming)
        implements InitialisationSettings {

    @Override
    public double[] draw(Layout layout, Philox random) {
        double[] theta = new double[layout.size()];
        for (Slot slot : layout.parts()) {
            switch (slot.role()) {
                case INPUT_WEIGHT -> SparseRows.fill(slot, incoming, inputScale, random, theta);
                case RECURRENT_WEIGHT -> {
                    SparseRows.fill(slot, incoming, 1, random, theta);
                    rescale(slot, theta);
                }
                case OUTPUT_WEIGHT -> SparseRows.dense(slot, Math.sqrt(1.0 / slot.columns()), random, theta);
                case HIDDEN_BIAS, FORGET_BIAS, OUTPUT_BIAS, FIRST_STATE -> {} // 0
            }
        }
        return theta;
    }

    /** A matrix all of whose eigenvalues are 0, as a tiny sparse one may be, stays as it is. */
    private void rescale(Slot slot, double[] theta) {
        double drawn = Eigenvalues.radius(theta, slot.offset(), slot.rows());
        for (int i = 0; drawn > 0 && i < slot.size(); i++) {
            theta[slot.offset() + i] *= radius / drawn;
        }
    }
}
