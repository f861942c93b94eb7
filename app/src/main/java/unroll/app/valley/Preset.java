package unroll.app.valley;

import java.util.List;
import unroll.engine.setting.Schema;

/**
 * A setup that shows something.
 *
 * @param label what it is called
 * @param help what to see in it, and why
 * @param setup what it begins with
 * @param span the decades on which its distances are read
 */
public record Preset(String label, String help, Setup setup, DistanceRange span) {
    /** Thesis fig. 7.1. */
    public static final Preset FIGURE = new Preset(
            "Figure 7.1",
            "An oblong valley and \u03bc = 0.95, as thesis fig. 7.1, which prints no other constants: momentum swings"
                    + " across the valley, Nesterov's gradient does not, and along it they advance alike.",
            Schema.of(Setup.class).initial(),
            new DistanceRange(-3, 1));
    /** Momentum that is just not too much. */
    public static final Preset CRITICAL = new Preset(
            "Critical damping",
            "\u03bc = (1 \u2212 \u221a(\u03b5\u03bb\u2081))\u00b2 = 0.64: the least momentum with which the flat"
                    + " direction is gone along as fast as possible. A little more and it swings, a little less and it"
                    + " creeps.",
            new Setup(0.04, 1, 0, 1, 0.64, 60, -2.6, 1.4),
            new DistanceRange(-6, 1));
    /** Nesterov's effective momentum. */
    public static final Preset EFFECTIVE = new Preset(
            "Looking ahead",
            "\u03b5\u03bb\u2082 = 1: there Nesterov's effective momentum \u03bc(1 \u2212 \u03b5\u03bb\u2082) is 0. It"
                + " is on the valley's floor after one update and rolls on along it, with 0.9 \u00b7 0.96 of its speed"
                + " kept.",
            new Setup(0.04, 1, 25, 1, 0.9, 60, -2.4, 0),
            new DistanceRange(-4, 1));
    /** A rate that is too large for two of the three. */
    public static final Preset DIVERGENCE = new Preset(
            "Too fast",
            "\u03b5 = 2.1 is beyond 2 / \u03bb\u2082: gradient descent diverges. Momentum stands up to 2(1 + \u03bc) /"
                    + " \u03bb\u2082, Nesterov's gradient only up to 2(1 + \u03bc) / (1 + 2\u03bc) / \u03bb\u2082.",
            new Setup(0.05, 1, 0, 2.1, 0.8, 40, -2.6, 0.3),
            new DistanceRange(-4, 4));

    /** All of them. */
    public static final List<Preset> ALL = List.of(FIGURE, CRITICAL, EFFECTIVE, DIVERGENCE);
}
