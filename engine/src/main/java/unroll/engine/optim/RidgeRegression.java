package unroll.engine.optim;

import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Regression;
import unroll.engine.setting.Schedule;

/**
 * Solves {@code (X'DX + lambda n I) W = X'DY} over the n sequences seen so far. What it carries is n and the sums
 * {@code X'DX, X'DY}, and they are rounded to what it can carry before they are used: a resumed run has the same.
 */
final class RidgeRegression implements Optimiser {
    private static final Optional<String> SINGULAR =
            Optional.of("the states of the counted steps do not determine the read-out; raise the ridge or shorten the"
                    + " wash-out, then go on.");

    private final Objective objective;
    private final Backend backend;
    private final LossFunction loss;
    private final Regression regression;
    private final Schedule strength;
    private final int sequences;
    private final int features;
    private final int outputs;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final DMatrixRMaj left;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;
    private final double[] batch;
    private final double[] total;
    private final DoubleDouble carried;
    private final DoubleDouble next;
    private final Step report = new Step();

    RidgeRegression(Objective objective, int washOut, Schedule strength) {
        this.objective = objective;
        this.strength = strength;
        backend = objective.backend();
        sequences = objective.whole().sequences();
        regression = objective.whole().regression(washOut).require("ridge regression");
        loss = objective.whole().loss().require("ridge regression");
        features = regression.features();
        outputs = regression.outputs();
        solver = LinearSolverFactory_DDRM.symmPosDef(features);
        left = new DMatrixRMaj(features, features);
        right = new DMatrixRMaj(features, outputs);
        solution = new DMatrixRMaj(features, outputs);
        batch = new double[features * (features + outputs)];
        total = new double[1 + batch.length];
        carried = new DoubleDouble(backend, total.length);
        next = new DoubleDouble(backend, total.length);
    }

    /** The gradient's norm is that of the batch's loss by the read-out, without the ridge and the steps washed out. */
    @Override
    public Step step(Buffer theta, long update) {
        objective.draw(update);
        double before = loss.at(theta);
        regression.gather(batch);
        report.set(before, gradientNorm(theta), 1, 0, false);
        if (!report.finite()) {
            return report;
        }
        carried.read(total);
        total[0] += sequences;
        for (int i = 0; i < batch.length; i++) {
            total[1 + i] += batch[i];
        }
        next.write(total);
        next.read(total);
        if (solve(strength.at(update) * total[0])) {
            backend.copy(next.buffer(), carried.buffer());
            regression.write(solution.data, theta);
        } else {
            report.refuse(SINGULAR);
        }
        return report;
    }

    /** {@code |X'D (X W - Y)| / B} of the batch at the parameters' own W. */
    private double gradientNorm(Buffer theta) {
        regression.read(theta, solution.data);
        double sum = 0;
        int width = features + outputs;
        for (int i = 0; i < features; i++) {
            for (int o = 0; o < outputs; o++) {
                double g = -batch[i * width + features + o];
                for (int j = 0; j < features; j++) {
                    g += batch[i * width + j] * solution.data[j * outputs + o];
                }
                sum += g * g;
            }
        }
        return Math.sqrt(sum) / sequences;
    }

    /** Solves for the totals; false where they do not determine a solution in numbers. */
    private boolean solve(double ridge) {
        int width = features + outputs;
        for (int i = 0; i < features; i++) {
            System.arraycopy(total, 1 + i * width, left.data, i * features, features);
            System.arraycopy(total, 1 + i * width + features, right.data, i * outputs, outputs);
            boolean held = i < features - 1 || !regression.constant();
            left.data[i * features + i] += held ? ridge : 0;
        }
        if (!solver.setA(left)) {
            return false;
        }
        solver.solve(right, solution);
        for (double coefficient : solution.data) {
            if (!(Math.abs(coefficient) <= Float.MAX_VALUE)) { // any backend can hold it
                return false;
            }
        }
        return true;
    }

    @Override
    public Map<String, Buffer> state() {
        return Map.of("sums", carried.buffer());
    }
}
