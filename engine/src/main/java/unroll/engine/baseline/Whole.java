package unroll.engine.baseline;

import java.util.function.Supplier;
import unroll.engine.sequence.Batch;

/**
 * A baseline that learns from all there is to learn from instead of the few sequences that are drawn for it.
 *
 * @param inner that learns
 * @param all made when it is needed
 */
public record Whole(Baseline inner, Supplier<Batch> all) implements Baseline {
    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public void fit(Batch training) {
        inner.fit(all.get());
    }

    @Override
    public double[] predict(Batch batch) {
        return inner.predict(batch);
    }
}
