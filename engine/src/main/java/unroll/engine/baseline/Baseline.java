package unroll.engine.baseline;

import unroll.engine.sequence.Batch;

/** A predictor without a network, to be beaten. */
public interface Baseline {
    /** What the loss view writes on its line: "copy last". */
    String name();

    /** Learns from training sequences what there is to learn; called once, before {@link #predict}. */
    void fit(Batch training);

    /** Predictions {@code [T][B][O]} for a batch, as values of the output units. */
    double[] predict(Batch batch);
}
