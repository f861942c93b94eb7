package unroll.engine.model;

/** What the outputs of unrolled sequences are judged by. */
interface Criterion {
    /**
     * The loss at steps {@code from} to {@code to - 1}, not yet scaled; leaves {@code scale} times its derivative in the
     * output's adjoint.
     */
    double loss(double scale, int from, int to);

    /** Leaves {@code scale H Ro} in the output's adjoint: the loss' curvature times the output's directional value. */
    void curvature(double scale);
}
