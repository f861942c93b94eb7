package unroll.engine.optim;

import java.util.ArrayList;
import java.util.List;
import unroll.engine.setting.Decimal;

/**
 * Stops when the quadratic has fallen by less than a share of itself over the last {@code k = max(10, ceil(0.1 i))} iterations:
 * {@code (phi_i - phi_{i-k}) / phi_i < tolerance k} (Martens 2010, sec. 4.4).
 */
final class RelativeProgress implements StopRule {
    private static final int FEWEST = 10;
    private static final double SHARE = 0.1;

    private final double tolerance;
    private final List<Double> values = new ArrayList<>();

    /** @param tolerance least progress of an iteration, as a share of the progress of all; 0 never stops */
    RelativeProgress(double tolerance) {
        this.tolerance = tolerance;
    }

    @Override
    public boolean enough(int i, boolean kept, double quadratic, double[] x) {
        if (i == 1) {
            values.clear();
        }
        values.add(quadratic);
        int k = Math.max(FEWEST, (int) Math.ceil(SHARE * i));
        return i > k && quadratic < 0 && (quadratic - values.get(i - k - 1)) / quadratic < tolerance * k;
    }

    @Override
    public String words() {
        return "progress fell below " + Decimal.text(tolerance) + " an iteration";
    }
}
