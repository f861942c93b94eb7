package unroll.engine.task;

import unroll.engine.control.ControlLoop;
import unroll.engine.control.Ilqr;
import unroll.engine.control.Movement;
import unroll.engine.control.Replanner;

/** Movements that are planned anew at each step from what is seen, by one who does not know what acts. */
final class ReplannedMovement extends PlanningBaseline {
    private final Replanner replanner;

    ReplannedMovement(ControlLoop loop) {
        super(loop);
        replanner = new Replanner(loop);
    }

    @Override
    public String name() {
        return "iLQR, replanned";
    }

    @Override
    Movement move(Ilqr.Aim aim, int late) {
        return replanner.move(aim, late);
    }
}
