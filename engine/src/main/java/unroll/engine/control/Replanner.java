package unroll.engine.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Online trajectory optimisation: at each step {@link Ilqr} plans the rest of the movement anew from the state that is seen, as if it were the present
 * one and nothing acted, and the first command of the plan is given. Where it sees late it overshoots.
 */
public final class Replanner {
    /** Of a plan that begins with the rest of the one before. */
    private static final int ITERATIONS = 5;

    private final Ilqr planner;
    private final Ilqr world;
    private final ControlLoop loop;

    /** Movements of a loop's plant. */
    public Replanner(ControlLoop loop) {
        this.loop = loop;
        planner = new Ilqr(loop);
        world = new Ilqr(loop);
    }

    /** The movement, where what acts is not known beforehand; {@code late} steps pass before a state is seen. */
    public Movement move(Ilqr.Aim aim, int late) {
        double[][] nothing = new double[loop.cost().steps()][0];
        List<double[]> states = new ArrayList<>();
        double[][] rest = new double[loop.cost().steps() - aim.from()][loop.outputs()];
        double[][][] plan = {rest};
        return world.run(aim, (t, state) -> {
            states.add(state.clone());
            double[] seen = states.get(Math.max(0, t - late));
            var left = new Ilqr.Aim(seen, aim.goal(), aim.from() + t, nothing);
            double[][] found = planner.plan(left, plan[0], ITERATIONS).commands();
            plan[0] = Arrays.copyOfRange(found, 1, found.length);
            return found[0];
        });
    }
}
