package unroll.engine.backend;

/** Matrix products on heap arrays: {@code c = op(a) op(b) + beta c}, row by row, shapes checked by the caller. */
interface Blas {
    /** What computes the products, and if it is not the native library, why: for people. */
    String description();

    void product(FloatCells a, boolean transposeA, FloatCells b, boolean transposeB, float beta, FloatCells c);

    void product(DoubleCells a, boolean transposeA, DoubleCells b, boolean transposeB, double beta, DoubleCells c);
}
