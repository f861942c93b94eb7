package unroll.engine.dynamics;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import unroll.engine.analysis.PrincipalAxes;
import unroll.engine.dynamics.LongRun.Behaviour;

/**
 * Finds what a map does in the long run: it rests, repeats itself after a number of steps, turns without repeating, or is chaotic.
 *
 * @param settling steps before which nothing counts
 * @param longest period that is looked for
 * @param measured steps over which turns and the Lyapunov exponent are measured
 */
public record LongRunSearch(int settling, int longest, int measured) {
    /** A state is where it was if it is no farther away than this, as a root mean square over its numbers. */
    private static final double SAME = 1e-6;

    /** So many periods are compared. */
    private static final int PERIODS = 3;

    private static final int VECTORS = 2;

    /** As long as most networks take. */
    public static final LongRunSearch USUAL = new LongRunSearch(2000, 256, 4000);

    public LongRunSearch {
        if (settling < 0 || longest < 1 || measured < longest) {
            throw new IllegalArgumentException(
                    "a period of 1 or more steps is looked for in as many measured steps or more, not " + longest
                            + " in " + measured);
        }
    }

    /** What the map does from a state on. */
    public LongRun from(StateMap map, double[] start) {
        int needed = Math.max(measured, (PERIODS + 1) * longest);
        double[] settled = map.trajectory(start, 0, settling)[settling];
        double[][] way = map.trajectory(settled, settling, needed);
        if (Arrays.stream(way[needed]).anyMatch(x -> !Double.isFinite(x))) {
            return new LongRun(Behaviour.DIVERGES, 0, new double[0][], List.of(), Double.NaN, Double.NaN);
        }
        double turn = stepsPerTurn(way);
        Lyapunov lyapunov = new LyapunovMeasure(1, 0, measured, 0, 1).along(map, settled, share -> {});
        double exponent = lyapunov.exponents()[0];
        int period = period(way);
        if (period > 0) {
            double[][] states = Arrays.copyOf(way, period);
            return new LongRun(
                    period == 1 ? Behaviour.RESTS : Behaviour.REPEATS,
                    period,
                    states,
                    multipliers(map, states),
                    period == 1 ? Double.NaN : turn,
                    exponent);
        }
        Behaviour behaviour = switch (lyapunov.verdict()) {
            case CHAOS -> Behaviour.CHAOS;
            case NEUTRAL -> Behaviour.TURNS;
            case FORGETS -> Behaviour.SETTLING;
        };
        return new LongRun(behaviour, 0, Arrays.copyOf(way, longest), List.of(), turn, exponent);
    }

    private int period(double[][] way) {
        for (int period = 1; period <= longest; period++) {
            boolean repeats = true;
            for (int t = 0; t < PERIODS * period && repeats; t++) {
                double apart = Vectors.distance(way[t], way[t + period]) / Math.sqrt(way[t].length);
                repeats = apart < SAME;
            }
            if (repeats) {
                return period;
            }
        }
        return 0;
    }

    /** The eigenvalues of the product of the Jacobians along a period. */
    private static List<Mode> multipliers(StateMap map, double[][] states) {
        int n = map.size();
        DMatrixRMaj product = CommonOps_DDRM.identity(n);
        for (double[] state : states) {
            DMatrixRMaj next = new DMatrixRMaj(n, n);
            CommonOps_DDRM.mult(DMatrixRMaj.wrap(n, n, map.jacobian(0, state)), product, next);
            product = next;
        }
        return Modes.of(product.data, n, Math.min(n, VECTORS));
    }

    private static double stepsPerTurn(double[][] way) {
        if (way[0].length < 2) {
            return Double.NaN;
        }
        PrincipalAxes axes = PrincipalAxes.of(way, 2);
        double sum = 0;
        double[] before = axes.along(way[0]);
        for (int t = 1; t < way.length; t++) {
            double[] after = axes.along(way[t]);
            sum += Math.atan2(before[0] * after[1] - before[1] * after[0], before[0] * after[0] + before[1] * after[1]);
            before = after;
        }
        return axes.shares()[1] > 0 ? 2 * Math.PI * (way.length - 1) / Math.abs(sum) : Double.NaN;
    }
}
