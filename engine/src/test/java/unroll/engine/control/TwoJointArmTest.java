package unroll.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Holds the arm to numbers of a program in another language, to mechanics written otherwise, and to the conservation of energy. */
class TwoJointArmTest {
    private static double[] accelerations(TwoJointArm arm, double... z) {
        double[] rates = new double[4];
        arm.rates(z, rates);
        return new double[] {rates[2], rates[3]};
    }

    /** The numbers of a prototype in Python that derives nothing from this code. */
    @Test
    void accelerations_are_those_of_another_program() {
        assertThat(accelerations(Plants.monkey(1), 0.5, 1.5, 1, -1, 0.1, -0.05))
                .containsExactly(new double[] {26.30625, -45.63496}, within(1e-5));
        assertThat(accelerations(Plants.HUMAN, 0.5, 1.5, 1, -1, 0.1, -0.05))
                .containsExactly(new double[] {0.91943, -2.60835}, within(1e-5));
    }

    @Test
    void ten_steps_of_euler_are_those_of_another_program() {
        assertThat(afterTen(Plants.MONKEY, 0.5, 1.6, 0, 0))
                .containsExactly(new double[] {0.61568782, 1.40772131, 2.63296291, -4.52953587}, within(1e-8));
        assertThat(afterTen(Plants.HUMAN, 0.8, 1.6, 0, 0))
                .containsExactly(new double[] {0.85764149, 1.49480038, 1.28212247, -2.3567078}, within(1e-8));
    }

    private static double[] afterTen(TwoJointArm arm, double... state) {
        Dynamics dynamics = new Dynamics(arm, Integrator.EULER, 0.01);
        double[] x = state;
        for (int t = 0; t < 10; t++) {
            double[] z = Arrays.copyOf(x, 6);
            z[4] = 1;
            z[5] = -0.5;
            x = new double[4];
            dynamics.next(z, x);
        }
        return x;
    }

    /** At no angle may the inertia vanish; the least and the largest determinant by another program. */
    @Test
    void no_angle_makes_the_inertia_singular() {
        double[] monkey = extremes(Plants.MONKEY);
        assertThat(monkey[0]).isCloseTo(8.6079e-6, within(1e-10));
        assertThat(monkey[1]).isCloseTo(1.77820e-5, within(1e-10));
        double[] human = extremes(Plants.HUMAN);
        assertThat(human[0]).isCloseTo(2.871e-3, within(1e-6));
        assertThat(human[1]).isCloseTo(5.175e-3, within(1e-6));
    }

    private static double[] extremes(TwoJointArm arm) {
        double[] all = new double[629];
        Arrays.setAll(all, i -> arm.determinant(-Math.PI + i * Math.PI / 314));
        return new double[] {
            Arrays.stream(all).min().orElseThrow(), Arrays.stream(all).max().orElseThrow()
        };
    }

