package unroll.engine.control;

import java.util.Arrays;

/**
 * The iterative linear-quadratic regulator: the cheapest movement of a plant that knows all that will act on it (Li and Todorov 2004), by
 * Gauss-Newton steps on the commands, which a backward pass finds and a line search accepts.
 *
 * <p>The plant is linearised around a movement, {@code dx_t+1 = A dx_t + B du_t}, and backwards from the last step the cheapest commands are
 * {@code du_t = k_t + K_t dx_t} with, in terms of the value {@code V} of the steps after,
 * <pre>
 * Qu = alpha u + B'Vx,  Quu = alpha + B'(Vxx + mu) B,  Qux = B'(Vxx + mu) A,  k = -Quu^-1 Qu,  K = -Quu^-1 Qux
 * </pre>
 * One thread at a time.
 */
public final class Ilqr {
    /** Shares of a step that are tried; the first that lowers the cost is taken. */
    private static final double[] LINE = {1, 0.5, 0.25, 0.1, 0.03, 0.01};

    /** Of the cost: a smaller decrease ends it. */
    private static final double ENOUGH = 1e-12;

    /** Where mu begins, by how much it grows where no step helps and shrinks where one does, and where it gives up. */
    private static final double FIRST_MU = 1e-6;

    private static final double FACTOR = 4;
    private static final double LAST_MU = 1e9;

    private final TrackingCost cost;
    private final PlantStep step;
    private final GivenRow given;
    private final int n;
    private final int m;
    private final double[] row;
    private final double[] next;
    private final Backward backward;

    /** Movements of a loop's plant. */
    public Ilqr(ControlLoop loop) {
        cost = loop.cost();
        step = loop.step();
        given = loop.given();
        n = given.n();
        m = given.m();
        row = new double[n + m + given.width()];
        next = new double[n];
        backward = new Backward(n, m);
    }

    /**
     * What a plan is for.
     *
     * @param first the state that it begins with {@code [n]}
     * @param goal the state that it should reach {@code [n]}
     * @param from the step of the cost that is its first one, from 0
     * @param acting what will act, a {@link GivenRow} for each step of the cost; an empty one where nothing does
     */
    public record Aim(double[] first, double[] goal, int from, double[][] acting) {
        /** All of a movement in given surroundings, a {@link GivenRow} for each step. */
        public static Aim of(GivenRow row, double[][] given) {
            double[] first = Arrays.copyOfRange(given[0], row.first(), row.first() + row.n());
            double[] goal = Arrays.copyOfRange(given[0], row.goal(), row.goal() + row.n());
            return new Aim(first, goal, 0, given);
        }
    }

    /**
     * The cheapest movement, from commands on that do nothing.
     *
     * @param most iterations
     */
    public Movement plan(Aim aim, int most) {
        return plan(aim, new double[cost.steps() - aim.from][m], most);
    }

    /**
     * The same, beginning with some commands; where these lead out of the finite numbers, with such as cancel what acts.
     *
     * @param start a row for each of the steps that are left
     */
    public Movement plan(Aim aim, double[][] start, int most) {
        Movement best = follow(aim, start);
        if (!Double.isFinite(best.cost())) {
            best = follow(aim, cancelling(aim));
        }
        double mu = 0;
        int made = 0;
        while (made < most && mu < LAST_MU && Double.isFinite(best.cost())) {
            made++;
            Movement better = linearise(aim, best, mu) ? search(aim, best) : best;
            if (better.cost() >= best.cost()) {
                mu = Math.max(FACTOR * mu, FIRST_MU);
                if (backward.expected <= ENOUGH * best.cost()) {
                    break; // nothing is left but rounding
                }
                continue;
            }
            mu = mu < FIRST_MU ? 0 : mu / FACTOR;
            boolean enough = best.cost() - better.cost() < ENOUGH * best.cost();
            best = better;
            if (enough) {
                break;
            }
        }
        return new Movement(best.states(), best.commands(), best.cost(), made);
    }

    private double[] acting(Aim aim, int t) {
        return aim.acting[aim.from + t];
    }

    private double[][] cancelling(Aim aim) {
        double[][] commands = new double[cost.steps() - aim.from][m];
        for (int t = 0; t < commands.length; t++) {
            double[] acts = acting(aim, t);
            for (int i = 0; i < m && acts.length > 0; i++) {
                commands[t][i] = -acts[given.disturbance() + i] / (1 + acts[given.noise() + i]);
            }
        }
        return commands;
    }

    private void arrange(double[] state, double[] commands, double[] acts) {
        System.arraycopy(state, 0, row, 0, n);
        System.arraycopy(commands, 0, row, n, m);
        if (acts.length == 0) {
            Arrays.fill(row, n + m, row.length, 0);
        } else {
            System.arraycopy(acts, 0, row, n + m, acts.length);
        }
    }

    /** The movement that these commands make. */
    private Movement follow(Aim aim, double[][] commands) {
        return run(aim, (t, state) -> commands[t]);
    }

    /** Commands for a step of a movement under way. */
    @FunctionalInterface
    interface Policy {
        double[] commands(int t, double[] state);
    }

    /** The movement that a policy makes. */
    Movement run(Aim aim, Policy policy) {
        int steps = cost.steps() - aim.from;
        double[][] states = new double[steps + 1][];
        double[][] commands = new double[steps][];
        states[0] = aim.first.clone();
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            commands[t] = policy.commands(t, states[t]).clone();
            arrange(states[t], commands[t], acting(aim, t));
            step.value(row, next);
            states[t + 1] = next.clone();
            double[] weights = cost.at(aim.from + t);
            for (int i = 0; i < n; i++) {
                double miss = next[i] - aim.goal[i];
                sum += weights[i] == 0 ? 0 : weights[i] * miss * miss / 2;
            }
            for (int i = 0; i < m; i++) {
                sum += weights[n + i] * commands[t][i] * commands[t][i] / 2;
            }
        }
        boolean finite = Double.isFinite(sum) && Arrays.stream(states[steps]).allMatch(Double::isFinite);
        return new Movement(states, commands, finite ? sum : Double.POSITIVE_INFINITY, 0);
    }

    /** The state after a command if nothing else acts. */
    double[] expect(double[] state, double[] commands) {
        arrange(state, commands, new double[0]);
        step.value(row, next);
        return next.clone();
    }

    /** The backward pass around a movement; false where the commands' curvature is not positive. */
    private boolean linearise(Aim aim, Movement movement, double mu) {
        int steps = movement.commands().length;
        backward.begin(steps);
        for (int t = steps - 1; t >= 0; t--) {
            double[] weights = cost.at(aim.from + t);
            backward.add(weights, movement.states()[t + 1], aim.goal);
            arrange(movement.states()[t], movement.commands()[t], acting(aim, t));
            step.jacobian(row, backward.jacobian);
            if (!backward.step(t, weights, movement.commands()[t], mu)) {
                return false;
            }
        }
        return true;
    }

    private Movement search(Aim aim, Movement from) {
        for (double share : LINE) {
            Movement tried = run(aim, (t, state) -> backward.commands(t, share, state, from));
            if (tried.cost() < from.cost()) {
                return tried;
            }
        }
        return from;
    }
}
