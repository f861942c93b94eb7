package unroll.engine.anatomy;

import java.util.Optional;

/** {@code factor * a * b} of each unit, or {@code factor * a}. */
public record Product(double factor, Reading a, Optional<Reading> b) {
    /** Of unit {@code j} at a step. */
    public double value(int j, int step) {
        double product = factor * a.values()[step][j];
        return b.isPresent() ? product * b.get().values()[step][j] : product;
    }
}
