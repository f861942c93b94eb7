package unroll.engine.perturb;

import java.util.Locale;

/** Says in words what becomes of a disturbance: whether it grows, dies away or lasts. */
public final class ResponseWords {
    /** A difference that changes by less than this share a step, over what can be seen, stays as it is. */
    private static final double STAYS = 0.002;

    private ResponseWords() {}

    /** A sentence or two. */
    public static String of(Response response) {
        return switch (response.growth()) {
            case Growth.Rate rate -> rate(rate) + afterwards(response.states(), rate);
            case Growth.Unknown.NO_DIFFERENCE -> "Nothing changes: both go the same way, to the last bit.";
            case Growth.Unknown.DISTURBED ->
                begins(response) + most(response.states())
                        + " It is disturbed to the end, so nothing shows what the difference does by itself.";
            case Growth.Unknown.NO_STATE ->
                begins(response) + " The network carries no state from step to step, so no difference grows.";
            case Growth.Unknown.TOO_SMALL -> small(response);
            case Growth.Unknown.TOO_LARGE ->
                begins(response) + most(response.states())
                        + " It is too large at once to tell how a small one grows; disturb less.";
            case Growth.Unknown.NOT_FINITE -> begins(response) + " The states leave the finite numbers.";
        };
    }

    private static String rate(Growth.Rate rate) {
        String span = "From step " + (rate.from() + 1) + " to " + (rate.to() + 1) + " the difference ";
        double factor = rate.factor();
        if (Math.abs(factor - 1) < STAYS) {
            return span + "stays as large as it is.";
        }
        return factor > 1
                ? span + "grows " + factor(factor) + "-fold a step: it doubles every " + steps(rate.doubling()) + "."
                : span + "shrinks " + factor(1 / factor) + "-fold a step: it halves every " + steps(rate.doubling())
                        + ".";
    }

    private static String afterwards(double[] states, Growth.Rate rate) {
        int after = rate.to() + 1;
        if (after == states.length) {
            return rate.factor() < 1 - STAYS ? " It dies away." : "";
        }
        if (states[after] > states[rate.to()]) {
            return " From step " + (after + 1) + " on it is no longer small.";
        }
        return " It dies away: " + gone(states);
    }

    private static String small(Response response) {
        return begins(response) + " The difference dies away before it can be measured: " + gone(response.states());
    }

    private static String gone(double[] states) {
        int last = states.length - 1;
        while (last >= 0 && states[last] == 0) {
            last--;
        }
        return last == states.length - 1
                ? "what is left is rounding."
                : last < 0 ? "the states never differ." : "after step " + (last + 1) + " nothing is left of it.";
    }

    private static String begins(Response response) {
        return "They part at step " + (response.first().orElse(0) + 1) + ".";
    }

    private static String most(double[] states) {
        int most = 0;
        for (int t = 1; t < states.length; t++) {
            most = states[t] > states[most] ? t : most;
        }
        return String.format(Locale.ROOT, " The states are at most %.3g apart, at step %d.", states[most], most + 1);
    }

    private static String factor(double factor) {
        return factor < 10 ? String.format(Locale.ROOT, "%.3g", factor) : String.format(Locale.ROOT, "%.0f", factor);
    }

    private static String steps(double steps) {
        return steps < 9.95
                ? String.format(Locale.ROOT, "%.1f", steps) + " steps"
                : String.format(Locale.ROOT, "%.0f", steps) + " steps";
    }
}
