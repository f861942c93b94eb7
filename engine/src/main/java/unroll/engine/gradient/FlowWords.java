package unroll.engine.gradient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import unroll.engine.setting.Decimal;

/** Sentences about what becomes of error signals on their way back: whether they vanish, explode or last. */
public final class FlowWords {
    /** Below this share an error is nothing beside the errors of later steps. */
    private static final double VANISHED = 1e-3;

    /** An error that grew by more than this factor drowns all others. */
    private static final double EXPLODED = 1e3;

    private static final MathContext TWO_FIGURES = new MathContext(2);

    /** From here on numbers have separators. */
    private static final double SEPARATED = 1000;

    /** From here on they are powers of ten. */
    private static final double LARGE = 1e7;

    private FlowWords() {}

    /** A sentence or two; empty where nothing can be stated. */
    public static String of(GradientFlow flow) {
        return switch (flow.jacobians()) {
            case COMPUTED -> followed(flow);
            case NO_STATE -> "Errors stay at the step where they arise.";
            case NOT_REQUESTED, TOO_LARGE -> arrived(flow.error());
        };
    }

    /** What the singular values of {@code ds_T/ds_t} mean for any error at the last step. */
    private static String followed(GradientFlow flow) {
        double[] largest = flow.largest();
        int counted = 0;
        while (Double.isNaN(largest[counted])) {
            counted++;
        }
        if (counted > 0) {
            return "Further than " + steps(lag(flow, counted))
                    + " back an error has left the finite numbers: it explodes.";
        }
        int far = lag(flow, 0);
        if (far == 0) {
            return "";
        }
        if (largest[0] < VANISHED) {
            return vanishing(flow);
        }
        String after = "After " + steps(far) + " back an error ";
        if (largest[0] > EXPLODED) {
            return after + "can be " + number(largest[0]) + " times itself: it explodes.";
        }
        double least = flow.smallest()[0];
        String from = GradientFlow.lost(least, flow.bounds()[0]) ? "less than " + number(least) : number(least);
        return after + "is " + from + " to " + number(largest[0]) + " times itself: "
                + (least < VANISHED ? "in some directions it lasts." : "it lasts.");
    }

    private static String vanishing(GradientFlow flow) {
        double[] largest = flow.largest();
        int gone = 0;
        while (largest[gone + 1] < VANISHED) { // the last is 1
            gone++;
        }
        String further = gone == 0 ? "" : ", after " + lag(flow, 0) + " at most " + number(largest[0]);
        return "After " + steps(lag(flow, gone)) + " back at most " + number(largest[gone]) + " of an error is left"
                + further + ": it vanishes.";
    }

    /** What the sizes of the errors mean, to which each step may have added its own. */
    private static String arrived(double[] error) {
        for (int t = error.length - 1; t >= 0; t--) {
            if (!Double.isFinite(error[t])) {
                return "At step " + (t + 1) + " the error signal has left the finite numbers: it explodes.";
            }
        }
        int last = error.length - 1;
        while (last >= 0 && error[last] == 0) {
            last--;
        }
        if (last < 0) {
            return "No error arrives at any step.";
        }
        int first = 0;
        while (error[first] == 0) {
            first++;
        }
        if (first == last) {
            return "An error arrives at step " + (last + 1) + " alone.";
        }
        double ratio = error[first] / error[last];
        return (first == 0 ? "" : "Nothing arrives before step " + (first + 1) + ". ")
                + "At step " + (first + 1) + " the error signal is " + number(ratio) + " of that at step " + (last + 1)
                + (ratio < VANISHED ? ": it vanishes." : ratio > EXPLODED ? ": it explodes." : ".");
    }

    private static int lag(GradientFlow flow, int point) {
        return flow.steps()[flow.steps().length - 1] - flow.steps()[point];
    }

    private static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    /** With two figures. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "more than can be counted";
        }
        double rounded = new BigDecimal(value).round(TWO_FIGURES).doubleValue();
        return rounded >= SEPARATED && rounded < LARGE
                ? String.format(Locale.ROOT, "%,.0f", rounded)
                : Decimal.text(rounded);
    }
}
