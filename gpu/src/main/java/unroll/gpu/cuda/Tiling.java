package unroll.gpu.cuda;

import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;

/**
 * How a product is cut into blocks: by its shape alone, so that every card gives the same bits.
 *
 * @param kernel of a kind, for matrices that are transposed or not
 * @param across tiles of a row
 * @param down tiles of a column
 * @param parts into which the inner sum is cut
 * @param share numbers of the inner sum of each part
 */
record Tiling(Kernel kernel, int across, int down, int parts, int share) {
    /** Blocks that keep the largest cards of today busy. */
    private static final int BUSY = 128;

    /** No part of an inner sum is shorter, or it would be over before its tiles are there. */
    private static final int SHORTEST = 128;

    /** Narrower matrices leave most of a tile of tensor cores empty. */
    private static final int NARROW = 32;

    private static final TileFamily PLAIN =
            new TileFamily(64, Kernel.PRODUCT_NN, Kernel.PRODUCT_NT, Kernel.PRODUCT_TN, Kernel.PRODUCT_TT);

    private static final TileFamily SMALL = new TileFamily(
            64, Kernel.SMALL_TENSOR_NN, Kernel.SMALL_TENSOR_NT, Kernel.SMALL_TENSOR_TN, Kernel.SMALL_TENSOR_TT);

    private static final TileFamily SMALL_TF32 =
            new TileFamily(64, Kernel.SMALL_TF32_NN, Kernel.SMALL_TF32_NT, Kernel.SMALL_TF32_TN, Kernel.SMALL_TF32_TT);

    private static final TileFamily LARGE =
            new TileFamily(128, Kernel.TENSOR_NN, Kernel.TENSOR_NT, Kernel.TENSOR_TN, Kernel.TENSOR_TT);

    private static final TileFamily LARGE_TF32 =
            new TileFamily(128, Kernel.TF32_NN, Kernel.TF32_NT, Kernel.TF32_TN, Kernel.TF32_TT);

    /** Numbers a side of the tiles, and the kernels by what is transposed. */
    private record TileFamily(int side, Kernel nn, Kernel nt, Kernel tn, Kernel tt) {
        Kernel kernel(boolean transposeA, boolean transposeB) {
            return transposeA ? (transposeB ? tt : tn) : (transposeB ? nt : nn);
        }
    }

    /** Of a product of m x k and k x n numbers. */
    static Tiling of(
            Precision precision, Products products, int m, int n, int k, boolean transposeA, boolean transposeB) {
        TileFamily family = family(precision, products, m, n, k);
        int across = Math.ceilDiv(n, family.side);
        int down = Math.ceilDiv(m, family.side);
        int parts = Math.clamp(2 * BUSY / ((long) across * down), 1, Math.max(1, k / SHORTEST));
        return new Tiling(family.kernel(transposeA, transposeB), across, down, parts, Math.ceilDiv(k, parts));
    }

    private static TileFamily family(Precision precision, Products products, int m, int n, int k) {
        if (precision == Precision.DOUBLE || Math.min(Math.min(m, n), k) < NARROW) {
            return PLAIN;
        }
        long large = (long) Math.ceilDiv(m, LARGE.side) * Math.ceilDiv(n, LARGE.side);
        if (products == Products.TF32) {
            return large >= BUSY ? LARGE_TF32 : SMALL_TF32;
        }
        return large >= BUSY ? LARGE : SMALL;
    }
}
