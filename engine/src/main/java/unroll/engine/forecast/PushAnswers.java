package unroll.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.engine.control.GivenRow;
import unroll.engine.sequence.Batch;

/**
 * How soon a network answers pushes (thesis fig. 6.4): its commands in the same movements pushed and not, all else equal. A push is cancelled
 * where the difference holds against all of it, {@code -du . d >= |d|^2}.
 *
 * @param answered for each pushed movement the steps after which a command first differs; the number of steps left where none does
 * @param cancelled for each the steps after which the push is first cancelled; those of which it never is are not among them
 */
public record PushAnswers(List<Integer> answered, List<Integer> cancelled) {
    /**
     * Of movements in one batch.
     *
     * @param pushed the rows {@code [x u]} of all movements as they are pushed, {@code [T][B][n + m]}
     * @param alone the same where nothing pushes
     */
    static PushAnswers of(GivenRow row, Batch batch, double[] pushed, double[] alone) {
        List<Integer> answered = new ArrayList<>();
        List<Integer> cancelled = new ArrayList<>();
        for (int b = 0; b < batch.sequences(); b++) {
            int onset = 0;
            while (onset < batch.steps() && size(push(row, batch, onset, b)) == 0) {
                onset++;
            }
            if (onset < batch.steps()) {
                int t = onset;
                while (t < batch.steps() && size(difference(row, batch, pushed, alone, t, b)) == 0) {
                    t++;
                }
                answered.add(t - onset);
                while (t < batch.steps()
                        && product(difference(row, batch, pushed, alone, t, b), push(row, batch, t, b))
                                > -size(push(row, batch, t, b))) {
                    t++;
                }
                if (t < batch.steps()) {
                    cancelled.add(t - onset);
                }
            }
        }
        return new PushAnswers(answered, cancelled);
    }

    private static double[] push(GivenRow row, Batch batch, int t, int b) {
        int at = batch.inputAt(t, b) + row.disturbance();
        return Arrays.copyOfRange(batch.input(), at, at + row.m());
    }

    private static double[] difference(GivenRow row, Batch batch, double[] pushed, double[] alone, int t, int b) {
        double[] difference = new double[row.m()];
        int at = batch.targetAt(t, b) + row.n();
        Arrays.setAll(difference, i -> pushed[at + i] - alone[at + i]);
        return difference;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double size(double[] vector) {
        return product(vector, vector);
    }

    /** What people read; nothing is said where nothing pushes. */
    List<String> words() {
        if (answered.isEmpty()) {
            return List.of();
        }
        String all = String.format(
                Locale.ROOT,
                "Of %d pushes the commands of the network answer half within %d steps and cancel %d",
                answered.size(),
                median(answered),
                cancelled.size());
        return List.of(cancelled.isEmpty() ? all : all + ", half of these within " + median(cancelled) + " steps");
    }

    private static int median(List<Integer> numbers) {
        return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
    }
}
