package unroll.engine.control;

import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.setting.SettingsException;

/**
 * A network around a plant: at each step it receives the plant's state as it was some steps ago and a goal, and its outputs are the
 * plant's commands (thesis sec. 6.1).
 *
 * <p>The network receives numbers of size 1: {@code [s (x - home), s (x* - home)]}, or {@code s (x* - x)} in the second place where goals
 * are relative, with s one over what is typical of each number; its outputs are commands in units of what is typical of these. What is given
 * at each step is a {@link GivenRow}; what is computed, and judged by the cost, the row {@code [x_t+1 u_t]}.
 *
 * @param plant what is controlled
 * @param integrator how it moves in a step
 * @param dt seconds of a step
 * @param cost what a movement costs
 * @param shortest steps after which the network sees the state, at least
 * @param longest and at most: which it is, is given; at any one of them where both are the same
 * @param relative whether the network receives how far the goal is from what it sees, and not where it is
 */
public record ControlLoop(
        Plant plant, Integrator integrator, double dt, TrackingCost cost, int shortest, int longest, boolean relative) {
    public ControlLoop {
        if (!(dt > 0) || shortest < 0 || longest < shortest) {
            throw new IllegalArgumentException(
                    "steps of " + dt + " s, seen " + shortest + " to " + longest + " steps late");
        }
    }

    /** Numbers that the network receives, 2 n. */
    public int inputs() {
        return 2 * plant.width();
    }

    /** Numbers that it predicts: the commands, m. */
    public int outputs() {
        return plant.forces();
    }

    /** What is given at each step. */
    public GivenRow given() {
        return GivenRow.of(plant);
    }

    /** Numbers of the row that is computed at each step, n + m. */
    public int width() {
        return plant.width() + plant.forces();
    }

    /** How far the tip is from its goal, in metres, in rows that begin at {@code at} in both arrays. */
    public double missed(double[] rows, double[] goals, int at) {
        double[] there = plant.tip(rows, at);
        double[] goal = plant.tip(goals, at);
        return Math.hypot(there[0] - goal[0], there[1] - goal[1]);
    }

    /**
     * A network in the loop, as a model of what is given and computed.
     *
     * @throws SettingsException where such a network cannot control
     */
    public Model closedBy(ModelSettings network) {
        if (network.firstPrediction() > 0) {
            throw new SettingsException(
                    "model",
                    "it only reads for " + network.firstPrediction()
                            + " steps, and nothing would hold " + plant.name()
                            + "; choose a model that predicts from the first step on");
        }
        if (network.only().isPresent()) {
            throw new SettingsException(
                    "model", "a Boltzmann machine predicts what it learned to see, no commands; choose another model");
        }
        return new ClosedModel(network.model(inputs(), outputs()), this);
    }

    /** The same loop around another plant of as many numbers, which is seen some steps late. */
    public ControlLoop around(Plant other, int least, int most) {
        return new ControlLoop(other, integrator, dt, cost, least, most, relative);
    }

    /**
     * The network of a model that another loop has closed, in this one: its parameters mean the same.
     *
     * @throws IllegalArgumentException where no loop of as many numbers has closed it
     */
    public Model takeOver(Model closed) {
        if (closed.trainingAll() instanceof ClosedModel(Model network, ControlLoop before)
                && before.inputs() == inputs()
                && before.outputs() == outputs()) {
            return new ClosedModel(network, this);
        }
        throw new IllegalArgumentException(
                "no loop of " + inputs() + " numbers in and " + outputs() + " out has closed this model");
    }

    /** How a number of the state becomes one that the network receives: {@code scale [n]}. */
    double[] scale() {
        return plant.states().stream().mapToDouble(state -> 1 / state.typical()).toArray();
    }

    /** What a step of the plant in its surroundings is; each user needs its own. */
    PlantStep step() {
        return new PlantStep(plant, integrator, dt);
    }

    /** Commands that outputs of 1 are, {@code [m]}. */
    double[] commands() {
        return plant.commands().stream().mapToDouble(Quantity::typical).toArray();
    }
}
