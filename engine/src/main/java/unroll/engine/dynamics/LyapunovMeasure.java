package unroll.engine.dynamics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * How Lyapunov exponents are measured: k directions are pushed along the trajectory and made orthonormal before they run into one another
 * (Benettin and others 1980; of networks Engelken, Wolf and Abbott 2023). Along a sequence that drives the network these are the
 * conditional exponents.
 *
 * @param exponents how many, k; n where the state has fewer numbers
 * @param settling steps before which nothing counts; a tenth of {@code most} is added for the directions
 * @param most steps that are averaged at most
 * @param error measuring ends when the standard error of the first exponent is below this; 0 to go on to the end
 * @param seed of the directions
 */
public record LyapunovMeasure(int exponents, int settling, int most, double error, long seed) {
    /** Directions are made orthonormal before any two of them are nearer than this: the logarithm of their condition. */
    private static final double CONDITION = Math.log(1e6);

    private static final int LONGEST_INTERVAL = 20;
    private static final int BATCHES = 20;
    private static final int LEAST_INTERVALS = 100;
    private static final double APART = 1e-8;

    /** As in the literature. */
    public static final LyapunovMeasure USUAL = new LyapunovMeasure(30, 1000, 20_000, 0.002, 1);

    public LyapunovMeasure {
        if (exponents < 1 || settling < 0 || most < 1 || !(error >= 0)) {
            throw new IllegalArgumentException("exponents are 1 or more, of 1 or more steps");
        }
    }

    /**
     * Measures them along the trajectory from a state.
     *
     * @param progress told the share that is done at most; ends the measuring by an exception of its own
     * @throws ArithmeticException where the trajectory leaves the finite numbers
     */
    public Lyapunov along(StateMap map, double[] start, DoubleConsumer progress) {
        return new Run(map, start, progress).measure();
    }

    private final class Run {
        private final StateMap map;
        private final DoubleConsumer progress;
        private final int n;
        private final int k;
        private final StateMap.Steps steps;
        private final Orthonormal orthonormal;
        private final double[] states;
        private final double[] directions;
        private final double[] logs;
        private int t;

        Run(StateMap map, double[] start, DoubleConsumer progress) {
            this.map = map;
            this.progress = progress;
            n = map.size();
            k = Math.min(exponents, n);
            steps = map.steps(k);
            orthonormal = new Orthonormal(k, n);
            double[] state = map.trajectory(start, 0, settling)[settling];
            t = settling;
            states = new double[k * n];
            for (int i = 0; i < k; i++) {
                System.arraycopy(state, 0, states, i * n, n);
            }
            Philox random = new Philox(seed, Purpose.SAMPLING);
            directions = new double[k * n];
            Arrays.setAll(directions, i -> random.gaussian());
            logs = new double[k];
            orthonormal.make(directions, logs);
        }

        /** Takes the directions so many steps on and adds the logarithms of their growth. */
        private void advance(int interval, double[] growth) {
            for (int i = 0; i < interval; i++) {
                steps.next(t++, states, states);
                steps.push(directions, directions);
            }
            orthonormal.make(directions, logs);
            for (int i = 0; i < k; i++) {
                growth[i] = logs[i];
                if (Double.isNaN(logs[i])) {
                    throw new ArithmeticException("the trajectory left the finite numbers after " + t
                            + " steps, so that it has no exponents");
                }
            }
        }

        /** Finds how far apart decompositions may be while the directions settle. */
        private int settle() {
            double[] growth = new double[k];
            int interval = 1;
            for (int done = 0; done < most / 10; done += interval) {
                progress.accept((double) done / most / 2);
                advance(interval, growth);
                double spread = Arrays.stream(growth).max().orElseThrow()
                        - Arrays.stream(growth).min().orElseThrow();
                interval = spread * (interval + 1) / interval < CONDITION / 2
                        ? Math.min(interval + 1, LONGEST_INTERVAL)
                        : spread > CONDITION ? Math.max(1, interval / 2) : interval;
            }
            return interval;
        }

        Lyapunov measure() {
            int interval = settle();
            int intervals = Math.max(1, most / interval);
            double[][] growth = new double[intervals][k];
            double[] running = new double[intervals];
            Twin twin = new Twin(Arrays.copyOf(states, n));
            int done = 0;
            double sum = 0;
            boolean converged = false;
            while (done < intervals && !converged) {
                twin.advance(interval);
                advance(interval, growth[done]);
                sum += growth[done][0];
                running[done] = sum / (done + 1) / interval;
                done++;
                boolean judged = done >= LEAST_INTERVALS && done % BATCHES == 0;
                converged = judged && error > 0 && error(growth, done, interval, 0) < error;
                progress.accept(0.1 + 0.9 * done / intervals);
            }
            return result(growth, done, interval, Arrays.copyOf(running, done), twin.exponent(done * interval));
        }

        private Lyapunov result(double[][] growth, int done, int interval, double[] running, double twin) {
            double[] means = new double[k];
            double[] errors = new double[k];
            for (int i = 0; i < k; i++) {
                for (int m = 0; m < done; m++) {
                    means[i] += growth[m][i] / done / interval;
                }
                errors[i] = error(growth, done, interval, i);
            }
            int[] order = IntStream.range(0, k)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -means[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new Lyapunov(
                    Arrays.stream(order).mapToDouble(i -> means[i]).toArray(),
                    Arrays.stream(order).mapToDouble(i -> errors[i]).toArray(),
                    n,
                    done * interval,
                    running,
                    interval,
                    twin,
                    error == 0 || error(growth, done, interval, 0) < error);
        }

        /** Standard error of a mean whose terms are correlated over less than a twentieth of them, by means of batches. */
        private double error(double[][] growth, int done, int interval, int exponent) {
            int batches = Math.min(BATCHES, done);
            int length = done / batches;
            double sum = 0;
            double squares = 0;
            for (int b = 0; b < batches; b++) {
                double mean = 0;
                for (int m = b * length; m < (b + 1) * length; m++) {
                    mean += growth[m][exponent] / length / interval;
                }
                sum += mean;
                squares += mean * mean;
            }
            double mean = sum / batches;
            return batches < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares / batches - mean * mean) / (batches - 1));
        }

        /** A trajectory beside the first one, brought back to its distance after each interval. */
        private final class Twin {
            private final StateMap.Steps both = map.steps(2);
            private final double[] pair = new double[2 * n];
            private int at = t;
            private double sum;

            Twin(double[] state) {
                System.arraycopy(state, 0, pair, 0, n);
                for (int i = 0; i < n; i++) {
                    pair[n + i] = state[i] + APART * directions[i];
                }
            }

            void advance(int interval) {
                for (int i = 0; i < interval; i++) {
                    both.next(at++, pair, pair);
                }
                double square = 0;
                for (int i = 0; i < n; i++) {
                    square += (pair[n + i] - pair[i]) * (pair[n + i] - pair[i]);
                }
                double apart = Math.sqrt(square);
                sum += Math.log(apart / APART);
                for (int i = 0; i < n; i++) {
                    pair[n + i] = pair[i] + (pair[n + i] - pair[i]) * (apart > 0 ? APART / apart : 0);
                }
            }

            double exponent(int counted) {
                return sum / counted;
            }
        }
    }
}
