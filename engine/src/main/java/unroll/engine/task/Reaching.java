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
 * Reaches from any place to any other, seen late, while something pushes from some step of the first half on and commands are noisy
 * (thesis sec. 6.3.3). Without pushes and noise it is its task with delays only, without noise that with delays and disturbances.
 *
 * @param plant what reaches
 * @param box half the side of the square in which places are drawn, m
 * @param delay steps after which the state is seen, at least
 * @param longestDelay and at most; each movement has one of its own
 * @param disturbance deviation of the push, in the unit of commands
 * @param noise deviation of the noise of commands, as a share of them
 * @param stateNoise deviation of the noise that is added to the state at each step, in units of what is typical of its numbers
 * @param hold steps at the end at which the state counts, their mean
 * @param length T
 * @param dt seconds of a step
 * @param integrator how a step is computed
 * @param effort alpha
 * @param relative how the network receives the goal
 */
@Kind(
        name = "reaching",
        label = "Reaching anywhere",
        help = "Reach from anywhere to anywhere, while what the arm does is seen 70 ms late, something begins to push"
                + " it, and its commands are noisy (thesis sec. 6.3.3).",
        formula = "x_t+1 = f(x_t, u_t (1 + ξ_t) + d_t) + ξ'_t",
        source = "thesis sec. 6.5")
public record Reaching(
        @What PlantSettings plant,

        @Setting(
                label = "Box",
                help = "How far from the middle the hand begins and ends, to each side.",
                unit = "m",
                initial = "0.06",
                min = 1e-6,
                max = 100)
        double box,

        @Late(initial = "7", help = "How many steps late the network sees the state, at least.")
        int delay,

        @Late(
                label = "Longest delay",
                initial = "7",
                help = "How many steps late at most: each movement has a delay of its own, so that the network can"
                        + " cope with any of them.")
        int longestDelay,

        @Setting(
                label = "Disturbance",
                help = "Deviation of the push, which begins at some step of the first half and stays; 0 for none.",
                initial = "0.2",
                min = 0,
                max = 1e6)
        double disturbance,

        @Setting(
                label = "Noise",
                help = "Deviation of the noise of the commands, as a share of them: strong torques are inexact ones."
                        + " 0 for none.",
                initial = "0.1",
                min = 0,
                max = 10)
        double noise,

        @Setting(
                label = "State noise",
                help = "Deviation of the noise that is added to the state at each step, as a share of what is usual.",
                initial = "0",
                min = 0,
                max = 10)
        double stateNoise,

        @Setting(
                label = "Arrive",
                help = "At how many steps at the end the hand should be there, at rest: 1 as in the thesis, many for"
                        + " a network that is to hold what it has reached.",
                unit = "steps",
                initial = "1",
                min = 1,
                max = 2000)
        int hold,

        @MovementLength(initial = "60") int length,
        @StepTime double dt,
        @Integration Integrator integrator,
        @Effort(initial = "1e-6") double effort,
        @RelativeGoal(initial = "false") boolean relative)
        implements ControlSettings {
    /** Places along a side of the box that are tried beforehand. */
    private static final int TRIED = 21;

    public Reaching {
        if (delay < 0 || longestDelay < delay) {
            throw new SettingsException(
                    "", "a longest delay of " + longestDelay + " is less than the delay of " + delay + "; take more");
        }
        if (length < 2 || hold < 1 || hold > length) {
            throw new SettingsException(
                    "", "of " + length + " steps the last " + hold + " cannot count; take 1 to " + length);
        }
        if (!(box > 0) || !(disturbance >= 0) || !(noise >= 0) || !(stateNoise >= 0)) {
            throw new SettingsException("", "a box, a disturbance and noise are not below 0");
        }
        survey(plant.plant(), box);
    }

    /** Tries places all over the box. */
    private static void survey(Plant moved, double box) {
        double[] middle = moved.tip(moved.home(), 0);
        double[] state = new double[moved.width()];
        for (int i = 0; i < TRIED; i++) {
            for (int j = 0; j < TRIED; j++) {
                double x = middle[0] + box * (2.0 * i / (TRIED - 1) - 1);
                double y = middle[1] + box * (2.0 * j / (TRIED - 1) - 1);
                ControlTask.place(moved, x, y, state, "box");
            }
        }
    }

    @Override
    public Task open() {
        Plant moved = plant.plant();
        int n = moved.width();
        double[] middle = moved.tip(moved.home(), 0);
        int[] last = new int[n];
        Arrays.fill(last, length - hold + 1);
        TrackingCost cost = TrackingCost.from(length, last, 1.0 / hold, effort, moved.forces());
        double[] deviations = moved.states().stream()
                .mapToDouble(each -> stateNoise * each.typical())
                .toArray();
        return new ControlTask(
                new ControlLoop(moved, integrator, dt, cost, delay, longestDelay, relative),
                new Anywhere(this, moved, GivenRow.of(moved), middle, deviations));
    }

    private record Anywhere(Reaching settings, Plant moved, GivenRow row, double[] middle, double[] deviations)
            implements Trials {
        @Override
        public int count() {
            return ENDLESS;
        }

        @Override
        public void draw(Philox random, Batch batch, int b) {
            double[] input = batch.input();
            int at = batch.inputAt(0, b);
            place(random, input, at + row.first());
            place(random, input, at + row.goal());
            input[at + row.delay()] = random.integer(settings.delay, settings.longestDelay);
            int onset = random.integer(0, Math.max(0, batch.steps() / 2 - 1));
            for (int i = 0; i < row.m(); i++) {
                double push = settings.disturbance * random.gaussian();
                for (int t = onset; t < batch.steps(); t++) {
                    input[batch.inputAt(t, b) + row.disturbance() + i] = push;
                }
            }
            for (int t = 0; t < batch.steps(); t++) {
                for (int i = 0; i < row.m(); i++) {
                    input[batch.inputAt(t, b) + row.noise() + i] = settings.noise * random.gaussian();
                }
                for (int i = 0; i < row.n(); i++) {
                    input[batch.inputAt(t, b) + row.stateNoise() + i] = deviations[i] * random.gaussian();
                }
            }
        }

        private void place(Philox random, double[] input, int at) {
            boolean there = false;
            while (!there) {
                double x = middle[0] + random.uniform(-settings.box, settings.box);
                double y = middle[1] + random.uniform(-settings.box, settings.box);
                there = moved.rest(x, y, input, at);
            }
        }
    }
}