    /** The energy of each segment by the velocity of its centre of mass and its own turning. */
    private static double bySegments(TwoJointArm arm, double[] x) {
        double elbow = arm.upper().length();
        double s1 = arm.upper().centre();
        double s2 = arm.lower().centre();
        double both = x[0] + x[1];
        double turn = x[2] + x[3];
        double vx = -elbow * Math.sin(x[0]) * x[2] - s2 * Math.sin(both) * turn;
        double vy = elbow * Math.cos(x[0]) * x[2] + s2 * Math.cos(both) * turn;
        return (arm.upper().mass() * s1 * s1 * x[2] * x[2]
                        + arm.upper().inertia() * x[2] * x[2]
                        + arm.lower().mass() * (vx * vx + vy * vy)
                        + arm.lower().inertia() * turn * turn)
                / 2;
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.5, 3, -2", "-1, 0.2, -4, 7", "2, 3, 1, 0", "0, -1.3, 0, 5"})
    void kinetic_energy_is_the_sum_over_segments(double theta, double phi, double w, double v) {
        double[] x = {theta, phi, w, v};
        for (TwoJointArm arm : new TwoJointArm[] {Plants.MONKEY, Plants.HUMAN}) {
            assertThat(arm.energy(x)).isCloseTo(bySegments(arm, x), within(1e-15 * 100 * arm.energy(x)));
            var about = new TwoJointArm(
                    new TwoJointArm.Limb(
                            arm.upper().mass(),
                            arm.upper().length(),
                            arm.upper().centre(),
                            arm.upper().inertia() * 1.01),
                    arm.lower(),
                    0,
                    0,
                    1,
                    0,
                    1);
            if (w != 0) {
                assertThat(about.energy(x))
                        .as("negative control")
                        .isNotCloseTo(bySegments(arm, x), within(1e-6 * arm.energy(x)));
            }
        }
    }

    /** Relative change of energy in a second without torque and friction. */
    private static double drift(TwoJointArm arm, Integrator integrator, double dt) {
        TwoJointArm free = new TwoJointArm(arm.upper(), arm.lower(), 0, 0, 1, 0, 1);
        Dynamics dynamics = new Dynamics(free, integrator, dt);
        double[] z = {0.5, 1.5, 3, -2, 0, 0};
        double before = free.energy(z);
        double[] next = new double[4];
        for (int t = 0; t < Math.round(1 / dt); t++) {
            dynamics.next(z, next);
            System.arraycopy(next, 0, z, 0, 4);
        }
        return free.energy(z) / before - 1;
    }

    @Test
    void without_torque_and_friction_energy_stays() {
        for (TwoJointArm arm : new TwoJointArm[] {Plants.MONKEY, Plants.HUMAN}) {
            assertThat(drift(arm, Integrator.RUNGE_KUTTA, 1e-3)).isCloseTo(0, within(1e-12));
        }
        // Euler's method does not keep it: by how much, another program knows
        assertThat(drift(Plants.MONKEY, Integrator.EULER, 0.01)).isCloseTo(-8.03e-4, within(5e-7));
        assertThat(drift(Plants.HUMAN, Integrator.EULER, 0.01)).isCloseTo(-1.8e-4, within(5e-6));
    }

    @Test
    void the_error_of_runge_kutta_falls_as_the_fourth_power_of_the_step() {
        double coarse = drift(Plants.MONKEY, Integrator.RUNGE_KUTTA, 0.04);
        double fine = drift(Plants.MONKEY, Integrator.RUNGE_KUTTA, 0.02);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(3.7, 5.5); // energy's may be of order 5
    }

    @Test
    void inertias_about_the_joints_are_not_those_about_the_centres() {
        var joint = new TwoJointArm(
                new TwoJointArm.Limb(1.4, 0.3, 0.11, 0.025),
                new TwoJointArm.Limb(1, 0.33, 0.16, 0.045),
                0.05,
                0.025,
                1,
                0.8,
                1.6);
        assertThat(accelerations(joint, 0.5, 1.5, 1, -1, 0.1, -0.05)[0]).isNotCloseTo(0.91943, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1.3, 2.9, 4.4, 6})
    void the_hand_is_where_it_was_sent(double angle) {
        for (TwoJointArm arm : new TwoJointArm[] {Plants.MONKEY, Plants.HUMAN}) {
            double[] home = arm.tip(arm.home(), 0);
            double[] state = new double[6];
            double x = home[0] + 0.05 * Math.cos(angle);
            double y = home[1] + 0.05 * Math.sin(angle);
            assertThat(arm.rest(x, y, state, 1)).isTrue();
            assertThat(arm.tip(state, 1)).containsExactly(new double[] {x, y}, within(1e-12));
            assertThat(arm.rest(10, 0, state, 1)).isFalse();
        }
        assertThat(Plants.MONKEY.tip(Plants.MONKEY.home(), 0))
                .containsExactly(new double[] {-0.0038, 0.2936}, within(1e-4));
        assertThat(Plants.HUMAN.tip(Plants.HUMAN.home(), 0))
                .containsExactly(new double[] {-0.0343, 0.4381}, within(1e-4));
    }

    /** What a weight in the hand adds: its own kinetic energy. */
    @Test
    void a_weight_in_the_hand_moves_with_it() {
        double[] x = {0.5, 1.5, 3, -2};
        double[] next = {x[0] + 1e-6 * x[2], x[1] + 1e-6 * x[3]};
        double[] before = Plants.MONKEY.tip(x, 0);
        double[] after = Plants.MONKEY.tip(next, 0);
        double speed = Math.hypot(after[0] - before[0], after[1] - before[1]) / 1e-6;
        assertThat(Plants.MONKEY.holding(0.1).energy(x) - Plants.MONKEY.energy(x))
                .isCloseTo(0.05 * speed * speed, within(1e-5 * speed * speed));
    }

    @Test
    void the_settings_put_a_weight_into_the_hand() {
        var held = SettingsJson.with(Schema.of(MonkeyArm.class).initial(), "load", "0.1");
        assertThat(held.plant()).isEqualTo(Plants.MONKEY.holding(0.1)).isNotEqualTo(Plants.MONKEY);
        assertThat(Schema.of(MonkeyArm.class).initial().plant()).isEqualTo(Plants.MONKEY);
    }

    @Test
    void impossible_arms_are_refused_with_a_sentence() {
        assertThatThrownBy(() -> new TwoJointArm.Limb(-1, 0.3, 0.1, 0.01))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("-1.0 kg");
        assertThatThrownBy(() -> new TwoJointArm.Limb(1, 0, 0.1, 0.01)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new TwoJointArm.Limb(Double.NaN, 1, 0.1, 0.01)).isInstanceOf(SettingsException.class);
        var thin = new TwoJointArm.Limb(1, 0.3, 0, 0);
        assertThatThrownBy(() -> new TwoJointArm(thin, thin, 0, 0, 1, 0, 1))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("inertia");
        assertThatThrownBy(() -> new TwoJointArm(Plants.MONKEY.upper(), Plants.MONKEY.lower(), 0.1, 0.2, 1, 0, 1))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("friction");
    }
}
