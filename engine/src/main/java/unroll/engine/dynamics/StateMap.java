package unroll.engine.dynamics;

/** A map {@code s' = F(s)} of n numbers, or one that differs from step to step, {@code s_t+1 = F_t(s_t)}, with its derivatives. */
public interface StateMap {
    /** Numbers in a state, n. */
    int size();

    /** Room to compute it for so many states side by side; each thread takes its own. */
    Steps steps(int count);

    /** The map for B states side by side. One thread at a time. */
    interface Steps {
        /** States side by side, B. */
        int count();

        /**
         * The states after a step.
         *
         * @param t the number of the step, from 0, which only a map that is driven asks for
         * @param states {@code [B][n]}
         * @param to {@code [B][n]}, overwritten; may be {@code states}
         */
        void next(int t, double[] states, double[] to);

        /**
         * {@code J x} for each state of the last {@link #next} and a direction of its own.
         *
         * @param directions {@code [B][n]}
         * @param to {@code [B][n]}, overwritten; may be {@code directions}
         */
        void push(double[] directions, double[] to);

        /** {@code J' y}, as {@link #push}. */
        void pull(double[] adjoints, double[] to);
    }

    /**
     * The Jacobians of each state of the last {@link Steps#next}, element {@code [b][i][j]} being {@code dF_i / ds_j} at state b.
     *
     * @param to {@code [B][n][n]}, overwritten
     */
    default void jacobians(Steps steps, double[] to) {
        int n = size();
        int count = steps.count();
        double[] directions = new double[count * n];
        double[] column = new double[count * n];
        for (int j = 0; j < n; j++) {
            for (int b = 0; b < count; b++) {
                directions[b * n + j] = 1;
            }
            steps.push(directions, column);
            for (int b = 0; b < count; b++) {
                directions[b * n + j] = 0;
                for (int i = 0; i < n; i++) {
                    to[(b * n + i) * n + j] = column[b * n + i];
                }
            }
        }
    }

    /** The Jacobian at one state, {@code [n][n]}. */
    default double[] jacobian(int t, double[] state) {
        Steps one = steps(1);
        double[] jacobian = new double[size() * size()];
        one.next(t, state, new double[size()]);
        jacobians(one, jacobian);
        return jacobian;
    }

    /**
     * The states of a trajectory, its start first.
     *
     * @param from the number of its first step
     * @return {@code [count + 1][n]}
     */
    default double[][] trajectory(double[] start, int from, int count) {
        double[][] states = new double[count + 1][];
        Steps one = steps(1);
        states[0] = start.clone();
        for (int t = 0; t < count; t++) {
            states[t + 1] = new double[size()];
            one.next(from + t, states[t], states[t + 1]);
        }
        return states;
    }
}
