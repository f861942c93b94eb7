package unroll.app.valley;

/**
 * The decades on which distances are read: they stay as they are until a person asks for others.
 *
 * @param low exponent of ten
 * @param high exponent of ten, above
 */
public record DistanceRange(int low, int high) {
    /** Fewer decades flatter, more are not needed: a double has 16. */
    private static final int FEWEST = 3;

    private static final int MOST = 16;

    /** The decades with all distances from {@code least} to {@code most} in them, at most the highest sixteen. */
    static DistanceRange around(double least, double most) {
        if (!(most > 0)) {
            return new DistanceRange(-FEWEST, 0);
        }
        int high = (int) Math.ceil(Math.log10(most));
        int low = least > 0 ? (int) Math.floor(Math.log10(least)) : high - MOST;
        return new DistanceRange(Math.max(Math.min(low, high - FEWEST), high - MOST), high);
    }
}
