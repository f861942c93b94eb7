package unroll.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.control.Dynamics;
import unroll.engine.control.Integrator;
import unroll.engine.control.Plant;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Parameters;
import unroll.engine.probe.LiveMovement.Hand;
import unroll.engine.probe.LiveMovement.Moment;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.run.SmallRun;
import unroll.engine.run.Training;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** A movement that somebody leads and pushes, against the sweep over a test sequence and the plant by itself. */
class LiveMovementTest {
    private static final double ROUNDING = 1e-9; // which grows on the way

    private static Experiment reaching(String model, String task) {
        return SmallRun.with(
                SmallRun.with(SmallRun.experiment("double", 10), "task", "{\"kind\": \"reaching\"" + task + "}"),
                "model",
                model);
    }

    private static double[] theta(int size) {
        Philox random = new Philox(3, Purpose.SAMPLING);
        double[] theta = new double[size];
        Arrays.setAll(theta, i -> 0.3 * random.gaussian());
        return theta;
    }

    /** An experiment's network with parameters that are some random numbers, and what it controls. */
    private static Replica replica(Experiment experiment) {
        Training training = new Training(experiment);
        Replica replica = training.replica();
        double[] theta = theta(replica.theta().length);
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        var numbers = backend.allocate(1, theta.length);
        backend.write(theta, 0, numbers);
        replica.take(new ParametersSource() {
            @Override
            public long update() {
                return 0;
            }

            @Override
            public Buffer theta() {
                return numbers;
            }
        });
        return replica;
    }

    private static LiveMovement live(String task) {
        return replica(reaching("deep-rnn", task)).live().orElseThrow();
    }

    private static Hand hand(LiveMovement live, double shoulder, double elbow, int delay) {
        return live.rest().towards(new double[] {shoulder, elbow, 0, 0}).seenLate(delay);
    }

    private static List<Moment> steps(LiveMovement live, Moment from, List<Hand> hands) {
        List<Moment> moments = new ArrayList<>(List.of(from));
        hands.forEach(hand -> moments.add(live.step(moments.getLast(), hand)));
        return moments;
    }

    private static void assertSame(Moment one, Moment other) {
        assertThat(one.state()).containsExactly(other.state());
        assertThat(one.commands()).containsExactly(other.commands());
        assertThat(one.network().carried()).containsExactly(other.network().carried());
    }

