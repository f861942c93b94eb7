package unroll.engine.probe;

import java.util.Arrays;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.GivenRow;
import unroll.engine.control.Plant;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Predictor;
import unroll.engine.problem.Problem;
import unroll.engine.rollout.Stepper;
import unroll.engine.rollout.Stepper.NetworkState;
import unroll.engine.rollout.Stepper.Transition;

/**
 * What a network controls, moved on step by step without end while somebody leads it, pushes it and loads it: a network of its own on the
 * processor, in double precision. Nothing is noisy. One thread at a time.
 */
public final class LiveMovement {
    /** The longest delay that can be chosen, in steps, unless the task has a longer one. */
    private static final int LONGEST = 20;

    private final Problem problem;
    private final ControlLoop learned;
    private final ControlLoop loop;
    private final GivenRow row;
    private final Backend backend = CpuBackend.of(Precision.DOUBLE);
    private final Parameters parameters;
    private Optional<Prepared> prepared = Optional.empty();

    /** A network that can be stepped with a weight at the tip, of movements that begin in a state. */
    private record Prepared(Stepper stepper, double weight, double[] first) {}

    /**
     * What somebody does at a step.
     *
     * @param goal the state at rest in which the tip should be, {@code [n]}
     * @param forceX what pushes the tip to the right, N
     * @param forceY and up
     * @param weight at the tip, kg
     * @param delay how many steps late the network sees the state
     */
    public record Hand(double[] goal, double forceX, double forceY, double weight, int delay) {
        /** Whether it pushes. */
        public boolean pushes() {
            return forceX != 0 || forceY != 0;
        }

        /** The same with another goal. */
        public Hand towards(double[] newGoal) {
            return new Hand(newGoal, forceX, forceY, weight, delay);
        }

        /** The same with another push, N. */
        public Hand pushing(double x, double y) {
            return new Hand(goal, x, y, weight, delay);
        }

        /** The same with another weight, kg. */
        public Hand holding(double newWeight) {
            return new Hand(goal, forceX, forceY, newWeight, delay);
        }

        /** The same with another delay, in steps. */
        public Hand seenLate(int newDelay) {
            return new Hand(goal, forceX, forceY, weight, newDelay);
        }
    }

    /**
     * Where a movement has come to, from which it can go on.
     *
     * @param first the state in which it began, {@code [n]}
     * @param network what the network remembers
     * @param state of the plant, {@code [n]}
     * @param commands the last ones, {@code [m]}
     * @param hand what was done at the last step
     */
    public record Moment(double[] first, NetworkState network, double[] state, double[] commands, Hand hand) {
        /** Whether all its numbers are finite: from one that is not, nothing goes on. */
        public boolean isFinite() {
            return Arrays.stream(state).allMatch(Double::isFinite)
                    && Arrays.stream(commands).allMatch(Double::isFinite);
        }
    }

    private LiveMovement(Problem problem, ControlLoop learned) {
        this.problem = problem;
        this.learned = learned;
        loop = learned.around(learned.plant(), 0, Math.max(LONGEST, learned.longest()));
        row = loop.given();
        parameters = Parameters.of(problem.layout(), backend);
    }

    /** Of a network that controls something step by step; its parameters are 0 until it takes some. */
    static Optional<LiveMovement> of(Problem problem) {
        return problem.task()
                .loop()
                .map(loop -> new LiveMovement(problem, loop))
                .filter(live -> live.stepper(0).isPresent());
    }

    /** The network with a weight at the tip. */
    private Optional<Stepper> stepper(double weight) {
        ControlLoop heavier = loop.around(loop.plant().holding(weight), 0, loop.longest());
        var predictor = new Predictor(problem.task(), heavier.takeOver(problem.model()));
        return predictor.stepper(predictor.rollout(backend, parameters, predictor.shape(1)));
    }

    /** Takes over parameters, flat: the movement goes on by them. */
    public void take(double[] theta) {
        backend.write(theta, 0, parameters.value());
        prepared = prepared.map(known -> prepare(known.stepper(), known.weight(), known.first()));
    }

    /** The plant without a weight. */
    public Plant plant() {
        return loop.plant();
    }

    /** Seconds of a step. */
    public double dt() {
        return loop.dt();
    }

    /** The longest delay that can be chosen, in steps. */
    public int longestDelay() {
        return loop.longest();
    }

    /** Nothing is done: the goal is at home, and the state is seen as late as the network learned at most. */
    public Hand rest() {
        return new Hand(plant().home(), 0, 0, 0, learned.longest());
    }

    /** A movement that begins at rest, {@code first [n]}, and has not moved. */
    public Moment begin(double[] first, Hand hand) {
        Prepared ready = ready(first, hand.weight());
        return new Moment(first.clone(), ready.stepper().start(), first.clone(), new double[loop.outputs()], hand);
    }

    /** Goes one step on. */
    public Moment step(Moment before, Hand hand) {
        Prepared ready = ready(before.first(), hand.weight());
        Transition made = ready.stepper().step(before.network(), given(before.first(), before.state(), hand));
        int n = row.n();
        return new Moment(
                before.first(),
                made.state(),
                Arrays.copyOf(made.prediction(), n),
                Arrays.copyOfRange(made.prediction(), n, n + row.m()),
                hand);
    }

    private double[] given(double[] first, double[] state, Hand hand) {
        double[] given = new double[row.width()];
        System.arraycopy(first, 0, given, row.first(), row.n());
        System.arraycopy(hand.goal(), 0, given, row.goal(), row.n());
        double[] push = new double[row.m()];
        plant().push(state, 0, hand.forceX(), hand.forceY(), push);
        System.arraycopy(push, 0, given, row.disturbance(), row.m());
        given[row.delay()] = hand.delay();
        return given;
    }

    private Prepared ready(double[] first, double weight) {
        Prepared ready = prepared.filter(known -> known.weight() == weight && Arrays.equals(known.first(), first))
                .orElseGet(() -> prepare(
                        prepared.filter(known -> known.weight() == weight)
                                .map(Prepared::stepper)
                                .orElseGet(() -> stepper(weight).orElseThrow()),
                        weight,
                        first));
        prepared = Optional.of(ready);
        return ready;
    }

    /** What the steps before the first are is computed by the first step, and needed as long as the longest delay reaches before it. */
    private Prepared prepare(Stepper stepper, double weight, double[] first) {
        stepper.step(stepper.start(), given(first, first, rest()));
        return new Prepared(stepper, weight, first.clone());
    }
}
