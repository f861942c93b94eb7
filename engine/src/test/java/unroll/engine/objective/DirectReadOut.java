package unroll.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/**
 * The least-squares solution of {@code [X; sqrt(lambda n) I] W = [Y; 0]} by a QR decomposition, with no normal equations, on
 * states of the reference backend.
 */
final class DirectReadOut {
    private DirectReadOut() {}

    /** {@code theta} with the best read-out for the first {@code sequences} that are drawn. */
    static double[] of(Model model, double[] theta, long seed, int sequences, double strength, int washOut) {
        NoiseTask task = new NoiseTask();
        Batch drawn = task.batch(sequences);
        for (int b = 0; b < sequences; b++) {
            task.draw(
                    Split.TRAIN,
                    new Philox(seed, Purpose.TRAINING_DATA).restart(seed, Purpose.TRAINING_DATA, b),
                    drawn,
                    b);
        }
        Backend exact = new ReferenceBackend();
        Parameters parameters = Parameters.of(model.layout(), exact);
        exact.write(theta, 0, parameters.value());
        Rollout rollout = new Rollout(
                exact,
                model,
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(NoiseTask.STEPS, sequences, NoiseTask.INPUTS, false));
        rollout.load(drawn.input(), drawn.target(), drawn.weight());
        rollout.graph().forward();
        double[] h = new double[rollout.hidden().value().size()];
        exact.read(rollout.hidden().value(), h, 0);
        return solve(model.layout(), theta, drawn, h, strength * sequences, washOut);
    }

    private static double[] solve(Layout layout, double[] theta, Batch drawn, double[] h, double lambda, int washOut) {
        Slot fromHidden = layout.slot("W_oh");
        int units = fromHidden.columns();
        boolean receivesInput =
                layout.slots().stream().anyMatch(slot -> slot.name().equals("W_ov"));
        int inputs = receivesInput ? NoiseTask.INPUTS : 0;
        int features = units + inputs + 1;
        int rows = drawn.steps() * drawn.sequences();
        DMatrixRMaj x = new DMatrixRMaj(rows + features, features);
        DMatrixRMaj y = new DMatrixRMaj(rows + features, NoiseTask.OUTPUTS);
        for (int r = washOut * drawn.sequences(); r < rows; r++) {
            double weight = drawn.weight()[r]; // 0 or 1
            for (int i = 0; i < units; i++) {
                x.set(r, i, weight * h[r * units + i]);
            }
            for (int i = 0; i < inputs; i++) {
                x.set(r, units + i, weight * drawn.input()[r * inputs + i]);
            }
            x.set(r, features - 1, weight);
            for (int o = 0; o < NoiseTask.OUTPUTS; o++) {
                y.set(r, o, weight * drawn.target()[r * NoiseTask.OUTPUTS + o]);
            }
        }
        for (int i = 0; i < features - 1; i++) {
            x.set(rows + i, i, Math.sqrt(lambda));
        }
        var qr = LinearSolverFactory_DDRM.qr(rows + features, features);
        assertThat(qr.setA(x)).isTrue();
        DMatrixRMaj w = new DMatrixRMaj(features, NoiseTask.OUTPUTS);
        qr.solve(y, w);
        double[] solved = theta.clone();
        for (int o = 0; o < NoiseTask.OUTPUTS; o++) {
            for (int i = 0; i < units; i++) {
                solved[fromHidden.offset() + o * units + i] = w.get(i, o);
            }
            for (int i = 0; i < inputs; i++) {
                solved[layout.slot("W_ov").offset() + o * inputs + i] = w.get(units + i, o);
            }
            solved[layout.slot("b_o").offset() + o] = w.get(features - 1, o);
        }
        return solved;
    }
}
