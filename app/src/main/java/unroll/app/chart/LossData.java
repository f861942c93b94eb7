package unroll.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a loss chart shows.
 *
 * @param train the loss of each recorded update
 * @param test the loss on test sequences, more rarely
 * @param baselines what must be beaten
 * @param left the run that this one left as a branch, if it did
 * @param brokenAt the update at which a number stopped being finite
 */
public record LossData(Curve train, Curve test, List<Level> baselines, Optional<Left> left, OptionalLong brokenAt) {
    /** Before the first update. */
    public static final LossData EMPTY =
            new LossData(Curve.EMPTY, Curve.EMPTY, List.of(), Optional.empty(), OptionalLong.empty());

    /**
     * How a run went on that was left.
     *
     * @param test its loss on test sequences from there on
     * @param update after which it was left
     */
    public record Left(Curve test, long update) {}

    /** As it was after so many updates. */
    public LossData upTo(long update) {
        return new LossData(
                train.upTo((double) update),
                test.upTo((double) update),
                baselines,
                left.map(run -> new Left(run.test().upTo((double) update), run.update())),
                brokenAt.isPresent() && brokenAt.getAsLong() <= update ? brokenAt : OptionalLong.empty());
    }

    public LossData {
        baselines = List.copyOf(baselines);
    }
}
