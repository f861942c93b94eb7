package unroll.engine.baseline;

import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/** Predicts that nothing changes: what comes next is like what was just seen, or like what was seen a season before. */
public final class CopyLast implements Baseline {
    private final Loss loss;
    private final String name;
    private final int[] sources;
    private final int back;

    /**
     * Copies all inputs, which are the targets of the step before.
     *
     * @param loss what judges the predictions: they are kept off 0 and 1 where those would cost infinitely much
     */
    public CopyLast(Loss loss) {
        this(loss, "copy last", List.of(), 0);
    }

    /**
     * Copies some inputs.
     *
     * @param sources the input that each output is copied of; empty for each its own
     * @param back how many steps ago they were given, at least 0; where that is before the sequence and not known, the present input is
     *     copied
     */
    public CopyLast(Loss loss, String name, List<Integer> sources, int back) {
        this.loss = loss;
        this.name = name;
        this.sources = sources.stream().mapToInt(Integer::intValue).toArray();
        this.back = back;
    }

    @Override
    public String name() {
        return name;
    }

    /** Learns nothing. */
    @Override
    public void fit(Batch training) {}

    @Override
    public double[] predict(Batch batch) {
        int[] inputs = sources.length > 0
                ? sources
                : IntStream.range(0, batch.inputs()).toArray();
        if (inputs.length != batch.outputs()) {
            throw new IllegalArgumentException(
                    "what comes next has " + batch.outputs() + " numbers, what was seen " + inputs.length);
        }
        double[] predictions = new double[batch.target().length];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                int at = batch.targetAt(t, b);
                for (int o = 0; o < inputs.length; o++) {
                    predictions[at + o] = seen(batch, t, b, inputs[o]);
                }
            }
        }
        return OutputRange.enforce(loss, predictions, batch.outputs());
    }

    /** What was given some steps before {@code t}. */
    private double seen(Batch batch, int t, int b, int input) {
        if (back <= t) {
            return batch.input()[batch.inputAt(t - back, b) + input];
        }
        double before = back - t <= batch.before() ? batch.past()[batch.pastAt(back - t, b) + input] : Double.NaN;
        return Double.isNaN(before) ? batch.input()[batch.inputAt(t, b) + input] : before;
    }
}
