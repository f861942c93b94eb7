package unroll.engine.task;

import java.util.Arrays;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.GivenRow;
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
 * Holding still against a constant push that nobody tells of (thesis sec. 6.3.2): nine postures, eight pushes at each. The
 * first half of the state's numbers, such as angles, count at each step, the others, their speeds, from the second half on.
 *
 * @param plant what holds still
 * @param spacing of the places of its tip, a grid of three by three, m
 * @param push in the unit of commands
 * @param delay steps after which the state is seen
 * @param length T
 * @param dt seconds of a step
 * @param integrator how a step is computed
 * @param effort alpha
 * @param relative how the network receives the goal
 */
@Kind(
        name = "postural",
        label = "Holding against a push",
        help = "Keep an arm in its posture while something pushes it that is seen 100 ms late (thesis sec. 6.3.2).",
        formula = "½ Σ |q_t - q*|² + ½ Σ_{t > T/2} |q'_t|² + ½ α Σ |u_t|²",
        source = "thesis eq. 6.5")
public record Holding(
        @What(initial = "{\"kind\": \"monkey-arm\", \"friction\": 0.003, \"coupling\": 0.0015}")
        PlantSettings plant,

        @Setting(
                label = "Spacing",
                help = "Between the nine places of the hand.",
                unit = "m",
                initial = "0.04",
                min = 0,
                max = 100)
        double spacing,

        @Setting(
                label = "Push",
                help = "How strong the eight pushes are, in the unit of the torques.",
                initial = "0.08",
                min = 0,
                max = 1e6)
        double push,

        @Late(initial = "10") int delay,
        @MovementLength(initial = "100") int length,
        @StepTime double dt,
        @Integration Integrator integrator,
        @Effort(initial = "1e-8") double effort,
        @RelativeGoal(initial = "true") boolean relative)
        implements ControlSettings {
    /** Pushes, in equal angles. */
    private static final int PUSHES = 8;

    public Holding {
        if (!(spacing >= 0) || !(push >= 0) || delay < 0 || length < 2) {
            throw new SettingsException(
                    "",
                    "nothing holds still for " + length + " steps at places " + spacing + " m apart against " + push
                            + ", seen " + delay + " steps late");
        }
        postures(plant.plant(), spacing); // which may be out of reach
    }

    private static double[][] postures(Plant held, double spacing) {
        double[] middle = held.tip(held.home(), 0);
        double[][] postures = new double[9][held.width()];
        for (int i = 0; i < 9; i++) {
            ControlTask.place(
                    held, middle[0] + (i / 3 - 1) * spacing, middle[1] + (i % 3 - 1) * spacing, postures[i], "spacing");
        }
        return postures;
    }

    @Override
    public Task open() {
        Plant held = plant.plant();
        int n = held.width();
        double[][] postures = postures(held, spacing);
        double[][] pushes = new double[PUSHES][held.forces()];
        for (int k = 0; k < PUSHES; k++) {
            for (int i = 0; i < pushes[k].length; i++) {
                pushes[k][i] = push * Math.cos(2 * Math.PI * k / PUSHES - i * Math.PI / 2);
            }
        }
        int[] from = new int[n];
        Arrays.fill(from, 0, n / 2, 1);
        Arrays.fill(from, n / 2, n, length / 2 + 1);
        return new ControlTask(
                new ControlLoop(
                        held,
                        integrator,
                        dt,
                        TrackingCost.from(length, from, 1, effort, held.forces()),
                        delay,
                        delay,
                        relative),
                new Pushes(GivenRow.of(held), postures, pushes));
    }

    private record Pushes(GivenRow row, double[][] postures, double[][] pushes) implements Trials {
        @Override
        public int count() {
            return postures.length * pushes.length;
        }

        @Override
        public void draw(Philox random, Batch batch, int b) {
            int number = (int) Math.floorMod(random.index(), (long) count());
            double[] posture = postures[number / pushes.length];
            double[] push = pushes[number % pushes.length];
            int at = batch.inputAt(0, b);
            System.arraycopy(posture, 0, batch.input(), at + row.first(), row.n());
            System.arraycopy(posture, 0, batch.input(), at + row.goal(), row.n());
            for (int t = 0; t < batch.steps(); t++) {
                System.arraycopy(push, 0, batch.input(), batch.inputAt(t, b) + row.disturbance(), row.m());
            }
        }
    }
}
