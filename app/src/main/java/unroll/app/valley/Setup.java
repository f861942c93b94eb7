package unroll.app.valley;

import java.util.List;
import unroll.app.chart.ValleyPlot;
import unroll.app.control.Numbers;
import unroll.engine.setting.Schema;
import unroll.engine.setting.Setting;

/**
 * A valley, a start and the constants of the methods that run there.
 *
 * @param first lambda_1, the curvature along the first direction, above 0
 * @param second lambda_2, the curvature across it, above 0
 * @param angle by which the directions are turned, in degrees
 * @param rate epsilon, at least 0
 * @param momentum mu, from 0 to below 1
 * @param updates that each method makes, at least 1
 * @param x where they start, to the right of the minimum
 * @param y and above it
 */
public record Setup(
        @Setting(
                label = "Curvature \u03bb\u2081",
                help = "How steep the valley is along its first direction: the second derivative of f there. Small is"
                        + " flat.",
                initial = "0.01",
                min = 0.001,
                max = 10)
        double first,

        @Setting(
                label = "Curvature \u03bb\u2082",
                help = "How steep the valley is across: the second derivative of f there. The ratio of the two"
                        + " curvatures is what makes a problem hard.",
                initial = "1",
                min = 0.001,
                max = 10)
        double second,

        @Setting(
                label = "Turned by",
                help = "Turns the valley. None of the three methods knows where its directions lie, so only the"
                        + " picture turns when the start turns with it.",
                unit = "\u00b0",
                initial = "0",
                min = -90,
                max = 90,
                step = 1)
        double angle,

        @Setting(
                label = "Learning rate \u03b5",
                help = "How far a step goes along the gradient: epsilon. Gradient descent diverges beyond 2 / \u03bb.",
                initial = "0.6",
                min = 0.001,
                max = 10)
        double rate,

        @Setting(
                label = "Momentum \u03bc",
                help = "How much of the last step is kept: mu. Momentum and Nesterov's gradient share it; gradient"
                        + " descent has none.",
                initial = "0.95",
                min = 0,
                max = 0.999,
                step = 0.001)
        double momentum,

        @Setting(
                label = "Updates",
                help = "How many updates each method makes.",
                initial = "60",
                min = 1,
                max = 300,
                step = 1)
        int updates,

        @Setting(
                label = "Start, right",
                help = START,
                initial = "-2.6",
                min = -ValleyPlot.HALF_WIDTH,
                max = ValleyPlot.HALF_WIDTH,
                step = 0.01)
        double x,

        @Setting(
                label = "Start, up",
                help = START,
                initial = "1.4",
                min = -ValleyPlot.HALF_HEIGHT,
                max = ValleyPlot.HALF_HEIGHT,
                step = 0.01)
        double y) {
    @SuppressWarnings("UnusedVariable") // annotations of the components read it
    private static final String START = "Where all methods start; drag in the picture, or press the arrow keys.";

    public Setup {
        Schema.of(Setup.class).check(first, second, angle, rate, momentum, updates, x, y);
    }

    /** The matrix A {@code [2][2]} of {@code f(x) = x' A x / 2}. */
    double[][] matrix() {
        double c = Math.cos(Math.toRadians(angle));
        double s = Math.sin(Math.toRadians(angle));
        double mixed = (first - second) * c * s;
        return new double[][] {{first * c * c + second * s * s, mixed}, {mixed, first * s * s + second * c * c}};
    }

    /** All that is needed to have the same again, for people. */
    public List<String> facts() {
        return List.of(
                "curvatures " + Numbers.tick(first) + " and " + Numbers.tick(second),
                "turned by " + Numbers.tick(angle) + "\u00b0",
                "learning rate " + Numbers.tick(rate),
                "momentum " + Numbers.tick(momentum),
                "start " + Numbers.tick(x) + ", " + Numbers.tick(y));
    }

    /** The larger curvature. */
    double steepest() {
        return Math.max(first, second);
    }

    /** The smaller curvature. */
    double flattest() {
        return Math.min(first, second);
    }

    /** The same with another start. */
    Setup from(double newX, double newY) {
        return new Setup(first, second, angle, rate, momentum, updates, newX, newY);
    }
}
