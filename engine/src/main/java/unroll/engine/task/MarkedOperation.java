package unroll.engine.task;

import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;

/** What is to be done with the two marked numbers of a stream, and what these are (thesis sec. 4.4.1). */
enum MarkedOperation {
    SUM("half the sum", Loss.SQUARED, 1 / 2.0, 1 / 2.0),
    PRODUCT("product", Loss.SQUARED, 1 / 4.0, Loss.TOLERANCE),
    XOR("exclusive or", Loss.LOGISTIC, 1 / 2.0, 1 / 2.0);

    private final String label;
    private final Loss loss;
    private final double mean;
    private final double oftenest;

    MarkedOperation(String label, Loss loss, double mean, double oftenest) {
        this.label = label;
        this.loss = loss;
        this.mean = mean;
        this.oftenest = oftenest;
    }

    String label() {
        return label;
    }

    Loss loss() {
        return loss;
    }

    /** The mean answer. */
    double mean() {
        return mean;
    }

    /**
     * The constant that is right most often. A product of two numbers from U[0, 1] has the density -ln z, which falls: as many as can be
     * are within the tolerance where its band begins at 0.
     */
    double oftenest() {
        return oftenest;
    }

    /** Draws a number of the stream. */
    double number(Philox random) {
        return this == XOR ? random.integer(0, 1) : random.nextDouble();
    }

    double answer(double a, double b) {
        return switch (this) {
            case SUM -> (a + b) / 2;
            case PRODUCT -> a * b;
            case XOR -> a == b ? 0 : 1;
        };
    }
}
