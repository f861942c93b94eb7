package unroll.engine.perturb;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import unroll.engine.backend.Precision;
import unroll.engine.rollout.Rollout;

/**
 * What becomes of a network that is disturbed, beside itself undisturbed, over one sequence of T steps, of which the last is the
 * last that counts.
 *
 * @param undisturbed where it goes by itself
 * @param disturbed where it goes when perturbed
 * @param states the Euclidean distance of the states at each step, T numbers
 * @param outputs that of the outputs
 * @param first the first step, from 0, at which any number of state, units or outputs differs
 * @param growth what becomes of the states' difference by itself
 */
public record Response(
        Trajectory undisturbed,
        Trajectory disturbed,
        double[] states,
        double[] outputs,
        OptionalInt first,
        Growth growth) {
    private static final double SINGLE = 0x1p-24;
    private static final double DOUBLE = 0x1p-53;

    /**
     * Runs a network over a sequence twice, the second time disturbed; it is undisturbed again afterwards.
     *
     * @param net unrolled over one sequence
     * @param pass loads the sequence and sweeps its values, the same way whenever it is called
     * @throws IllegalArgumentException with the reason where a perturbation cannot be done to the network
     */
    public static Response of(Rollout net, List<Perturbation> perturbations, Runnable pass) {
        pass.run();
        Trajectory undisturbed = Trajectory.of(net);
        Disturbance.during(pass, net, perturbations);
        Trajectory disturbed = Trajectory.of(net);
        double[] states = distances(undisturbed.state(), disturbed.state());
        OptionalInt first = first(undisturbed, disturbed);
        return new Response(
                undisturbed,
                disturbed,
                states,
                distances(undisturbed.output(), disturbed.output()),
                first,
                growth(net, perturbations, undisturbed, states, first));
    }

    private static Growth growth(
            Rollout net, List<Perturbation> perturbations, Trajectory undisturbed, double[] states, OptionalInt first) {
        if (first.isEmpty()) {
            return Growth.Unknown.NO_DIFFERENCE;
        }
        if (!Subject.of(net).recurrent()) {
            return Growth.Unknown.NO_STATE;
        }
        int last = perturbations.stream()
                .mapToInt(perturbation -> perturbation.steps().to() - 1)
                .max()
                .orElse(0);
        if (last >= states.length - 1) {
            return Growth.Unknown.DISTURBED;
        }
        boolean single = net.backend().precision() == Precision.SINGLE;
        return Growth.of(states, last, size(undisturbed.state()), single ? SINGLE : DOUBLE);
    }

    private static double size(double[][] rows) {
        double sum = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .sum();
        return Math.sqrt(sum / rows.length);
    }

    private static double[] distances(double[][] left, double[][] right) {
        double[] distances = new double[left.length];
        for (int t = 0; t < distances.length; t++) {
            double sum = 0;
            for (int i = 0; i < left[t].length; i++) {
                double difference = right[t][i] - left[t][i];
                sum += difference * difference;
            }
            distances[t] = Math.sqrt(sum);
        }
        return distances;
    }

    private static OptionalInt first(Trajectory left, Trajectory right) {
        for (int t = 0; t < left.state().length; t++) {
            if (differ(left.state()[t], right.state()[t])
                    || differ(left.hidden()[t], right.hidden()[t])
                    || differ(left.output()[t], right.output()[t])) {
                return OptionalInt.of(t);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a number differs; what is no number is like itself. */
    private static boolean differ(double[] left, double[] right) {
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i] && !(Double.isNaN(left[i]) && Double.isNaN(right[i]))) {
                return true;
            }
        }
        return false;
    }
}
