package unroll.engine.loss;

/**
 * The logarithms of the softmax outputs of one sequence, {@code log p [T][K]}, at the steps that count. It is
 * filled again for each sequence and allocates nothing.
 *
 * <p>Class K - 1 is the blank. Steps that do not count are left out, as if they had never been.
 */
public final class LogProbabilities {
    private final int capacity;
    private final int classes;
    private final double[] value;
    private final int[] rows;
    private int steps;
    private int batchSteps;
    private int sequences;
    private int sequence;

    /**
     * Memory for one sequence.
     *
     * @param capacity the most steps that a sequence may have
     * @param classes K: the labels and the blank
     */
    public LogProbabilities(int capacity, int classes) {
        if (capacity < 0 || classes < 1) {
            throw new IllegalArgumentException(
                    "there is no sequence of " + classes + " classes at " + capacity + " steps");
        }
        this.capacity = capacity;
        this.classes = classes;
        value = new double[capacity * classes];
        rows = new int[capacity];
    }

    /**
     * Takes sequence {@code b} of a batch.
     *
     * @param o softmax pre-activations {@code [T][B][K]}; logarithms of probabilities serve as well
     * @param weight {@code [T][B]}: 1 where a step counts, else 0; a step cannot count in part
     * @param sequences B
     */
    public void read(double[] o, double[] weight, int sequences, int b) {
        check(o, weight, sequences, b);
        this.sequences = sequences;
        sequence = b;
        batchSteps = weight.length / sequences;
        steps = 0;
        for (int t = 0; t < batchSteps; t++) {
            if (weight[t * sequences + b] != 0) {
                rows[steps] = t;
                normalise(o, at(t), steps * classes);
                steps++;
            }
        }
    }

    private void check(double[] o, double[] weight, int sequences, int b) {
        if (sequences < 1 || b < 0 || b >= sequences || weight.length % sequences != 0) {
            throw new IllegalArgumentException("no sequence " + b + " of " + sequences);
        }
        if (o.length != weight.length * classes) {
            throw new IllegalArgumentException(
                    o.length + " outputs are not " + classes + " for each of " + weight.length + " steps");
        }
        int counted = 0;
        for (int i = b; i < weight.length; i += sequences) {
            if (weight[i] != 0 && weight[i] != 1) {
                throw new IllegalArgumentException("a step is part of an alignment or not; its weight is " + weight[i]);
            }
            counted += weight[i] == 1 ? 1 : 0;
        }
        if (counted > capacity) {
            throw new IllegalArgumentException(counted + " steps count, but a sequence has at most " + capacity);
        }
    }

    /** {@code log p = o - log sum exp(o)}. */
    private void normalise(double[] o, int from, int to) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            max = Math.max(max, o[from + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(o[from + k] - max);
        }
        double partition = Math.log(sum);
        for (int k = 0; k < classes; k++) {
            value[to + k] = o[from + k] - max - partition;
        }
    }

    /** T: the steps that count. */
    public int steps() {
        return steps;
    }

    /** K, the blank among them. */
    public int classes() {
        return classes;
    }

    /** The class that is no label: the last. */
    public int blank() {
        return classes - 1;
    }

    /** {@code log p} of class {@code k} at the {@code i}-th step that counts. */
    public double of(int i, int k) {
        return value[i * classes + k];
    }

    /** Whether all are numbers, log 0 among them: what a diverged network puts out is not. */
    public boolean areNumbers() {
        for (int i = 0; i < steps * classes; i++) {
            if (Double.isNaN(value[i])) {
                return false;
            }
        }
        return true;
    }

    /** Steps of the batch, T of {@code [T][B][K]}. */
    int batchSteps() {
        return batchSteps;
    }

    /** The step of the batch that is the {@code i}-th to count. */
    int row(int i) {
        return rows[i];
    }

    /** Where step {@code t} of this sequence begins in {@code [T][B][K]}. */
    int at(int t) {
        return (t * sequences + sequence) * classes;
    }

    /** Whether {@code numbers} are as many as those that were read, {@code [T][B][K]}. */
    boolean fits(double[] numbers) {
        return numbers.length == batchSteps * sequences * classes;
    }
}
