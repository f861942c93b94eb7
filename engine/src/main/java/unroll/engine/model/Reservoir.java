package unroll.engine.model;

import unroll.engine.analysis.Eigenvalues;
import unroll.engine.model.Layout.Slot;
import unroll.engine.random.Philox;

/**
 * Draws the reservoir of an echo-state network: normal weights from the input, normal biases, and the block matrix
 * {@code W_hh = [D 0; C R]}, where D holds the oscillators, each {@code radius} times a rotation by 2 pi / period, and every row of
 * {@code [C R]} has a few normal numbers, scaled so that R has the spectral radius.
 *
 * <p>The eigenvalues of W_hh are those of D and R together, so its spectral radius is that of the settings.
 */
final class Reservoir {
    private final EchoState settings;
    private final Philox random;

    Reservoir(EchoState settings, Philox random) {
        this.settings = settings;
        this.random = random;
    }

    void draw(Layout layout, double[] theta) {
        normal(layout.slot("W_hv"), settings.inputScale(), theta);
        normal(layout.slot("b_h"), settings.biasScale(), theta);
        double[] w = recurrent();
        System.arraycopy(w, 0, theta, layout.slot("W_hh").offset(), w.length);
    }

    private void normal(Slot slot, double deviation, double[] theta) {
        for (int i = 0; i < slot.size(); i++) {
            theta[slot.offset() + i] = deviation * random.gaussian();
        }
    }

    /** W_hh, {@code [H][H]} row by row. */
    private double[] recurrent() {
        int units = settings.hidden();
        int turning = 2 * settings.oscillators();
        double[] w = new double[units * units];
        for (int k = 0; k < settings.oscillators(); k++) {
            rotate(w, k);
        }
        for (int row = turning; row < units; row++) {
            random.scatter(1, settings.incoming(), w, row * units, units);
        }
        double drawn = turning < units ? Eigenvalues.radius(block(w, turning), 0, units - turning) : 0;
        for (int i = turning * units; drawn > 0 && i < w.length; i++) {
            w[i] *= settings.radius() / drawn;
        }
        return w;
    }

    /** Block k of D. */
    private void rotate(double[] w, int k) {
        double angle = 2 * Math.PI / period(k);
        int at = 2 * k * settings.hidden() + 2 * k;
        w[at] = settings.radius() * Math.cos(angle);
        w[at + 1] = -settings.radius() * Math.sin(angle);
        w[at + settings.hidden()] = settings.radius() * Math.sin(angle);
        w[at + settings.hidden() + 1] = settings.radius() * Math.cos(angle);
    }

    /** Steps of oscillator k's turn: from the shortest to the longest in equal ratios. */
    private double period(int k) {
        double ratio = settings.longestPeriod() / settings.shortestPeriod();
        double share = settings.oscillators() == 1 ? 0 : (double) k / (settings.oscillators() - 1);
        return settings.shortestPeriod() * Math.pow(ratio, share);
    }

    /** R: the connections among the units after the oscillators. */
    private double[] block(double[] w, int turning) {
        int units = settings.hidden();
        int rest = units - turning;
        double[] block = new double[rest * rest];
        for (int i = 0; i < rest; i++) {
            System.arraycopy(w, (turning + i) * units + turning, block, i * rest, rest);
        }
        return block;
    }
}
