package unroll.engine.control;

import java.util.Arrays;
import java.util.List;
import unroll.engine.setting.SettingsException;

/**
 * Shoulder and elbow in a horizontal plane (Li and Todorov 2004, with inertias about the centres of mass): with the angles
 * {@code q = (theta, phi)}, {@code M(phi) q'' = tau - C(phi, q') - B q'}, where
 * <pre>
 * M = [ a1 + 2 a2 cos phi, a3 + a2 cos phi ; a3 + a2 cos phi, a3 ]
 * C = a2 sin phi [ -phi' (2 theta' + phi') ; theta'^2 ]
 * a1 = I1 + I2 + m1 s1^2 + m2 (l1^2 + s2^2),  a2 = m2 l1 s2,  a3 = I2 + m2 s2^2
 * </pre>
 * The state is {@code (theta, phi, theta', phi')}, the commands are torques in their unit.
 *
 * @param upper from shoulder to elbow
 * @param lower from elbow to hand
 * @param friction the diagonal of B, N m s
 * @param coupling what stands beside it
 * @param unit torque of a command of 1, N m
 * @param shoulder angle in the posture that tasks are arranged around
 * @param elbow angle there
 */
public record TwoJointArm(
        Limb upper, Limb lower, double friction, double coupling, double unit, double shoulder, double elbow)
        implements Plant {
    /** Angles and speeds that are usual in reaches of some centimetres, and torques in a unit that suits the arm. */
    private static final double ANGLE = 1.0 / 3;

    private static final double SPEED = 2;
    private static final double TORQUE = 0.5;

    private static final List<Quantity> STATES = List.of(
            new Quantity("shoulder", "rad", ANGLE),
            new Quantity("elbow", "rad", ANGLE),
            new Quantity("shoulder speed", "rad/s", SPEED),
            new Quantity("elbow speed", "rad/s", SPEED));

    /**
     * A rigid segment.
     *
     * @param mass kg
     * @param length m
     * @param centre from the joint to the centre of mass, m
     * @param inertia about the centre of mass, kg m²
     */
    public record Limb(double mass, double length, double centre, double inertia) {
        public Limb {
            if (!(mass > 0) || !(length > 0) || !(centre >= 0) || !(inertia >= 0)) {
                throw new SettingsException(
                        "",
                        "there is no arm with a segment of " + mass + " kg and " + length + " m whose centre is "
                                + centre
                                + " m from the joint, with an inertia of " + inertia
                                + " kg m²: mass and length are above 0, the others not below");
            }
        }

        private Limb heavier(double added) {
            double both = mass + added;
            double moved = (mass * centre + added * length) / both;
            double here = mass * (centre - moved) * (centre - moved);
            return new Limb(both, length, moved, inertia + here + added * (length - moved) * (length - moved));
        }
    }

    public TwoJointArm {
        if (!(unit > 0) || !(friction >= Math.abs(coupling))) {
            throw new SettingsException(
                    "",
                    "an arm's unit of torque is above 0, not " + unit + ", and its friction of " + friction
                            + " at least the coupled friction, not less than " + coupling
                            + ", or moving would give it energy");
        }
        if (!(mass(upper, lower, 0).determinant() > 0)
                || !(mass(upper, lower, Math.PI / 2).determinant() > 0)) {
            throw new SettingsException(
                    "", "this arm's inertia is 0 in a direction; a segment needs an inertia or a centre off its joint");
        }
    }

    /** The inertia at an elbow angle: a symmetric 2 x 2 matrix. */
    private record InertiaMatrix(double m11, double m12, double m22) {
        double determinant() {
            return m11 * m22 - m12 * m12;
        }
    }

    private static InertiaMatrix mass(Limb one, Limb two, double phi) {
        double a2 = two.mass * one.length * two.centre;
        double a3 = two.inertia + two.mass * two.centre * two.centre;
        double a1 = one.inertia + one.mass * one.centre * one.centre + a3 + two.mass * one.length * one.length;
        double cos = Math.cos(phi);
        return new InertiaMatrix(a1 + 2 * a2 * cos, a3 + a2 * cos, a3);
    }

    /** The determinant of the inertia at an elbow angle: above 0, or the arm could not be moved. */
    double determinant(double phi) {
        return mass(upper, lower, phi).determinant();
    }

    /** The kinetic energy {@code q'M q' / 2} of a state, J. */
    public double energy(double[] x) {
        InertiaMatrix m = mass(upper, lower, x[1]);
        return (m.m11 * x[2] * x[2] + 2 * m.m12 * x[2] * x[3] + m.m22 * x[3] * x[3]) / 2;
    }

    @Override
    public TwoJointArm holding(double weight) {
        return weight == 0
                ? this
                : new TwoJointArm(upper, lower.heavier(weight), friction, coupling, unit, shoulder, elbow);
    }

    /** The torques {@code J'f} at its joints. */
    @Override
    public void push(double[] state, int at, double x, double y, double[] commands) {
        double[] corners = new double[6];
        points(state, at, corners);
        commands[0] = (y * corners[4] - x * corners[5]) / unit;
        commands[1] = (y * (corners[4] - corners[2]) - x * (corners[5] - corners[3])) / unit;
    }

    @Override
    public String name() {
        return "the arm";
    }

    @Override
    public List<Quantity> states() {
        return STATES;
    }

    @Override
    public List<Quantity> commands() {
        String of = unit == 1 ? "N m" : unit + " N m";
        return List.of(new Quantity("shoulder torque", of, TORQUE), new Quantity("elbow torque", of, TORQUE));
    }

    @Override
    public void rates(double[] z, double[] rates) {
        double w = z[2];
        double v = z[3];
        InertiaMatrix m = mass(upper, lower, z[1]);
        double bend = lower.mass * upper.length * lower.centre * Math.sin(z[1]); // a2 sin phi
        double r1 = unit * z[4] + bend * v * (2 * w + v) - friction * w - coupling * v;
        double r2 = unit * z[5] - bend * w * w - coupling * w - friction * v;
        double det = m.determinant();
        rates[0] = w;
        rates[1] = v;
        rates[2] = (m.m22 * r1 - m.m12 * r2) / det;
        rates[3] = (m.m11 * r2 - m.m12 * r1) / det;
    }

    /** By {@code M dq'' = dr - dM q''}, where r is what the torques leave after Coriolis force and friction. */
    @Override
    public void slopes(double[] z, double[] slopes) {
        double[] q = new double[4];
        rates(z, q);
        double w = z[2];
        double v = z[3];
        double a2 = lower.mass * upper.length * lower.centre;
        double g = a2 * Math.cos(z[1]);
        double k = a2 * Math.sin(z[1]);
        Arrays.fill(slopes, 0, 24, 0);
        slopes[2] = 1;
        slopes[6 + 3] = 1;
        column(z, slopes, 1, g * v * (2 * w + v) + k * (2 * q[2] + q[3]), -g * w * w + k * q[2]);
        column(z, slopes, 2, 2 * k * v - friction, -2 * k * w - coupling);
        column(z, slopes, 3, 2 * k * (w + v) - coupling, -friction);
        column(z, slopes, 4, unit, 0);
        column(z, slopes, 5, 0, unit);
    }

    private void column(double[] z, double[] slopes, int column, double r1, double r2) {
        InertiaMatrix m = mass(upper, lower, z[1]);
        double det = m.determinant();
        slopes[12 + column] = (m.m22 * r1 - m.m12 * r2) / det;
        slopes[18 + column] = (m.m11 * r2 - m.m12 * r1) / det;
    }

    @Override
    public double[] home() {
        return new double[] {shoulder, elbow, 0, 0};
    }

    /** With the elbow bent as in the posture that tasks are arranged around. */
    @Override
    public boolean rest(double x, double y, double[] state, int at) {
        double l1 = upper.length;
        double l2 = lower.length;
        double cos = (x * x + y * y - l1 * l1 - l2 * l2) / (2 * l1 * l2);
        if (!(Math.abs(cos) <= 1)) {
            return false;
        }
        double phi = elbow < 0 ? -Math.acos(cos) : Math.acos(cos);
        state[at] = Math.atan2(y, x) - Math.atan2(l2 * Math.sin(phi), l1 + l2 * cos);
        state[at + 1] = phi;
        state[at + 2] = 0;
        state[at + 3] = 0;
        return true;
    }

    @Override
    public int corners() {
        return 3;
    }

    /** Shoulder, which is at 0, elbow and hand. */
    @Override
    public void points(double[] state, int at, double[] to) {
        double theta = state[at];
        double both = theta + state[at + 1];
        to[0] = 0;
        to[1] = 0;
        to[2] = upper.length * Math.cos(theta);
        to[3] = upper.length * Math.sin(theta);
        to[4] = to[2] + lower.length * Math.cos(both);
        to[5] = to[3] + lower.length * Math.sin(both);
    }
}
