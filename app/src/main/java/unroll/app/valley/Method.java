package unroll.app.valley;

import java.util.Locale;
import unroll.app.chart.Ink;
import unroll.app.chart.Trail;
import unroll.engine.optim.GradientDescent;
import unroll.engine.optim.Momentum;
import unroll.engine.optim.Nesterov;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.quadratic.Mode;
import unroll.engine.setting.Schedule;

/** The three methods of thesis fig. 7.1. */
public enum Method {
    DESCENT(
            "Gradient descent",
            Ink.QUIET,
            Trail.Mark.CIRCLE,
            "Steps along the gradient and keeps nothing of the step before (1)") {
        @Override
        OptimiserSettings settings(Setup setup) {
            return new GradientDescent(Schedule.constant(setup.rate()), NEVER);
        }

        @Override
        Mode mode(Setup setup, double curvature) {
            return Mode.descent(setup.rate(), curvature);
        }

        @Override
        double limit(double mu) {
            return 2;
        }
    },
    MOMENTUM(
            "Momentum",
            Ink.SECOND,
            Trail.Mark.SQUARE,
            "Keeps the share \u03bc of its last step, with the gradient of where it is: thesis eq. 7.1\u20137.2 (2)") {
        @Override
        OptimiserSettings settings(Setup setup) {
            return new Momentum(Schedule.constant(setup.rate()), Schedule.constant(setup.momentum()), NEVER);
        }

        @Override
        Mode mode(Setup setup, double curvature) {
            return Mode.momentum(setup.rate(), setup.momentum(), curvature);
        }

        @Override
        double limit(double mu) {
            return 2 * (1 + mu);
        }
    },
    NESTEROV(
            "Nesterov",
            Ink.MAIN,
            Trail.Mark.TRIANGLE,
            "Keeps the share \u03bc too, with the gradient of where that leads: thesis eq. 7.12\u20137.13 (3)") {
        @Override
        OptimiserSettings settings(Setup setup) {
            return new Nesterov(Schedule.constant(setup.rate()), Schedule.constant(setup.momentum()), NEVER);
        }

        @Override
        Mode mode(Setup setup, double curvature) {
            return Mode.nesterov(setup.rate(), setup.momentum(), curvature);
        }

        @Override
        double limit(double mu) {
            return 2 * (1 + mu) / (1 + 2 * mu);
        }
    };

    private static final Schedule NEVER = Schedule.constant(0);

    private final String label;
    private final Ink ink;
    private final Trail.Mark mark;
    private final String help;

    Method(String label, Ink ink, Trail.Mark mark, String help) {
        this.label = label;
        this.ink = ink;
        this.mark = mark;
        this.help = help;
    }

    /** The engine's optimiser of this name. */
    abstract OptimiserSettings settings(Setup setup);

    /** What theory predicts of it along a direction of that curvature. */
    abstract Mode mode(Setup setup, double curvature);

    /** The largest {@code epsilon lambda} at which it does not diverge. */
    abstract double limit(double mu);

    String label() {
        return label;
    }

    /** Its name where there is little room. */
    String shortLabel() {
        return this == DESCENT ? "Descent" : label;
    }

    /** Its name within a sentence. */
    public String words() {
        return this == NESTEROV ? "Nesterov\u2019s gradient" : label.toLowerCase(Locale.ROOT);
    }

    Ink ink() {
        return ink;
    }

    Trail.Mark mark() {
        return mark;
    }

    String help() {
        return help;
    }
}
