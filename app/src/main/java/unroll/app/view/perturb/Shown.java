package unroll.app.view.perturb;

import java.util.Arrays;
import unroll.engine.perturb.Response;

/**
 * Which line of a network is looked at.
 *
 * @param output whether of its outputs, and not of its hidden units
 * @param index which one, from 0; {@link #MOST} for the one that the perturbations change most
 */
public record Shown(boolean output, int index) {
    /** The one that is changed most. */
    public static final int MOST = -1;

    /** What is looked at first: where the effect is seen best. */
    static final Shown FIRST = new Shown(false, MOST);

    boolean most() {
        return index == MOST;
    }

    double[][] undisturbed(Response response) {
        return output ? response.undisturbed().output() : response.undisturbed().hidden();
    }

    double[][] disturbed(Response response) {
        return output ? response.disturbed().output() : response.disturbed().hidden();
    }

    /** The index of the line; one that there is. */
    int line(Response response) {
        double[][] before = undisturbed(response);
        double[][] after = disturbed(response);
        int count = before[0].length;
        return most() ? most(before, after) : Math.clamp(index, 0, count - 1);
    }

    /** Where the two are furthest apart at any step; where they never are, what moves most. */
    private static int most(double[][] before, double[][] after) {
        double[] apart = new double[before[0].length];
        double[] moves = new double[apart.length];
        for (int t = 0; t < before.length; t++) {
            for (int i = 0; i < apart.length; i++) {
                apart[i] = Math.max(apart[i], Math.abs(after[t][i] - before[t][i]));
                moves[i] = Math.max(moves[i], Math.abs(before[t][i] - before[0][i]));
            }
        }
        boolean differs = Arrays.stream(apart).anyMatch(distance -> distance > 0);
        return largest(differs ? apart : moves);
    }

    private static int largest(double[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }
}
