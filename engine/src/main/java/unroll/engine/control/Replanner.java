package unroll.engine.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Online trajectory optimisation: at each step {@link Ilqr} plans the rest of the movement anew, and the first command of the plan is given. It
 * begins at the state that is seen or, where that is some steps old, at what its own commands since would have made of it if nothing else acted.
 * Pushes that it cannot know of it answers too late and without end, for it never expects the next.
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
        List<double[]> given = new ArrayList<>();
        double[][][] plan = {new double[loop.cost().steps() - aim.from()][loop.outputs()]};
        return world.run(aim, (t, state) -> {
            states.add(state.clone());
            int seen = Math.max(0, t - late);
            double[] here = states.get(seen);
            for (int s = seen; s < t; s++) {
                here = planner.expect(here, given.get(s));
            }
            var left = new Ilqr.Aim(here, aim.goal(), aim.from() + t, nothing);
            double[][] found = planner.plan(left, plan[0], ITERATIONS).commands();
            plan[0] = Arrays.copyOfRange(found, 1, found.length);
            given.add(found[0]);
            return found[0];
        });
    }
}
