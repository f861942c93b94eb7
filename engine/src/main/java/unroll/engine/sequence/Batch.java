package unroll.engine.sequence;

import java.util.Arrays;

/**
 * Sequences side by side, as a task draws them: inputs {@code [T][B][I]}, or {@code [T][B]} if they are symbols, targets
 * {@code [T][B][O]} and the weight {@code [T][B]} with which each time step counts, all flat and row by row; and inputs {@code [P][B][I]} of
 * steps before, which no network is given. It is filled again for every update.
 */
public final class Batch {
    private final int steps;
    private final int sequences;
    private final int inputs;
    private final int outputs;
    private final double[] input;
    private final double[] target;
    private final double[] weight;
    private final double[] past;

    /** Zeros for {@code sequences} sequences of {@code steps} steps, of {@code inputs} and {@code outputs} numbers at each. */
    public Batch(int steps, int sequences, int inputs, int outputs) {
        this(steps, sequences, inputs, outputs, 0);
    }

    /** The same, with {@code before} steps before them of which nothing is known. */
    public Batch(int steps, int sequences, int inputs, int outputs, int before) {
        this.steps = steps;
        this.sequences = sequences;
        this.inputs = inputs;
        this.outputs = outputs;
        input = new double[steps * sequences * inputs];
        target = new double[steps * sequences * outputs];
        weight = new double[steps * sequences];
        past = new double[before * sequences * inputs];
        Arrays.fill(past, Double.NaN);
    }

    public int steps() {
        return steps;
    }

    public int sequences() {
        return sequences;
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return outputs;
    }

    /** Where the input of step {@code t} of sequence {@code b} begins in {@link #input()}. */
    public int inputAt(int t, int b) {
        return (t * sequences + b) * inputs;
    }

    /** Where the target of step {@code t} of sequence {@code b} begins in {@link #target()}. */
    public int targetAt(int t, int b) {
        return (t * sequences + b) * outputs;
    }

    /** Where the weight of step {@code t} of sequence {@code b} is in {@link #weight()}. */
    public int weightAt(int t, int b) {
        return t * sequences + b;
    }

    /** The inputs themselves, shared: writing to them changes the batch. */
    public double[] input() {
        return input;
    }

    /** The targets themselves, shared. */
    public double[] target() {
        return target;
    }

    /** The weights themselves, shared: 0 where a step does not count. */
    public double[] weight() {
        return weight;
    }

    /** How many steps before the first one have their place in {@link #past()}. */
    public int before() {
        return past.length / (sequences * inputs);
    }

    /** Where the input of {@code back} steps before the first of sequence {@code b} begins in {@link #past()}. */
    public int pastAt(int back, int b) {
        return ((back - 1) * sequences + b) * inputs;
    }

    /** The inputs of the steps before, shared; not a number where they are not known. */
    public double[] past() {
        return past;
    }

    /** Sets everything to zero: no input, no target, no step counts, and nothing is known of before. */
    public void clear() {
        Arrays.fill(input, 0);
        Arrays.fill(target, 0);
        Arrays.fill(weight, 0);
        Arrays.fill(past, Double.NaN);
    }
}
