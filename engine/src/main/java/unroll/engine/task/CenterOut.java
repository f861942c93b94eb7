package unroll.engine.task;

import java.util.Arrays;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.Integrator;
import unroll.engine.control.Plant;
import unroll.engine.control.PlantSettings;
import unroll.engine.control.TrackingCost;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Reaches from the middle of a circle to places on it, all at the same distance (thesis sec. 6.3.1): what counts is the state after the
 * last step, which should be at the target and at rest, and the effort. There are so many reaches and no others, to learn from and to
 * test on.
 *
 * @param plant what reaches
 * @param radius of the circle, m
 * @param reaches places on it
 * @param length T
 * @param dt seconds of a step
 * @param integrator how a step is computed
 * @param effort alpha
 * @param relative how the network receives the goal
 */
@Kind(
        name = "center-out",
        label = "Center-out reaching",
        help = "Move an arm's hand from the middle of a circle to places on it, in 0.4 s and with little effort"
                + " (thesis sec. 6.3.1).",
        formula = "½|x_T - x*|² + ½ α Σ |u_t|²",
        source = "thesis eq. 6.5")
public record CenterOut(
        @What PlantSettings plant,

        @Setting(
                label = "Radius",
                help = "How far the hand reaches. With 0.0321 the arm of the monkey has the thesis' loss, with 0.0331"
                        + " that of the human.",
                unit = "m",
                initial = "0.0321",
                min = 1e-6,
                max = 100)
        double radius,

        @Setting(label = "Reaches", help = "Places on the circle.", initial = "64", min = 1, max = 10_000)
        int reaches,

        @MovementLength(initial = "40") int length,
        @StepTime double dt,
        @Integration Integrator integrator,
        @Effort(initial = "1e-4") double effort,
        @RelativeGoal(initial = "false") boolean relative)
        implements ControlSettings {

    public CenterOut {
        if (!(radius > 0) || reaches < 1 || length < 2) {
            throw new SettingsException(
                    "", reaches + " reaches of " + radius + " m in " + length + " steps are no movements; take more");
        }
        goals(plant.plant(), radius, reaches); // which may be out of reach
    }

    /** The states at rest on the circle. */
    private static double[][] goals(Plant moved, double radius, int reaches) {
        double[][] goals = new double[reaches][moved.width()];
        double[] middle = moved.tip(moved.home(), 0);
        for (int r = 0; r < reaches; r++) {
            double angle = 2 * Math.PI * r / reaches;
            ControlTask.place(
                    moved,
                    middle[0] + radius * Math.cos(angle),
                    middle[1] + radius * Math.sin(angle),
                    goals[r],
                    "radius");
        }
        return goals;
    }

    @Override
    public Task open() {
        Plant moved = plant.plant();
        int n = moved.width();
        int[] last = new int[n];
        Arrays.fill(last, length);
        TrackingCost cost = TrackingCost.from(length, last, 1, effort, moved.forces());
        return new ControlTask(
                new ControlLoop(moved, integrator, dt, cost, 0, 0, relative),
                new Circle(moved.home(), goals(moved, radius, reaches)));
    }

    private record Circle(double[] first, double[][] goals) implements Trials {
        @Override
        public int count() {
            return goals.length;
        }

        @Override
        public void draw(Philox random, Batch batch, int b) {
            double[] goal = goals[Math.floorMod(random.index(), goals.length)];
            System.arraycopy(first, 0, batch.input(), batch.inputAt(0, b), first.length);
            System.arraycopy(goal, 0, batch.input(), batch.inputAt(0, b) + first.length, first.length);
        }
    }
}
