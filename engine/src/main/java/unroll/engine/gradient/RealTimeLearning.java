package unroll.engine.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.engine.backend.Backend;
import unroll.engine.rollout.Rollout;

/**
 * Real-time recurrent learning, sequence by sequence: with {@code S_t = ds_t/dtheta}, n x P, each step makes
 * {@code S_t = sum_k A_t,k S_t-k + B_t} from the derivatives of that step alone, and the loss at step t adds
 * {@code dL_t/dtheta + sum_k (dL_t/ds_t-k) S_t-k} to the gradient.
 */
final class RealTimeLearning implements GradientMethod {
    private final Rollout all;
    private final Rollout single;
    private final Backend backend;
    private final StepJacobian step;
    private final double[] gradient;
    private final List<double[][]> sensitivities = new ArrayList<>();

    /**
     * @param all the sequences
     * @param single the same network over one sequence, with the same parameters
     */
    RealTimeLearning(Rollout all, Rollout single) {
        this.all = all;
        this.single = single;
        backend = single.backend();
        step = new StepJacobian(single);
        gradient = new double[single.parameters().value().size()];
    }

    @Override
    public double gradient(double scale, int piece) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int b = 0; b < all.graph().sequences(); b++) {
            single.take(all, b);
            loss += single.value(scale);
            forwards();
        }
        backend.write(gradient, 0, single.parameters().gradient());
        return loss;
    }

    @Override
    public double value(double scale, int piece) {
        return all.value(scale);
    }

    private void forwards() {
        int n = step.size();
        sensitivities.clear(); // the latest comes first
        for (int k = 0; k < step.lags(); k++) {
            sensitivities.add(new double[n][gradient.length]);
        }
        for (int t = 0; t < single.graph().steps(); t++) {
            if (t >= single.begin()) {
                step.loss(t, (i, row) -> add(1, row, gradient), through(new double[][] {gradient}));
            }
            double[][] next = new double[n][gradient.length];
            step.rows(t, (i, row) -> add(1, row, next[i]), through(next));
            sensitivities.addFirst(next);
            sensitivities.removeLast();
        }
    }

    /** For each lag, what adds a row's product with the sensitivities of that lag to the same row of {@code sum}. */
    private List<StepJacobian.RowConsumer> through(double[][] sum) {
        List<StepJacobian.RowConsumer> rows = new ArrayList<>();
        for (double[][] earlier : sensitivities) {
            rows.add((i, row) -> {
                for (int j = 0; j < row.length; j++) {
                    add(row[j], earlier[j], sum[i]);
                }
            });
        }
        return rows;
    }

    private static void add(double alpha, double[] x, double[] y) {
        for (int i = 0; i < y.length && alpha != 0; i++) {
            y[i] += alpha * x[i];
        }
    }
}
