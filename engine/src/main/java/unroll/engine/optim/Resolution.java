package unroll.engine.optim;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Precision;

/** How small a difference of two losses can be distinguished from rounding. */
final class Resolution {
    /** A loss sums non-negative terms, so its relative error is that of a term: a few elementary functions and a product. */
    private static final double ROUNDINGS = 16;

    private Resolution() {}

    /** The least difference that means something between losses about as large as {@code loss}. */
    static double of(Backend backend, double loss) {
        double roundoff = backend.precision() == Precision.SINGLE ? 0x1p-24 : 0x1p-53;
        return ROUNDINGS * roundoff * Math.abs(loss);
    }
}
