package unroll.engine.objective;

import unroll.engine.backend.Buffer;

/** Whether the weights of the output units can be solved for directly while the rest of the network stays as it is. */
public sealed interface Regression {
    /**
     * They cannot.
     *
     * @param reason for people: what the objective lacks
     */
    record Impossible(String reason) implements Regression {}

    /**
     * They can: the outputs are {@code Y = X W} with a row of X {@code [samples][features]} for each counted step of each sequence,
     * and the loss is half the squared error. The features are what the output units hear, such as {@code [h; v; 1]}; the
     * constant, where there is a bias, is the last.
     */
    non-sealed interface Possible extends Regression {
        /** Columns of X, the constant included. */
        int features();

        /** Whether the last feature is the constant. */
        boolean constant();

        /** Columns of Y. */
        int outputs();

        /** Sequences of a batch. */
        int sequences();

        /**
         * The sums over the batch for which the objective was last asked, at its parameters then: {@code X' D X} and
         * {@code X' D Y} with the steps' weights D, side by side.
         *
         * @param sums {@code [features][features + outputs]}, overwritten
         */
        void gather(double[] sums);

        /** The coefficients {@code W [features][outputs]} that the parameters hold. */
        void read(Buffer theta, double[] coefficients);

        /** Writes coefficients into the parameters and leaves all others as they are. */
        void write(double[] coefficients, Buffer theta);
    }
}
