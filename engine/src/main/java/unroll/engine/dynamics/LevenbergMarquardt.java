package unroll.engine.dynamics;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;

/**
 * Minimises {@code q = |F(s) - s|^2 / 2} from many starts side by side by damped Gauss-Newton steps {@code (A'A + lambda I) d = -A'f} with
 * {@code f = F(s) - s} and {@code A = J - I} (Levenberg 1944, Marquardt 1963). A row that has come to rest makes room for the next start,
 * and no row knows of another.
 */
final class LevenbergMarquardt {
    /** Rows side by side: enough for products at full speed, few enough for the caches. */
    private static final int ROWS = 64;

    private static final double FIRST_DAMPING = 1e-2;
    private static final double FACTOR = 5;
    private static final double MOST_DAMPING = 1e10;

    /** Below this only rounding is left. */
    private static final double AT_REST = 1e-28;

    private final StateMap map;
    private final int n;
    private final int rows;
    private final int iterations;
    private final StateMap.Steps steps;
    private final Backend backend;
    private final Buffer factor;
    private final Buffer square;
    private final double[] trials;
    private final double[] after;
    private final double[] jacobians;
    private final Row[] current;

    /** @param iterations evaluations of F at most from each start */
    LevenbergMarquardt(StateMap map, int starts, int iterations) {
        this.map = map;
        this.iterations = iterations;
        n = map.size();
        rows = Math.min(ROWS, starts);
        steps = map.steps(rows);
        backend = CpuBackend.of(Precision.DOUBLE);
        factor = backend.allocate(n, n);
        square = backend.allocate(n, n);
        trials = new double[rows * n];
        after = new double[rows * n];
        jacobians = new double[rows * n * n];
        current = new Row[rows];
        Arrays.setAll(current, i -> new Row());
    }

    /**
     * Where a start came to.
     *
     * @param state the last one
     * @param speed q at it
     * @param steepness {@code |grad q| / |f| = |A'f| / |f|}: 0 at a minimum
     */
    record Rest(double[] state, double speed, double steepness) {}

    /** A start on its way. */
    private final class Row {
        private int start = -1;
        private int evaluations;
        private double damping;
        private double speed;
        private double steepness;
        private final double[] state = new double[n];
        private final double[] normal = new double[n * n];
        private final double[] descent = new double[n];
        private final double[] work = new double[n * n];
        private final double[] step = new double[n];
        private boolean accepted;

        void begin(int number, double[] from, int row) {
            start = number;
            evaluations = 0;
            damping = FIRST_DAMPING;
            speed = Double.POSITIVE_INFINITY;
            steepness = 1;
            System.arraycopy(from, 0, state, 0, n);
            System.arraycopy(from, 0, trials, row * n, n);
        }

        /** Takes the trial where it is better. */
        void judge(int row) {
            double q = 0;
            for (int i = row * n; i < (row + 1) * n; i++) {
                q += (after[i] - trials[i]) * (after[i] - trials[i]) / 2;
            }
            evaluations++;
            accepted = q < speed;
            if (accepted) {
                damping = evaluations == 1 ? damping : damping / FACTOR;
                speed = q;
                System.arraycopy(trials, row * n, state, 0, n);
            } else {
                damping *= FACTOR;
            }
        }

        /** Whether it has arrived, or goes no further. */
        boolean done() {
            return !(speed > AT_REST) || damping > MOST_DAMPING || evaluations >= iterations;
        }

        /** Takes the Jacobian of an accepted state: {@code A'A}, {@code -A'f} and the steepness. */
        void differentiate(int row) {
            int at = row * n * n;
            for (int i = 0; i < n; i++) {
                jacobians[at + i * n + i] -= 1;
            }
            Arrays.fill(descent, 0);
            for (int i = 0; i < n; i++) {
                double f = after[row * n + i] - trials[row * n + i];
                for (int j = 0; j < n; j++) {
                    descent[j] -= jacobians[at + i * n + j] * f;
                }
            }
            backend.write(jacobians, at, factor);
            backend.product(factor, true, factor, false, 0, square);
            backend.read(square, normal, 0);
            steepness = Vectors.norm(descent) / Math.sqrt(2 * speed);
        }

        /** The next trial. */
        void propose(int row) {
            while (!solve()) {
                damping *= FACTOR;
            }
            for (int i = 0; i < n; i++) {
                trials[row * n + i] = state[i] + step[i];
            }
        }

        private boolean solve() {
            System.arraycopy(normal, 0, work, 0, n * n);
            System.arraycopy(descent, 0, step, 0, n);
            for (int i = 0; i < n; i++) {
                work[i * n + i] += damping;
            }
            return damping > MOST_DAMPING || Cholesky.solve(work, step, n);
        }
    }

    /** Where each start comes to. */
    Rest[] solve(double[][] starts, DoubleConsumer progress) {
        Rest[] found = new Rest[starts.length];
        int next = 0;
        int finished = 0;
        while (finished < starts.length) {
            for (int row = 0; row < rows; row++) {
                if (current[row].start < 0 && next < starts.length) {
                    current[row].begin(next, starts[next], row);
                    next++;
                }
            }
            finished += round(found);
            progress.accept((double) finished / starts.length);
        }
        return found;
    }

    /** An evaluation of every row; returns how many are done by it. */
    private int round(Rest[] found) {
        steps.next(0, trials, after);
        boolean any = false;
        for (int r = 0; r < rows; r++) {
            if (current[r].start >= 0) {
                current[r].judge(r);
                any |= current[r].accepted;
            }
        }
        if (any) {
            map.jacobians(steps, jacobians);
        }
        int finished = 0;
        for (int r = 0; r < rows; r++) {
            Row row = current[r];
            if (row.start < 0) {
                continue;
            }
            if (row.accepted) {
                row.differentiate(r);
            }
            if (row.done()) {
                found[row.start] = new Rest(row.state.clone(), row.speed, row.steepness);
                row.start = -1;
                finished++;
            } else {
                row.propose(r);
            }
        }
        return finished;
    }
}
