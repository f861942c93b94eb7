package unroll.app.control;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a loss chart shows.
 *
 * @param train the loss of each recorded update
 * @param test the loss on test sequences, more rarely
 * @param baselines what must be beaten
 * @param brokenAt the update at which a number stopped being finite
 */
public record LossData(Curve train, Curve test, List<Level> baselines, OptionalLong brokenAt) {
    /** Before the first update. */
    public static final LossData EMPTY = new LossData(Curve.EMPTY, Curve.EMPTY, List.of(), OptionalLong.empty());

    public LossData {
        baselines = List.copyOf(baselines);
    }
}
