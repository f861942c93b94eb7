package unroll.engine.task;

import java.util.Arrays;
import unroll.engine.baseline.Baseline;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.GivenRow;
import unroll.engine.control.Ilqr;
import unroll.engine.control.Movement;
import unroll.engine.sequence.Batch;

/** Movements that are planned one by one, where a network learned them all. */
abstract class PlanningBaseline implements Baseline {
    final ControlLoop loop;

    PlanningBaseline(ControlLoop loop) {
        this.loop = loop;
    }

    /** Learns nothing. */
    @Override
    public final void fit(Batch training) {}

    /** The movement to a goal, seen {@code late} steps late. */
    abstract Movement move(Ilqr.Aim aim, int late);

    @Override
    public final double[] predict(Batch batch) {
        GivenRow row = loop.given();
        double[] rows = new double[batch.target().length];
        for (int b = 0; b < batch.sequences(); b++) {
            double[][] acting = new double[batch.steps()][];
            for (int t = 0; t < acting.length; t++) {
                int at = batch.inputAt(t, b);
                acting[t] = Arrays.copyOfRange(batch.input(), at, at + row.width());
            }
            Movement made = move(Ilqr.Aim.of(row, acting), (int) acting[0][row.delay()]);
            for (int t = 0; t < acting.length; t++) {
                int at = batch.targetAt(t, b);
                System.arraycopy(made.states()[t + 1], 0, rows, at, row.n());
                System.arraycopy(made.commands()[t], 0, rows, at + row.n(), row.m());
            }
        }
        return rows;
    }
}
