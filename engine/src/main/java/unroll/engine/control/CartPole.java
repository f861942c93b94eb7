package unroll.engine.control;

import java.util.Arrays;
import java.util.List;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * A pendulum that stands on a cart and falls unless the cart balances it (Barto, Sutton and Anderson 1983, without friction). With the mass m
 * at the end of a rod of length l on a cart of mass M, the angle a from upright and the force f on the cart,
 * <pre>
 * (M + m sin^2 a) x'' = f + m sin a (l a'^2 - g cos a)
 * l a'' = g sin a - x'' cos a
 * </pre>
 * The state is (x, a, x', a'), the command is the force.
 *
 * @param cart its mass, kg
 * @param bob the mass at the end of the rod, kg
 * @param length of the rod, m
 * @param unit force of a command of 1, N
 */
@Kind(
        name = "cart-pole",
        label = "Pendulum on a cart",
        help = "A pendulum stands on a cart and falls unless the cart, which is pushed to and fro, balances it.",
        formula = """
            (M + m sin² a) x'' = f + m sin a (l a'² - g cos a)
            l a'' = g sin a - x'' cos a\
            """)
public record CartPole(
        @Setting(label = "Cart", help = "Its mass.", unit = "kg", initial = "1", min = 1e-6, max = 1e6)
        double cart,

        @Setting(
                label = "Bob",
                help = "The mass at the end of the rod.",
                unit = "kg",
                initial = "0.1",
                min = 1e-6,
                max = 1e6)
        double bob,

        @Setting(label = "Length", help = "Of the rod.", unit = "m", initial = "0.5", min = 1e-6, max = 1e3)
        double length,

        @ForceUnit(initial = "10") double unit)
        implements PlantSettings, Plant {
    private static final double GRAVITY = 9.81;
    private static final List<Quantity> STATES = List.of(
            new Quantity("cart", "m", 0.1),
            new Quantity("angle", "rad", 0.1),
            new Quantity("cart speed", "m/s", 0.5),
            new Quantity("angle speed", "rad/s", 0.5));

    public CartPole {
        if (!(cart > 0) || !(bob > 0) || !(length > 0) || !(unit > 0)) {
            throw new SettingsException(
                    "",
                    "a pendulum on a cart has masses, a length and a unit of force above 0, not " + cart + " kg, " + bob
                            + " kg, " + length + " m and " + unit + " N");
        }
    }

    @Override
    public Plant plant() {
        return this;
    }

    @Override
    public String name() {
        return "the pendulum";
    }

    @Override
    public List<Quantity> states() {
        return STATES;
    }

    @Override
    public List<Quantity> commands() {
        return List.of(new Quantity("force", unit == 1 ? "N" : unit + " N", 0.5));
    }

    @Override
    public void rates(double[] z, double[] rates) {
        double sin = Math.sin(z[1]);
        double cos = Math.cos(z[1]);
        double push = unit * z[4] + bob * sin * (length * z[3] * z[3] - GRAVITY * cos);
        rates[0] = z[2];
        rates[1] = z[3];
        rates[2] = push / (cart + bob * sin * sin);
        rates[3] = (GRAVITY * sin - rates[2] * cos) / length;
    }

    @Override
    public void slopes(double[] z, double[] slopes) {
        double sin = Math.sin(z[1]);
        double cos = Math.cos(z[1]);
        double mass = cart + bob * sin * sin;
        double spin = length * z[3] * z[3];
        double push = unit * z[4] + bob * sin * (spin - GRAVITY * cos);
        double byAngle = bob * (cos * spin - GRAVITY * (cos * cos - sin * sin));
        Arrays.fill(slopes, 0, 20, 0);
        slopes[2] = 1;
        slopes[5 + 3] = 1;
        slopes[10 + 1] = byAngle / mass - push * 2 * bob * sin * cos / (mass * mass);
        slopes[10 + 3] = 2 * bob * sin * length * z[3] / mass;
        slopes[10 + 4] = unit / mass;
        for (int i = 1; i < 5; i++) {
            slopes[15 + i] = -cos * slopes[10 + i] / length;
        }
        slopes[15 + 1] += (GRAVITY * cos + push / mass * sin) / length;
    }

    @Override
    public double[] home() {
        return new double[4];
    }

    /** Upright above a place on the ground, at whatever height it was asked for. */
    @Override
    public boolean rest(double x, double y, double[] state, int at) {
        Arrays.fill(state, at, at + 4, 0);
        state[at] = x;
        return true;
    }

    @Override
    public int corners() {
        return 2;
    }

    /** The cart and the bob. */
    @Override
    public void points(double[] state, int at, double[] to) {
        to[0] = state[at];
        to[1] = 0;
        to[2] = state[at] + length * Math.sin(state[at + 1]);
        to[3] = length * Math.cos(state[at + 1]);
    }

    /** Nothing but the cart can be driven. */
    @Override
    public void push(double[] state, int at, double x, double y, double[] commands) {
        commands[0] = x / unit;
    }

    @Override
    public CartPole holding(double weight) {
        return new CartPole(cart, bob + weight, length, unit);
    }
}
