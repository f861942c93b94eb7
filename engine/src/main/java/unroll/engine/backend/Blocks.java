package unroll.engine.backend;

/**
 * How a product m x n x k is cut so that every piece is small enough for OpenBLAS' kernels that need no packing: they run
 * at 105 to 110 GFLOP/s where the packing ones reach 60 (25 rows) to 95 (measured on a core of a Zen 4 server).
 */
final class Blocks {
    /** The product of the three sizes up to which the library takes those kernels. */
    private static final int VOLUME = 100 * 100 * 100;

    private static final int ROWS = 100;
    private static final int COLUMNS = 300;

    private Blocks() {}

    /** Whether it is small enough as it is. */
    static boolean small(int m, int n, int k) {
        return (long) m * n * k <= VOLUME;
    }

    static int rows(int m) {
        return equalPieces(m, ROWS);
    }

    static int columns(int n, int rows) {
        return equalPieces(n, Math.min(COLUMNS, VOLUME / (rows * ROWS)));
    }

    static int depth(int k, int rows, int columns) {
        return equalPieces(k, VOLUME / (rows * columns));
    }

    /** The size of equal pieces of at most {@code most}. */
    private static int equalPieces(int size, int most) {
        return Math.ceilDiv(size, Math.ceilDiv(size, most));
    }
}
