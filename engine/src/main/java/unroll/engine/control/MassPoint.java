package unroll.engine.control;

import java.util.Arrays;
import java.util.List;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * A point in the plane that is pushed: {@code m x'' = f - c x'}. The state is (x, y, x', y'), the commands are forces.
 *
 * @param mass kg
 * @param friction force at a speed of 1 m/s
 * @param unit force of a command of 1, N
 */
@Kind(
        name = "point-mass",
        label = "Point mass",
        help = "A point in the plane that two forces push: the simplest thing that can be controlled.",
        formula = "m x'' = f - c x'")
public record MassPoint(
        @Setting(label = "Mass", help = "Of the point.", unit = "kg", initial = "1", min = 1e-6, max = 1e6)
        double mass,

        @Setting(
                label = "Friction",
                help = "The force that slows it down at 1 m/s.",
                unit = "N s/m",
                initial = "0",
                min = 0,
                max = 1e6)
        double friction,

        @ForceUnit(initial = "1") double unit)
        implements PlantSettings, Plant {
    /** A reach of some centimetres in half a second. */
    private static final double DISTANCE = 0.05;

    private static final double SPEED = 0.2;

    public MassPoint {
        if (!(mass > 0) || !(friction >= 0) || !(unit > 0)) {
            throw new SettingsException(
                    "",
                    "a point has a mass and a unit of force above 0 and no negative friction, not " + mass + " kg, "
                            + unit + " N and " + friction);
        }
    }

    @Override
    public Plant plant() {
        return this;
    }

    @Override
    public String name() {
        return "the point";
    }

    @Override
    public List<Quantity> states() {
        return List.of(
                new Quantity("x", "m", DISTANCE),
                new Quantity("y", "m", DISTANCE),
                new Quantity("x speed", "m/s", SPEED),
                new Quantity("y speed", "m/s", SPEED));
    }

    @Override
    public List<Quantity> commands() {
        String of = unit == 1 ? "N" : unit + " N";
        return List.of(new Quantity("x force", of, 1), new Quantity("y force", of, 1));
    }

    @Override
    public void rates(double[] z, double[] rates) {
        for (int i = 0; i < 2; i++) {
            rates[i] = z[2 + i];
            rates[2 + i] = (unit * z[4 + i] - friction * z[2 + i]) / mass;
        }
    }

    @Override
    public void slopes(double[] z, double[] slopes) {
        Arrays.fill(slopes, 0, 24, 0);
        for (int i = 0; i < 2; i++) {
            slopes[6 * i + 2 + i] = 1;
            slopes[6 * (2 + i) + 2 + i] = -friction / mass;
            slopes[6 * (2 + i) + 4 + i] = unit / mass;
        }
    }

    @Override
    public double[] home() {
        return new double[4];
    }

    @Override
    public boolean rest(double x, double y, double[] state, int at) {
        state[at] = x;
        state[at + 1] = y;
        state[at + 2] = 0;
        state[at + 3] = 0;
        return true;
    }

    @Override
    public int corners() {
        return 1;
    }

    @Override
    public void points(double[] state, int at, double[] to) {
        to[0] = state[at];
        to[1] = state[at + 1];
    }

    @Override
    public void push(double[] state, int at, double x, double y, double[] commands) {
        commands[0] = x / unit;
        commands[1] = y / unit;
    }

    @Override
    public MassPoint holding(double weight) {
        return new MassPoint(mass + weight, friction, unit);
    }
}
