package unroll.engine.gradient;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;
import unroll.engine.model.Model;
import unroll.engine.rollout.Rollout;

/**
 * The gradient through time with a penalty on error signals that grow or shrink on their way back (Pascanu, Mikolov and Bengio
 * 2013, eq. 9-10): with {@code d_t = dL/dh_t} and what of it reaches the step before, {@code g_t = W_hh' (f' d_t)}, it adds
 * {@code weight sum_t (|g_t| / |d_t| - 1)^2} to the loss of each sequence.
 *
 * <p>As in the paper the gradient of the penalty is the immediate one, by {@code W_hh} alone with states and error signals held
 * fixed. Steps that no error reaches do not count.
 */
public final class VanishingGradientPenalty implements GradientMethod {
    private final Rollout rollout;
    private final Backend backend;
    private final Model.Recurrent recurrent;
    private final double weight;
    private final double[] error;
    private final double[] reached;
    private final Buffer pull;

    /**
     * @param recurrent where the network receives its own states
     * @param weight of the penalty
     */
    public VanishingGradientPenalty(Rollout rollout, Model.Recurrent recurrent, double weight) {
        this.rollout = rollout;
        this.recurrent = recurrent;
        this.weight = weight;
        backend = rollout.backend();
        Signal h = rollout.hidden();
        error = new double[h.value().size()];
        reached = new double[h.value().size()];
        pull = backend.allocate(h.value().rows(), h.width());
    }

    @Override
    public double gradient(double scale, int piece) {
        double loss = rollout.gradient(scale);
        backend.read(rollout.hidden().adjoint(), error, 0);
        backend.read(recurrent.before().adjoint(), reached, 0);
        int width = rollout.hidden().width();
        int rows = error.length / width;
        int first = rollout.graph().sequences(); // what reaches h_0 reaches no step
        double penalty = 0;
        for (int row = 0; row < rows; row++) {
            double d = row < first ? 0 : norm(error, row * width, width);
            double g = row < first ? 0 : norm(reached, row * width, width);
            double excess = d > 0 && g > 0 ? g / d - 1 : 0;
            penalty += excess * excess;
            double factor = excess == 0 ? 0 : 2 * excess / (d * g);
            for (int i = row * width; i < (row + 1) * width; i++) {
                reached[i] *= factor;
            }
        }
        backend.write(reached, 0, pull);
        backend.scale(weight * scale, pull);
        Buffer arrived = recurrent.drive().adjoint();
        backend.product(arrived, true, pull, false, 1, recurrent.weight().adjoint());
        return loss + weight * scale * penalty;
    }

    /** As costly as the gradient, and leaves it behind: the penalty is of the error signals. */
    @Override
    public double value(double scale, int piece) {
        return gradient(scale, piece);
    }

    private static double norm(double[] numbers, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += numbers[i] * numbers[i];
        }
        return Math.sqrt(sum);
    }
}
