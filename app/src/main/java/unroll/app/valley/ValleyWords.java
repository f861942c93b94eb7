package unroll.app.valley;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.app.control.Numbers;
import unroll.engine.quadratic.Mode;

/** Sentences about what the picture shows. */
final class ValleyWords {
    private ValleyWords() {}

    /** What goes wrong, for the methods that are shown; empty if nothing. */
    static String trouble(DescentTrajectories trajectories, List<Method> methods) {
        Setup setup = trajectories.setup();
        List<Method> diverging = methods.stream()
                .filter(method -> method.mode(setup, setup.steepest()).diverges())
                .toList();
        if (diverging.isEmpty()) {
            return "";
        }
        boolean one = diverging.size() == 1;
        StringBuilder words =
                new StringBuilder(list(diverging.stream().map(Method::label).toList()));
        words.append(one ? " diverges: \u03b5\u03bb = " : " diverge: \u03b5\u03bb = ")
                .append(number(setup.rate() * setup.steepest()))
                .append(one ? " is beyond its limit, " : " is beyond their limits, ")
                .append(list(diverging.stream()
                        .map(method -> number(method.limit(setup.momentum())))
                        .toList()))
                .append('.');
        List<String> leaving = new ArrayList<>();
        for (Method method : diverging) {
            trajectories.leaves(method).ifPresent(update -> leaving.add(method.shortLabel() + " at update " + update));
        }
        words.append(leaving.isEmpty() ? "" : " Out of the picture: " + list(leaving) + ".");
        List<String> lost = diverging.stream()
                .filter(method -> trajectories.path(method).cut())
                .map(method -> method.shortLabel() + " after "
                        + trajectories.path(method).updates())
                .toList();
        words.append(lost.isEmpty() ? "" : " Out of the numbers: " + list(lost) + ".");
        return words.toString();
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** What these constants come to. */
    static String insight(Setup setup) {
        double flat = Method.NESTEROV.mode(setup, setup.flattest()).momentum();
        double steep = Method.NESTEROV.mode(setup, setup.steepest()).momentum();
        return setup.momentum() == 0
                ? "Without momentum all three methods are gradient descent."
                : "Nesterov\u2019s gradient is momentum with \u03bc(1 \u2212 \u03b5\u03bb) instead of \u03bc: "
                        + number(flat) + " along the flat direction, " + number(steep) + " along the steep one"
                        + (steep < 0
                                ? ", where it turns round at every update."
                                : steep < 0.5 * setup.momentum()
                                        ? ", where it brakes itself."
                                        : ", nearly the same as momentum while \u03b5\u03bb is small.");
    }

    /** How a direction is gone along, in a few words. */
    static String motion(Mode mode) {
        if (mode.diverges()) {
            return "diverges";
        }
        return switch (mode.motion()) {
            case STILL -> "stands still";
            case STRAIGHT -> mode.contraction() == 0 ? "there at once" : "straight";
            case CRITICAL -> "critical";
            case SWINGING -> "swings in " + updates(mode.period().orElseThrow());
            case ZIGZAG -> "zigzag";
        };
    }

    /** The same in a sentence or two. */
    static String help(Method method, Setup setup, double curvature) {
        Mode mode = method.mode(setup, curvature);
        String distance = mode.diverges()
                ? "In the long run the distance grows by " + number(mode.contraction()) + " at every update."
                : "In the long run " + number(mode.contraction()) + " of the distance remains after every update.";
        String motion = switch (mode.motion()) {
            case STILL -> "It stands still.";
            case STRAIGHT -> "It comes from one side: both roots are real.";
            case CRITICAL -> "Critical: both roots are the same, so less momentum would creep and more would swing.";
            case SWINGING ->
                "It swings across the minimum, " + updates(mode.period().orElseThrow())
                        + " updates a swing: the roots are complex, and their size is \u221a of its momentum.";
            case ZIGZAG -> "It is on the other side after every update: the larger root is negative.";
        };
        String root = "It is the larger root of z\u00b2 \u2212 (1 + m \u2212 \u03b5\u03bb)z + m with m = "
                + number(mode.momentum()) + " and \u03b5\u03bb = " + number(mode.gain());
        String source = switch (method) {
            case DESCENT -> ": gradient descent keeps nothing.";
            case MOMENTUM -> ", from thesis eq. 7.1\u20137.2.";
            case NESTEROV -> ", from thesis eq. 7.12\u20137.13, where m is \u03bc(1 \u2212 \u03b5\u03bb).";
        };
        return distance + " " + motion + "\n" + root + source + "\nIt diverges beyond \u03b5\u03bb = "
                + number(method.limit(setup.momentum())) + ".";
    }

    static String number(double value) {
        return Numbers.measured(value);
    }

    private static String updates(double period) {
        return period < 9.95 ? String.format(Locale.ROOT, "%.1f", period) : Numbers.whole(Math.round(period));
    }
}
