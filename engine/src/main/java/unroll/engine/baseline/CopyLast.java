package unroll.engine.baseline;

import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/** Predicts that nothing changes: the next step is like the one just seen. */
public final class CopyLast implements Baseline {
    private final Loss loss;

    /** For predictions that {@code loss} judges: they are kept off 0 and 1 where those would cost infinitely much. */
    public CopyLast(Loss loss) {
        this.loss = loss;
    }

    @Override
    public String name() {
        return "copy last";
    }

    /** Learns nothing. */
    @Override
    public void fit(Batch training) {}

    @Override
    public double[] predict(Batch batch) {
        if (batch.inputs() != batch.outputs()) {
            throw new IllegalArgumentException(
                    "what comes next has " + batch.outputs() + " numbers, what was seen " + batch.inputs());
        }
        return OutputRange.enforce(loss, batch.input().clone(), batch.outputs());
    }
}
