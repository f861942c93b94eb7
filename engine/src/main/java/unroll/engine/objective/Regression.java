package unroll.engine.objective;

import unroll.engine.backend.Buffer;

/**
 * The read-out of a network as a linear regression, while the rest stays as it is: the outputs are {@code Y = X W} with a row of
 * X {@code [samples][features]} for each counted step of each sequence, and the loss is half the squared error. The features are what
 * the output units receive, such as {@code [h; v; 1]}; the constant, where there is a bias, is the last.
 */
public interface Regression {
    /** Columns of X, the constant included. */
    int features();

    /** Whether the last feature is the constant. */
    boolean constant();

    /** Columns of Y. */
    int outputs();

    /**
     * The sums over the sequences at the parameters at which their loss was computed last: {@code X' D X} and {@code X' D Y} with
     * the steps' weights D, side by side.
     *
     * @param sums {@code [features][features + outputs]}, overwritten
     */
    void gather(double[] sums);

    /** The coefficients {@code W [features][outputs]} that the parameters hold. */
    void read(Buffer theta, double[] coefficients);

    /** Writes coefficients into the parameters and leaves all others as they are. */
    void write(double[] coefficients, Buffer theta);
}
