package unroll.engine.control;

import java.util.Arrays;

/**
 * What a movement costs (thesis eq. 6.5): {@code 1/2 sum_t sum_j w_tj (y_tj - y*_tj)^2} over the rows {@code y_t = [x_t+1 u_t]} of the state
 * after a step and the clean commands that led there; steps beyond the last cost as that one.
 *
 * @param weights {@code [T][n + m]}, none below 0
 */
public record TrackingCost(double[][] weights) {
    public TrackingCost {
        weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Of a state that is to be reached.
     *
     * @param steps T
     * @param from for each number of the state the step, counted from 1, from which on it counts
     * @param weight of each of the state's numbers at each of these steps
     * @param effort alpha, the weight of squared commands at every step
     * @param commands m
     */
    public static TrackingCost from(int steps, int[] from, double weight, double effort, int commands) {
        double[][] weights = new double[steps][from.length + commands];
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < from.length; j++) {
                weights[t][j] = t + 1 >= from[j] ? weight : 0;
            }
            Arrays.fill(weights[t], from.length, from.length + commands, effort);
        }
        return new TrackingCost(weights);
    }

    /** T. */
    public int steps() {
        return weights.length;
    }

    /** The weights of a step, shared. */
    double[] at(int t) {
        return weights[Math.min(t, weights.length - 1)];
    }

    /** The cost of step {@code t}, whose row begins at {@code from} in both arrays. */
    public double of(int t, double[] rows, double[] targets, int from) {
        double[] w = at(t);
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            double miss = rows[from + j] - targets[from + j];
            sum += w[j] == 0 ? 0 : w[j] * miss * miss;
        }
        return sum / 2;
    }
}