    @ParameterizedTest
    @CsvSource({"deep-rnn, 0, 0", "deep-rnn, 7, 7", "lstm, 2, 5", "gru, 30, 30", "skip-rnn, 3, 3"})
    void one_that_nobody_disturbs_is_that_of_the_sweep(String model, int delay, int longest) {
        Experiment experiment = reaching(
                model,
                ", \"disturbance\": 0, \"noise\": 0, \"length\": 40, \"delay\": " + delay + ", \"longestDelay\": "
                        + longest);
        Problem problem = Problem.of(experiment.task().open(), experiment.model());
        Backend backend = CpuBackend.of(Precision.DOUBLE);
        Parameters parameters = Parameters.of(problem.layout(), backend);
        double[] theta = theta(problem.layout().size());
        backend.write(theta, 0, parameters.value());
        LiveMovement live = LiveMovement.of(problem).orElseThrow();
        live.take(theta);
        Rollout rollout = problem.rollout(backend, parameters, problem.shape(1));
        for (int sequence = 0; sequence < 3; sequence++) {
            Batch batch = problem.task().draw(Split.TEST, 5, Purpose.TEST_DATA, sequence, 1);
            rollout.load(batch.input(), batch.target(), batch.weight());
            rollout.value(1);
            double[] rows = backend.read(rollout.output().value());
            double[] given = Arrays.copyOf(batch.input(), batch.inputs());
            Hand hand = live.rest().towards(Arrays.copyOfRange(given, 4, 8)).seenLate((int) given[given.length - 1]);
            Moment moment = live.begin(Arrays.copyOf(given, 4), hand);
            for (int t = 0; t < 40; t++) {
                moment = live.step(moment, hand);
                double[] row = Arrays.copyOfRange(rows, 6 * t, 6 * t + 6);
                assertThat(moment.state()).containsExactly(Arrays.copyOf(row, 4), within(ROUNDING));
                assertThat(moment.commands()).containsExactly(Arrays.copyOfRange(row, 4, 6), within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 20})
    void the_first_command_that_answers_a_push_comes_as_late_as_it_is_seen(int delay) {
        LiveMovement live = live("");
        Hand still = hand(live, 0.6, 1.5, delay);
        int onset = 25;
        List<Hand> alone = Collections.nCopies(60, still);
        List<Hand> pushed = new ArrayList<>(alone);
        for (int t = onset; t < 60; t++) {
            pushed.set(t, still.pushing(0.1, -0.05));
        }
        Moment begin = live.begin(live.plant().home(), still);
        List<Moment> one = steps(live, begin, alone);
        List<Moment> other = steps(live, begin, pushed);
        int first = 1;
        while (Arrays.equals(one.get(first).commands(), other.get(first).commands())) {
            first++;
        }
        assertThat(first - 1).isEqualTo(onset + delay + 1);
    }

    /** Torques by finite differences of where the hand is. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.4})
    void each_step_is_one_of_the_arm_with_its_weight_under_the_networks_torques_and_the_push(double weight) {
        LiveMovement live = live(", \"delay\": 3, \"longestDelay\": 3");
        Plant heavy = live.plant().holding(weight);
        Dynamics dynamics = new Dynamics(heavy, Integrator.EULER, 0.01);
        Hand rest = hand(live, 0.4, 1.7, 3);
        Moment before = live.begin(live.plant().home(), rest);
        for (int t = 0; t < 30; t++) {
            Hand hand = t < 10 ? rest : rest.pushing(0.2, 0.1).holding(weight);
            Moment after = live.step(before, hand);
            if (t >= 10) {
                double[] z = new double[6];
                System.arraycopy(before.state(), 0, z, 0, 4);
                for (int i = 0; i < 2; i++) {
                    double[] more = before.state().clone();
                    double[] less = before.state().clone();
                    more[i] += 1e-6;
                    less[i] -= 1e-6;
                    double[] there = heavy.tip(more, 0);
                    double[] back = heavy.tip(less, 0);
                    double work = (0.2 * (there[0] - back[0]) + 0.1 * (there[1] - back[1])) / 2e-6;
                    z[4 + i] = after.commands()[i] + work / 0.1; // the unit of torque
                }
                double[] next = new double[4];
                dynamics.next(z, next);
                for (int i = 0; i < 4; i++) {
                    assertThat(after.state()[i]).isCloseTo(next[i], within(1e-8 * (1 + Math.abs(next[i]))));
                }
            }
            before = after;
        }
    }

    /** Also where other movements were begun, weights changed and parameters taken between. */
    @Test
    void going_on_from_a_moment_again_gives_the_same_bits() {
        Replica replica = replica(reaching("lstm", ", \"longestDelay\": 12"));
        LiveMovement live = replica.live().orElseThrow();
        Hand rest = hand(live, 0.5, 1.5, 12);
        List<Hand> hands = new ArrayList<>();
        for (int t = 0; t < 30; t++) {
            hands.add(t % 7 < 3 ? rest.pushing(0.1, 0) : t > 20 ? rest.holding(0.1) : rest);
        }
        for (int early : new int[] {0, 4, 15}) {
            Moment from = steps(live, live.begin(live.plant().home(), rest), hands.subList(0, early))
                    .getLast();
            List<Moment> first = steps(live, from, hands);
            live.step(live.begin(new double[] {0.7, 1.2, 0, 0}, rest), rest.holding(0.3));
            live.take(new double[replica.theta().length]);
            live.step(from, rest);
            live.take(replica.theta());
            live.step(live.begin(new double[] {0.7, 1.2, 0, 0}, rest), rest);
            List<Moment> again = steps(live, from, hands);
            for (int t = 0; t < first.size(); t++) {
                assertSame(again.get(t), first.get(t));
            }
        }
    }

    @Test
    void a_network_of_which_only_a_part_is_trained_moves_as_the_whole_one() {
        Experiment whole = reaching("rnn", "");
        LiveMovement one = replica(whole).live().orElseThrow();
        LiveMovement other =
                replica(SmallRun.with(whole, "training.train", "W_oh")).live().orElseThrow();
        Hand hand = hand(one, 0.4, 1.7, 3).pushing(0.1, 0.1);
        List<Hand> hands = Collections.nCopies(20, hand);
        List<Moment> moments = steps(one, one.begin(one.plant().home(), hand), hands);
        List<Moment> others = steps(other, other.begin(one.plant().home(), hand), hands);
        for (int t = 0; t < moments.size(); t++) {
            assertSame(others.get(t), moments.get(t));
        }
    }

    @Test
    void what_controls_nothing_cannot_be_led() {
        try (Training training = new Training(SmallRun.experiment("double", 10))) {
            assertThat(training.replica().live()).isEqualTo(Optional.empty());
        }
    }
}
