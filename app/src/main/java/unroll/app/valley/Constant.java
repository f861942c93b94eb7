package unroll.app.valley;

import unroll.app.chart.ValleyPlot;
import unroll.app.sheet.NumberSlider.Range;

/** The numbers of a {@link Setup} as a person sets them. */
public enum Constant {
    FIRST(
            "Curvature \u03bb\u2081",
            "How steep the valley is along its first direction: the second derivative of f there. Small is flat.",
            0.001,
            10,
            0,
            "") {
        @Override
        double of(Setup setup) {
            return setup.first();
        }

        @Override
        Setup with(Setup s, double value) {
            return new Setup(value, s.second(), s.angle(), s.rate(), s.momentum(), s.updates(), s.x(), s.y());
        }
    },
    SECOND(
            "Curvature \u03bb\u2082",
            "How steep the valley is across: the second derivative of f there. The ratio of the two curvatures is what"
                    + " makes a problem hard.",
            0.001,
            10,
            0,
            "") {
        @Override
        double of(Setup setup) {
            return setup.second();
        }

        @Override
        Setup with(Setup s, double value) {
            return new Setup(s.first(), value, s.angle(), s.rate(), s.momentum(), s.updates(), s.x(), s.y());
        }
    },
    ANGLE(
            "Turned by",
            "Turns the valley. None of the three methods knows where its directions lie, so only the picture turns when"
                    + " the start turns with it.",
            -90,
            90,
            1,
            "\u00b0") {
        @Override
        double of(Setup setup) {
            return setup.angle();
        }

        @Override
        Setup with(Setup s, double value) {
            return new Setup(s.first(), s.second(), value, s.rate(), s.momentum(), s.updates(), s.x(), s.y());
        }
    },
    RATE(
            "Learning rate \u03b5",
            "How far a step goes along the gradient: epsilon. Gradient descent diverges beyond 2 / \u03bb.",
            0.001,
            10,
            0,
            "") {
        @Override
        double of(Setup setup) {
            return setup.rate();
        }

        @Override
        Setup with(Setup s, double value) {
            return new Setup(s.first(), s.second(), s.angle(), value, s.momentum(), s.updates(), s.x(), s.y());
        }
    },
    MOMENTUM(
            "Momentum \u03bc",
            "How much of the last step is kept: mu. Momentum and Nesterov's gradient share it; gradient descent has"
                    + " none.",
            0,
            0.999,
            0.001,
            "") {
        @Override
        double of(Setup setup) {
            return setup.momentum();
        }

        @Override
        Setup with(Setup s, double value) {
            return new Setup(s.first(), s.second(), s.angle(), s.rate(), value, s.updates(), s.x(), s.y());
        }
    },
    UPDATES("Updates", "How many updates each method makes.", 1, 300, 1, "") {
        @Override
        double of(Setup setup) {
            return setup.updates();
        }

        @Override
        Setup with(Setup s, double value) {
            int updates = (int) Math.rint(value);
            return new Setup(s.first(), s.second(), s.angle(), s.rate(), s.momentum(), updates, s.x(), s.y());
        }
    },
    START_X(
            "Start, right",
            "Where all methods start; drag in the picture, or press the arrow keys.",
            -ValleyPlot.HALF_WIDTH,
            ValleyPlot.HALF_WIDTH,
            0.01,
            "") {
        @Override
        double of(Setup setup) {
            return setup.x();
        }

        @Override
        Setup with(Setup s, double value) {
            return s.from(value, s.y());
        }
    },
    START_Y(
            "Start, up",
            "Where all methods start; drag in the picture, or press the arrow keys.",
            -ValleyPlot.HALF_HEIGHT,
            ValleyPlot.HALF_HEIGHT,
            0.01,
            "") {
        @Override
        double of(Setup setup) {
            return setup.y();
        }

        @Override
        Setup with(Setup s, double value) {
            return s.from(s.x(), value);
        }
    };

    private final String label;
    private final String help;
    private final double least;
    private final double most;
    private final double step;
    private final String unit;

    /** @param step between numbers on the slider; 0 for equal factors */
    Constant(String label, String help, double least, double most, double step, String unit) {
        this.label = label;
        this.help = help;
        this.least = least;
        this.most = most;
        this.step = step;
        this.unit = unit;
    }

    abstract double of(Setup setup);

    /** The same setup with another value here. */
    abstract Setup with(Setup s, double value);

    String label() {
        return label;
    }

    String help() {
        return help;
    }

    Range range() {
        return new Range(least, most, step, unit);
    }
}
