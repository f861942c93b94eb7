package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.control.ControlLoop;
import unroll.engine.control.GivenRow;
import unroll.engine.control.Integrator;
import unroll.engine.control.MonkeyArm;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.Schema;
import unroll.engine.task.Appearance;
import unroll.engine.task.CenterOut;
import unroll.engine.task.Task;

class ControlledPortrayalTest {
    private static final int STEPS = 40;

    private final Task task = new CenterOut(
                    Schema.of(MonkeyArm.class).initial(), 0.03, 8, STEPS, 0.01, Integrator.EULER, 1e-4, false)
            .open();
    private final ControlLoop loop = task.loop().orElseThrow();
    private final GivenRow row = loop.given();
    private final ControlledPortrayal portrayal = new ControlledPortrayal((Appearance.Controlled) task.appearance());

    /** A network that leaves the arm where it is, pushed from step {@code pushed} on. */
    private SequenceAnswer still(int pushed) {
        Batch batch = task.batch(1);
        task.draw(Split.TEST, new Philox(1, Purpose.TEST_DATA), batch, 0);
        float[][] input = Inputs.of(batch);
        float[][] moved = new float[STEPS][loop.width()];
        float[][] one = new float[STEPS][1];
        for (int t = 0; t < STEPS; t++) {
            one[t][0] = 1;
            System.arraycopy(input[0], row.first(), moved[t], 0, row.n());
            input[t][row.disturbance()] = t >= pushed ? 0.25f : 0;
        }
        return new SequenceAnswer(
                3, 0, input, moved, one, one, moved, new float[0][], new float[0][], List.of(), List.of());
    }

    @Test
    void aMovementIsSeenBesideThePlanThatArrives() {
        Movements seen = portrayal.depict(still(STEPS), 1);
        assertThat(seen.tracks()).extracting(Movements.Track::name).containsExactly("plan", "network");
        Movements.Track plan = seen.tracks().getFirst();
        Movements.Track network = seen.tracks().getLast();
        assertThat(network.steps()).isEqualTo(STEPS);
        assertThat(network.tipX(STEPS)).isCloseTo(network.tipX(0), within(1e-6));
        double way = Math.hypot(plan.goal()[0] - plan.tipX(0), plan.goal()[1] - plan.tipY(0));
        double left = Math.hypot(plan.goal()[0] - plan.tipX(STEPS), plan.goal()[1] - plan.tipY(STEPS));
        assertThat(way).as("the radius of the circle").isCloseTo(0.03, within(1e-6));
        assertThat(left).isLessThan(0.2 * way);
    }

    @Test
    void stepsAtWhichSomethingPushesAreMarked() {
        boolean[] disturbed = portrayal.depict(still(5), 1).tracks().getLast().disturbed();
        for (int t = 0; t < STEPS; t++) {
            assertThat(disturbed[t]).as("step %d", t).isEqualTo(t >= 5);
        }
        assertThat(portrayal.depict(still(STEPS), 1).tracks().getLast().isDisturbed())
                .isFalse();
    }

    /** The arm of a monkey is 0.145 + 0.25955 m long, and turns all around. */
    @Test
    void theReachIsACircleAroundTheShoulderAsLargeAsTheArmIsLong() {
        double[] reach = portrayal.depict(still(STEPS), 1).reach();
        assertThat(reach).isNotEmpty();
        for (int i = 0; i < reach.length; i += 2) {
            assertThat(Math.hypot(reach[i], reach[i + 1])).isCloseTo(0.40455, within(0.005));
        }
    }

    @Test
    void commandsAndStatesAreATableWithTheirUnits() {
        assertThat(portrayal.depict(still(STEPS), 1).columns())
                .extracting(column -> column.head())
                .contains(
                        "shoulder torque, 0.1 N m, network",
                        "elbow, rad, plan",
                        "network, tip x (m)",
                        "plan, tip y (m)")
                .doesNotContain("shoulder torque, 0.1 N m, ");
    }
}
