package unroll.engine.probe;

import java.util.Arrays;
import java.util.List;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.task.Task;
import unroll.engine.task.ThrownBalls;

/**
 * The sequence that is looked at, alone in a batch: a test sequence, which is the same at every update, so that it is drawn once while it is
 * wanted; or one of which somebody gives the beginning.
 */
final class HeldSequence {
    private final Task task;
    private final long seed;
    private final Batch batch;
    private final Philox random;
    private Content content;

    private record Content(
            int sequence,
            float[][] input,
            float[][] target,
            float[][] weight,
            List<String> times,
            List<String> targetTimes) {}

    /** The first test sequence of those that {@code seed} draws. */
    HeldSequence(Task task, long seed) {
        this.task = task;
        this.seed = seed;
        batch = task.batch(1);
        random = new Philox(seed, Purpose.TEST_DATA);
        content = draw(0);
    }

    /** Has a test sequence, from 0. */
    void hold(int sequence) {
        content = content.sequence() == sequence ? content : draw(sequence);
    }

    private Content draw(int sequence) {
        batch.clear();
        task.draw(Split.TEST, random.restart(seed, Purpose.TEST_DATA, sequence), batch, 0);
        return new Content(
                sequence,
                Rows.of(batch.input(), batch.inputs()),
                Rows.of(batch.target(), task.outputs()),
                Rows.of(batch.weight(), 1),
                task.times(Split.TEST, random.restart(seed, Purpose.TEST_DATA, sequence)),
                task.targetTimes(Split.TEST, random.restart(seed, Purpose.TEST_DATA, sequence)));
    }

    /**
     * Has a sequence of which the beginning is known.
     *
     * @param inputs of the first steps, {@code [N][I]}, or {@code [N][1]} where they are symbols
     * @param predicts the first step that predicts
     * @throws IllegalArgumentException where nothing can follow these
     */
    void begin(float[][] inputs, int predicts) {
        boolean fits = inputs.length >= 1
                && inputs.length <= task.steps()
                && Arrays.stream(inputs).allMatch(row -> row.length == batch.inputs());
        if (!task.generative() || !fits) {
            throw new IllegalArgumentException("nothing follows " + inputs.length + " steps of a sequence of "
                    + task.steps() + " with " + batch.inputs() + " inputs each");
        }
        content = begun(inputs, predicts);
    }

    private Content begun(float[][] inputs, int predicts) {
        batch.clear();
        float[][] target = new float[task.steps()][task.outputs()];
        float[][] weight = new float[task.steps()][1];
        for (int t = 0; t < inputs.length; t++) {
            for (int i = 0; i < batch.inputs(); i++) {
                batch.input()[batch.inputAt(t, 0) + i] = inputs[t][i];
            }
            if (t + 1 < inputs.length) {
                target[t] = task.symbols() ? oneHot((int) inputs[t + 1][0]) : inputs[t + 1];
                weight[t][0] = 1;
            }
        }
        Arrays.fill(
                batch.weight(), predicts, task.steps(), 1); // each step predicts the next, those of the free run too
        return new Content(
                SequenceAnswer.GIVEN, Rows.of(batch.input(), batch.inputs()), target, weight, List.of(), List.of());
    }

    private float[] oneHot(int symbol) {
        float[] row = new float[task.outputs()];
        row[symbol] = 1;
        return row;
    }

    /** Gives it to a network. */
    void load(Rollout rollout) {
        rollout.load(batch.input(), batch.target(), batch.weight());
    }

    /** Its number; {@link SequenceAnswer#GIVEN} for one that somebody began. */
    int sequence() {
        return content.sequence();
    }

    /** What it is made of, as {@link SequenceAnswer} has it. */
    float[][] input() {
        return content.input();
    }

    /** What should be predicted. */
    float[][] target() {
        return content.target();
    }

    /** How much each step counts. */
    float[][] weight() {
        return content.weight();
    }

    /** Whether something is predicted at a step, if only in a free run. */
    boolean predicts(int t) {
        return batch.weight()[t] != 0;
    }

    /** When its steps were. */
    List<String> times() {
        return content.times();
    }

    /** The same of what is to be predicted. */
    List<String> targetTimes() {
        return content.targetTimes();
    }

    /** What the network receives, by step. */
    double[][] received() {
        return Arrays.stream(content.input())
                .map(row -> {
                    double[] numbers = new double[row.length];
                    Arrays.setAll(numbers, i -> row[i]);
                    return numbers;
                })
                .toArray(double[][]::new);
    }

    /** The balls in the first frame of a test sequence; none where it shows something else. */
    List<ThrownBalls.Ball> balls(int sequence) {
        return task.balls(random.restart(seed, Purpose.TEST_DATA, sequence));
    }
}
