package unroll.engine.loss;

/**
 * How a label string travels as targets {@code [T][B][K]}: as one alignment of it, with a 1 for the class of each step that
 * counts and 0 elsewhere.
 *
 * <p>Any alignment will do, since {@link Collapse} makes the same string of it; tasks write the one that begins at once,
 * has a blank only where two labels would merge, and blanks to the end. So the targets are outputs that the units could
 * have, and the string needs no array of its own.
 */
public final class OneHot {
    private OneHot() {}

    /**
     * The alignment of sequence {@code b}.
     *
     * @param target {@code [T][B][K]}
     * @param weight {@code [T][B]}, not 0 where a step counts
     * @param sequences B
     * @param classes K
     * @param path takes a class for each step that counts
     * @return T, the steps that count
     */
    public static int path(double[] target, double[] weight, int sequences, int b, int classes, int[] path) {
        int steps = 0;
        for (int i = b; i < weight.length; i += sequences) {
            if (weight[i] != 0) {
                path[steps++] = largest(target, i * classes, classes);
            }
        }
        return steps;
    }

    private static int largest(double[] target, int at, int classes) {
        int largest = 0;
        for (int k = 1; k < classes; k++) {
            largest = target[at + k] > target[at + largest] ? k : largest;
        }
        return largest;
    }
}
