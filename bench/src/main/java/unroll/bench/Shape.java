package unroll.bench;

import unroll.engine.loss.Loss;

/** Sizes of a benchmark: I inputs, H hidden units, B sequences, T steps, O outputs. */
public enum Shape {
    ADDITION(2, 100, 100, 100, 1, Loss.SQUARED),
    MUSIC(87, 300, 100, 50, 87, Loss.LOGISTIC),
    VIDEO(400, 300, 50, 30, 400, Loss.LOGISTIC),
    LARGE_BATCH(2, 100, 1000, 100, 1, Loss.SQUARED);

    final int inputs;
    final int hidden;
    final int batch;
    final int steps;
    final int outputs;
    final Loss loss;

    Shape(int inputs, int hidden, int batch, int steps, int outputs, Loss loss) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.batch = batch;
        this.steps = steps;
        this.outputs = outputs;
        this.loss = loss;
    }

    /** Floating-point operations of the matrix products of one gradient: forward, and twice as many backward. */
    double operations(PeerCell cell) {
        double weights = (double) cell.gates * hidden * hidden + (double) hidden * outputs;
        double sweep = 2.0 * batch * steps * weights;
        double input = 2.0 * batch * steps * cell.gates * hidden * inputs;
        return 3 * sweep + 2 * input; // no gradient to the inputs
    }

    String numbers() {
        return "I %d, H %d, B %d, T %d, O %d".formatted(inputs, hidden, batch, steps, outputs);
    }
}
