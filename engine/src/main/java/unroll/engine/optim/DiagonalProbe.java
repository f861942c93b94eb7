package unroll.engine.optim;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Estimates the diagonal of the Gauss-Newton matrix G as the mean of {@code z * G z} element by element over random signs z
 * (Hutchinson 1990; Bekas, Kokiopoulou and Saad 2007), which is exact where G is diagonal.
 */
final class DiagonalProbe {
    /** Least curvature of a direction relative to the mean, so that none is stretched beyond all measure. */
    private static final double LEAST = 0.01;

    /** The same signs in every run: nothing that is to be learned depends on them. */
    private static final long SEED = 0;

    private final Surface surface;
    private final GaussNewton curvature;
    private final Backend backend;
    private final int probes;
    private final Buffer signs;
    private final Buffer product;
    private final Buffer gradient;
    private final double[] numbers;
    private final Philox random = new Philox(SEED, Purpose.CURVATURE_PROBE);

    /**
     * @param method name of the optimiser, as in a sentence
     * @param probes at least 1
     */
    DiagonalProbe(String method, Objective objective, int probes) {
        surface = objective.whole();
        curvature = surface.curvature().require(method);
        backend = objective.backend();
        this.probes = probes;
        int dimension = objective.dimension();
        signs = backend.allocate(1, dimension);
        product = backend.allocate(1, dimension);
        gradient = backend.allocate(1, dimension);
        numbers = new double[dimension];
    }

    /** Evaluations of the objective for each estimate: a gradient, and a curvature product for each probe. */
    int evaluations() {
        return 1 + probes;
    }

    /** The inverse of the diagonal at {@code theta}, with the signs of {@code update}; ones where it is nowhere positive. */
    void inverse(Buffer theta, long update, double[] inverse) {
        surface.gradient(theta, gradient);
        random.restart(SEED, Purpose.CURVATURE_PROBE, update);
        Arrays.fill(inverse, 0);
        for (int i = 0; i < probes; i++) {
            probe(inverse);
        }
        double mean = 0;
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = Math.max(inverse[i], 0);
            mean += inverse[i] / inverse.length;
        }
        boolean known = mean > 0 && Double.isFinite(mean);
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = known ? 1 / Math.max(inverse[i], LEAST * mean) : 1;
        }
    }

    private void probe(double[] sum) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt() < 0 ? -1 : 1;
        }
        backend.write(numbers, 0, signs);
        curvature.product(signs, 0, product);
        backend.times(1, signs, product, 0, signs);
        backend.read(signs, numbers, 0);
        Vectors.addScaled(1.0 / probes, numbers, sum);
    }
}
