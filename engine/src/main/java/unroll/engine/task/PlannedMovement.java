package unroll.engine.task;

import unroll.engine.control.ControlLoop;
import unroll.engine.control.Ilqr;
import unroll.engine.control.Movement;

/** The cheapest movement for one who knows beforehand all that will act: what no network can beat. */
final class PlannedMovement extends PlanningBaseline {
    /** Reaches take five to nine. */
    private static final int ITERATIONS = 200;

    private final Ilqr ilqr;

    PlannedMovement(ControlLoop loop) {
        super(loop);
        ilqr = new Ilqr(loop);
    }

    @Override
    public String name() {
        return "iLQR";
    }

    @Override
    Movement move(Ilqr.Aim aim, int late) {
        return ilqr.plan(aim, ITERATIONS);
    }
}
