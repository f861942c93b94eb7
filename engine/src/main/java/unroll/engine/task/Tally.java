package unroll.engine.task;

import java.util.List;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;

/** What is kept of all inputs so far in a single number, for an answer at every step: the small nets of Grosse's lecture 15. */
enum Tally {
    /** Whether the number of ones is odd. */
    PARITY("odd", Loss.LOGISTIC, 1 / 2.0),
    /** The sum. */
    SUM("sum", Loss.SQUARED, 0),
    /** Whether the sum of the first of two inputs is larger than that of the second. */
    LARGER("first is larger", Loss.LOGISTIC, 1 / 2.0);

    private final String label;
    private final Loss loss;
    private final double mean;

    Tally(String label, Loss loss, double mean) {
        this.label = label;
        this.loss = loss;
        this.mean = mean;
    }

    /** What the answer is called. */
    String label() {
        return label;
    }

    /** Names of the inputs. */
    List<String> inputs() {
        return this == LARGER ? List.of("first", "second") : List.of(this == SUM ? "number" : "bit");
    }

    Loss loss() {
        return loss;
    }

    /** The mean answer, at every step. */
    double mean() {
        return mean;
    }

    /** Draws an input. */
    double number(Philox random) {
        return this == PARITY ? random.integer(0, 1) : random.uniform(-1, 1);
    }

    /** What is kept after a number at an input, counted from 0; before the first, 0 is kept. */
    double after(double kept, int input, double number) {
        return switch (this) {
            case PARITY -> kept == number ? 0 : 1;
            case SUM -> kept + number;
            case LARGER -> input == 0 ? kept + number : kept - number;
        };
    }

    /** The answer of a step at whose end {@code kept} is kept. */
    double answer(double kept) {
        return this == LARGER ? (kept > 0 ? 1 : 0) : kept;
    }
}
