package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.control.GivenRow;
import unroll.engine.control.HumanArm;
import unroll.engine.control.MassPoint;
import unroll.engine.control.MonkeyArm;
import unroll.engine.experiment.Experiment;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** The tasks in which an arm is controlled: what they draw, what they refuse, and what plans score on them. */
class ControlTasksTest {
    private static final GivenRow ARM = new GivenRow(4, 2);

    private static <R extends ControlSettings> R first(Class<R> type) {
        return Schema.of(type).initial();
    }

    private static Batch draw(Task task, int count) {
        return task.draw(Split.TRAIN, 3, Purpose.TRAINING_DATA, 0, count);
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    /** The arm without torques stays at home: the loss is half the squared distance of the angles, 0.0285 as in the thesis' fig. 6.2. */
    @Test
    void who_does_nothing_stays_a_radius_away_and_a_plan_reaches_the_thesis_loss() {
        CenterOut settings = Schema.of(CenterOut.class).with(first(CenterOut.class), "radius", 0.032094556);
        Task task = settings.open();
        Batch batch = draw(task, 64);
        double[] nothing = new double[batch.target().length];
        double half = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < 64; b++) {
                System.arraycopy(batch.input(), batch.inputAt(0, b), nothing, batch.targetAt(t, b), 4);
            }
        }
        int last = batch.targetAt(39, 0);
        for (int i = last; i < batch.target().length; i++) {
            half += (batch.target()[i] - nothing[i]) * (batch.target()[i] - nothing[i]) / 2;
        }
        assertThat(score(task, 0, batch, nothing))
                .isCloseTo(half / 64, within(1e-12))
                .isCloseTo(0.0285, within(1e-4));
        assertThat(score(task, 1, batch, nothing)).isCloseTo(32.094556, within(1e-9));
        List<Baseline> plans = task.baselines();
        assertThat(plans).hasSize(1);
        double[] planned = plans.getFirst().predict(batch);
        assertThat(score(task, 0, batch, planned)).isCloseTo(8.95e-5, within(1e-9));
        planned[batch.targetAt(39, 5)] += 0.01;
        assertThat(score(task, 0, batch, planned)).as("negative control").isNotCloseTo(8.95e-5, within(1e-7));
    }

    @Test
    void each_batch_has_every_reach_once_and_no_other() {
        Task task = first(CenterOut.class).open();
        assertThat(task.testSequences(1000)).isEqualTo(64);
        Set<Double> goals = new HashSet<>();
        for (long from : new long[] {0, 64, 640}) {
            Batch batch = task.draw(Split.TRAIN, 3, Purpose.TRAINING_DATA, from, 64);
            for (int b = 0; b < 64; b++) {
                goals.add(batch.target()[batch.targetAt(7, b)]);
                double[] goal = Arrays.copyOfRange(batch.target(), batch.targetAt(7, b), batch.targetAt(7, b) + 4);
                double[] tip = task.loop().orElseThrow().plant().tip(goal, 0);
                assertThat(Math.hypot(tip[0] + 0.0038, tip[1] - 0.2936)).isCloseTo(0.0321, within(1e-4));
            }
        }
        assertThat(goals).hasSizeBetween(63, 64);
    }

    /** A push that is known can be cancelled from the first step on, at the price of the torques alone. */
    @Test
    void holding_against_a_push_that_is_known_costs_the_push() {
        Task task = first(Holding.class).open();
        assertThat(task.testSequences(1000)).isEqualTo(72);
        Batch batch = draw(task, 72);
        double[] planned = task.baselines().getFirst().predict(batch);
        double effort = 1e-8 / 2 * 100 * 0.08 * 0.08;
        assertThat(score(task, 0, batch, planned)).isCloseTo(effort, within(0.02 * effort));
        int row = batch.inputAt(0, 0) + ARM.disturbance();
        double push = Math.hypot(batch.input()[row], batch.input()[row + 1]);
        assertThat(push).isCloseTo(0.08, within(1e-12));
    }

    /** Angles at steps 1 to 100, speeds from step 51 on (thesis sec. 6.3.2). */
    @Test
    void speeds_count_from_the_second_half_on() {
        Task task = first(Holding.class).open();
        Batch batch = draw(task, 1);
        double[] rows = batch.target().clone();
        rows[batch.targetAt(49, 0) + 2] = 1;
        assertThat(score(task, 0, batch, rows)).isZero();
        rows[batch.targetAt(50, 0) + 2] = 1;
        assertThat(score(task, 0, batch, rows)).isCloseTo(0.5, within(1e-12));
        rows[batch.targetAt(0, 0)] += 0.1;
        assertThat(score(task, 0, batch, rows)).isCloseTo(0.505, within(1e-12));
    }

    @Test
    void pushes_begin_in_the_first_half_and_stay_and_noise_has_its_deviation() {
        Reaching settings = Schema.of(Reaching.class).with(first(Reaching.class), "longestDelay", 9);
        Task task = settings.open();
        int count = 400;
        Batch batch = draw(task, count);
        double noise = 0;
        double pushes = 0;
        Set<Double> delays = new HashSet<>();
        Set<Integer> onsets = new HashSet<>();
        double[] home = task.loop().orElseThrow().plant().home();
        double[] middle = task.loop().orElseThrow().plant().tip(home, 0);
        for (int b = 0; b < count; b++) {
            int onset = 0;
            while (batch.input()[batch.inputAt(onset, b) + ARM.disturbance()] == 0) {
                onset++;
            }
            onsets.add(onset);
            double push = batch.input()[batch.inputAt(59, b) + ARM.disturbance()];
            pushes += push * push / count;
            delays.add(batch.input()[batch.inputAt(31, b) + ARM.delay()]);
            for (int t = 0; t < 60; t++) {
                int at = batch.inputAt(t, b);
                assertThat(batch.input()[at + ARM.disturbance()]).isEqualTo(t < onset ? 0 : push);
                noise += Math.pow(batch.input()[at + ARM.noise()], 2) / (60 * count);
            }
            for (int state : new int[] {ARM.first(), ARM.goal()}) {
                double[] tip = task.loop().orElseThrow().plant().tip(batch.input(), batch.inputAt(0, b) + state);
                assertThat(Math.max(Math.abs(tip[0] - middle[0]), Math.abs(tip[1] - middle[1])))
                        .isLessThanOrEqualTo(0.06 + 1e-12);
            }
        }
        // deviations of means of squares: 0.04 sqrt(2 / 400) and 0.01 sqrt(2 / 24000), four of them
        assertThat(pushes).isCloseTo(0.04, within(4 * 0.04 * Math.sqrt(2.0 / count)));
        assertThat(noise).isCloseTo(0.01, within(4 * 0.01 * Math.sqrt(2.0 / (60 * count))));
        assertThat(delays).containsExactlyInAnyOrder(7.0, 8.0, 9.0);
        assertThat(onsets).hasSize(30).allMatch(onset -> onset < 30);
    }

    @Test
    void who_plans_anew_from_what_is_seen_late_does_worse_than_who_knows_everything() {
        Task task = first(Reaching.class).open();
        Batch batch = draw(task, 3);
        List<Baseline> plans = task.baselines();
        assertThat(plans).extracting(Baseline::name).containsExactly("iLQR", "iLQR, replanned");
        double known = score(task, 0, batch, plans.get(0).predict(batch));
        assertThat(known).isLessThan(1e-4);
        assertThat(score(task, 0, batch, plans.get(1).predict(batch)))
                .isGreaterThan(100 * known)
                .isFinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1})
    void targets_out_of_reach_are_refused_with_a_place(double radius) {
        assertThatThrownBy(() -> Schema.of(CenterOut.class).with(first(CenterOut.class), "radius", radius))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("the arm cannot reach (")
                .hasMessageContaining("smaller radius");
        assertThatThrownBy(() -> Schema.of(Holding.class).with(first(Holding.class), "spacing", radius))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("spacing");
        assertThatThrownBy(() -> Schema.of(Reaching.class).with(first(Reaching.class), "box", radius))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("box");
    }

    @Test
    void an_impossible_arm_is_refused_before_anything_opens() {
        Schema<MonkeyArm> schema = Schema.of(MonkeyArm.class);
        MonkeyArm driven = schema.with(schema.initial(), "coupling", 0.5);
        assertThatThrownBy(() -> Schema.of(CenterOut.class).with(first(CenterOut.class), "plant", driven))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("friction");
        String weightless = """
            {"task": {"kind": "center-out", "plant": {"kind": "monkey-arm", "upperMass": -1}}}
            """;
        assertThatThrownBy(() -> SettingsJson.read(Experiment.class, weightless, "test"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("task.plant.upperMass");
        assertThatThrownBy(() -> new MassPoint(0, 0, 1))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("mass");
    }

    @Test
    void the_arm_of_a_human_reaches_as_well() {
        CenterOut monkey = first(CenterOut.class);
        Schema<CenterOut> schema = Schema.of(CenterOut.class);
        CenterOut human = schema.with(
                schema.with(monkey, "plant", Schema.of(HumanArm.class).initial()), "radius", 0.03);
        Task task = human.open();
        Batch batch = draw(task, 64);
        assertThat(score(task, 0, batch, task.baselines().getFirst().predict(batch)))
                .isCloseTo(7.335017e-5, within(1e-10));
    }
}
